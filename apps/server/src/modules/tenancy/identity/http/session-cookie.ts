import type { FastifyReply, FastifyRequest } from 'fastify';
import { SESSION_LIFE_MS } from '../domain/session.ts';
import type { Site } from '../domain/site.ts';

export const SESSION_COOKIE = 'ql_session';

export function readSessionToken(request: FastifyRequest): string | undefined {
  return request.cookies[SESSION_COOKIE];
}

/** No script can read it, no page of another site can send it; it lasts as long as the session unless that is used. */
export function sendSessionCookie(reply: FastifyReply, site: Site, token: string): void {
  reply.setCookie(SESSION_COOKIE, token, {
    ...attributes(reply.request, site),
    maxAge: SESSION_LIFE_MS / 1000,
  });
}

export function clearSessionCookie(reply: FastifyReply, site: Site): void {
  reply.clearCookie(SESSION_COOKIE, attributes(reply.request, site));
}

/** Scheme, name and port under which the browser sent it; a proxy in front says whether that was https. */
export function originOf(request: FastifyRequest, site: Site): string {
  const forwarded = request.headers['x-forwarded-proto'];
  const isForwardedHttps = typeof forwarded === 'string' && /^https(?:,|$)/i.test(forwarded);
  return site.originOf({
    protocol: isForwardedHttps ? 'https' : request.protocol,
    host: request.headers.host,
  });
}

function attributes(request: FastifyRequest, site: Site) {
  return {
    path: '/',
    httpOnly: true,
    sameSite: 'strict' as const,
    secure: originOf(request, site).startsWith('https:'),
  };
}
