const DAY_MS = 86_400_000;
const USE_RESOLUTION_MS = 60_000;

/** How long a session lives without being used. */
export const SESSION_LIFE_MS = 30 * DAY_MS;

export const signInWays = ['link', 'password'] as const;

/** A browser in which the owner has signed in. */
export type Session = {
  readonly id: string;
  readonly organisationId: string;
  /** Hexadecimal SHA-256 of the token in the cookie. */
  readonly tokenHash: string;
  readonly signedInBy: (typeof signInWays)[number];
  /** It came from a link and no password has been set since; whether that matters depends on where the server listens. */
  readonly needsPassword: boolean;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly lastUsedAt: Date;
  readonly endedAt: Date | null;
};

type NewSession = Omit<Session, 'createdAt' | 'expiresAt' | 'lastUsedAt' | 'endedAt'>;

export function startSession(session: NewSession, now: Date): Session {
  return { ...session, createdAt: now, expiresAt: expiryFrom(now), lastUsedAt: now, endedAt: null };
}

export function isLive({ expiresAt, endedAt }: Session, now: Date): boolean {
  return endedAt === null && expiresAt > now;
}

/** Its life begins anew with each use, written down once a minute: the same session when it was used just now. */
export function prolong(session: Session, now: Date): Session {
  if (now.getTime() - session.lastUsedAt.getTime() < USE_RESOLUTION_MS) return session;
  return { ...session, lastUsedAt: now, expiresAt: expiryFrom(now) };
}

function expiryFrom(now: Date): Date {
  return new Date(now.getTime() + SESSION_LIFE_MS);
}
