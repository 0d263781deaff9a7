import { SESSION_SECONDS } from './sessions.ts';

export type SessionCookie = ReturnType<typeof createSessionCookie>;

/**
 * The cookie that holds the token of a session: no script can read it, no other site can send it. In production it
 * travels over HTTPS only, and `__Host-` keeps other hosts of the domain from setting it.
 */
export function createSessionCookie(isProduction: boolean) {
  const name = isProduction ? '__Host-session' : 'session';
  const attributes = `Path=/; HttpOnly; SameSite=Strict${isProduction ? '; Secure' : ''}`;

  return {
    name,

    /** The token in a Cookie header. */
    read(header: string | undefined): string | null {
      const start = `${name}=`;
      const pair = header?.split(/; */).find((each) => each.startsWith(start));
      return pair?.slice(start.length) || null;
    },

    /** A Set-Cookie header. */
    write: (token: string) => `${name}=${token}; ${attributes}; Max-Age=${SESSION_SECONDS}`,

    clear: () => `${name}=; ${attributes}; Max-Age=0`,
  };
}
