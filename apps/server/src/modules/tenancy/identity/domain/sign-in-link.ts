/** How long a link may be used that signs the owner in. */
const SIGN_IN_LINK_MS = 15 * 60_000;

export type SignInLink = {
  readonly id: string;
  readonly organisationId: string;
  /** Hexadecimal SHA-256 of the token in the link. */
  readonly tokenHash: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
};

type NewLink = Pick<SignInLink, 'id' | 'organisationId' | 'tokenHash'>;

export function createLink(link: NewLink, now: Date): SignInLink {
  return {
    ...link,
    createdAt: now,
    expiresAt: new Date(now.getTime() + SIGN_IN_LINK_MS),
    usedAt: null,
  };
}

/** The token stands behind `#`: browsers keep that to themselves, so no log, proxy or Referer ever sees it. */
export function linkUrl(origin: string, token: string): string {
  return `${origin}/sign-in#${token}`;
}
