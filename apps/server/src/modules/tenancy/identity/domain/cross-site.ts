/** What a browser says by itself about a request; no page can change these headers. */
export type Provenance = {
  method: string;
  /** `Sec-Fetch-Site`, absent on plain http to other machines and in old browsers. */
  site: string | undefined;
  /** `Sec-Fetch-Mode`. */
  mode: string | undefined;
  /** `Origin`. */
  origin: string | undefined;
};

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Whether a request that carries the owner's cookie may have come from a page of somebody else, such as a preview.
 * What changes something must prove that it did not. What only reads is refused when the browser says that it did;
 * following a link is no reading, since the page with the link does not get the answer.
 */
export function isCrossSite(
  { method, site, mode, origin }: Provenance,
  ownOrigin: string,
): boolean {
  if (site === 'same-origin') return false;
  const isSafe = SAFE_METHODS.includes(method);
  if (site === undefined) return isSafe ? isForeign(origin, ownOrigin) : origin !== ownOrigin;
  return isSafe ? site !== 'none' && mode !== 'navigate' : true;
}

/**
 * The same for a request without a cookie, which a program may have sent as well: true only when the headers of a
 * browser say so.
 */
export function isOpenlyCrossSite({ site, origin }: Provenance, ownOrigin: string): boolean {
  return site === undefined ? isForeign(origin, ownOrigin) : site !== 'same-origin';
}

function isForeign(origin: string | undefined, ownOrigin: string): boolean {
  return origin !== undefined && origin !== ownOrigin;
}
