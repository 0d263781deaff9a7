import type { FastifyRequest } from 'fastify';
import { isCrossSite, isOpenlyCrossSite, type Provenance } from '../domain/cross-site.ts';
import { CrossSiteRequest, HostNotAllowed } from '../domain/session-errors.ts';
import type { Site } from '../domain/site.ts';
import { originOf } from './session-cookie.ts';

/** For requests with the owner's cookie: throws unless a page of this factory can have sent it, under its own name. */
export function refuseForeign(request: FastifyRequest, site: Site): void {
  if (!site.isOwnHost(request.headers.host)) throw new HostNotAllowed();
  if (isCrossSite(provenanceOf(request), originOf(request, site))) throw new CrossSiteRequest();
}

/** For requests that are about to get a cookie: a program may send them as well. */
export function refuseOpenlyForeign(request: FastifyRequest, site: Site): void {
  if (!site.isOwnHost(request.headers.host)) throw new HostNotAllowed();
  if (isOpenlyCrossSite(provenanceOf(request), originOf(request, site))) {
    throw new CrossSiteRequest();
  }
}

function provenanceOf({ method, headers }: FastifyRequest): Provenance {
  const textOf = (name: string) => headers[name]?.toString();
  return {
    method,
    site: textOf('sec-fetch-site'),
    mode: textOf('sec-fetch-mode'),
    origin: textOf('origin'),
  };
}
