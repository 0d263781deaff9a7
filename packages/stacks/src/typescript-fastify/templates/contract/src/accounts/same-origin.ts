import type { FastifyRequest } from 'fastify';
import { Refusal } from '../contract/refusal.ts';

const SAFE = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Browsers send cookies and passwords of their own along with every request: what changes something must come from a
 * page of this origin, which browsers say in headers that pages cannot forge.
 */
export function expectSameOrigin({ method, headers, host }: FastifyRequest): void {
  if (SAFE.includes(method)) return;
  const site = headers['sec-fetch-site'];
  const { origin } = headers;
  const isOwn =
    site === undefined
      ? origin === undefined || (URL.canParse(origin) && new URL(origin).host === host)
      : site === 'same-origin' || site === 'none';
  if (!isOwn) throw new Refusal('forbidden', 'Requests of other sites are refused.');
}
