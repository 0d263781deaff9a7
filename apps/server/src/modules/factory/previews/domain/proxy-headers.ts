/** Header lines as Node gives them: name, value, name, value. */
export type RawHeaders = readonly string[];

/** RFC 9110, section 7.6.1: for one connection only. */
const HOP_BY_HOP = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** What a client may not say about itself, since the app might believe it. */
const CLAIMS = /^(forwarded|x-forwarded-.+|x-real-ip|via)$/;

/** Credentials of the factory: they begin with `ql_`, in cookies and in bearer tokens. */
const FACTORY_TOKEN = /^Bearer\s+ql_/i;
const FACTORY_COOKIE = /^(__Host-|__Secure-)?ql[_.-]/i;

function pairs(raw: RawHeaders): [name: string, value: string][] {
  const found: [string, string][] = [];
  for (let at = 0; at + 1 < raw.length; at += 2) found.push([raw[at] ?? '', raw[at + 1] ?? '']);
  return found;
}

function withoutHopByHop(headers: [string, string][]): [string, string][] {
  const named = headers
    .filter(([name]) => name.toLowerCase() === 'connection')
    .flatMap(([, value]) => value.split(',').map((part) => part.trim().toLowerCase()));
  const dropped = new Set([...HOP_BY_HOP, ...named]);
  return headers.filter(([name]) => !dropped.has(name.toLowerCase()));
}

/** What the app sees of a request: nothing of this connection, and nothing meant for the factory. */
export function requestHeadersFor(raw: RawHeaders): string[] {
  return withoutHopByHop(pairs(raw)).flatMap(([name, value]) => {
    const key = name.toLowerCase();
    if (CLAIMS.test(key)) return [];
    if (key === 'authorization' && FACTORY_TOKEN.test(value)) return [];
    if (key !== 'cookie') return [name, value];
    const cookies = value.split(';').map((cookie) => cookie.trim());
    const kept = cookies.filter((cookie) => cookie !== '' && !FACTORY_COOKIE.test(cookie));
    return kept.length === 0 ? [] : [name, kept.join('; ')];
  });
}

/**
 * What the browser sees of an answer. A cookie stays with its own host: never `.localhost`, where the factory is.
 * `framers`: the origins of the factory, whose pages may show the app in a frame beside those that the app allows.
 */
export function responseHeadersFor(raw: RawHeaders, framers: readonly string[]): string[] {
  const headers = withoutHopByHop(pairs(raw)).flatMap((header) => allowFraming(header, framers));
  const has = (wanted: string) => headers.some(([name]) => name.toLowerCase() === wanted);
  return [
    ...headers.flatMap(([name, value]) =>
      name.toLowerCase() === 'set-cookie'
        ? [name, value.replaceAll(/;\s*domain\s*=[^;]*/gi, '')]
        : [name, value],
    ),
    // The host name is a secret; it must not travel on in links.
    ...(has('referrer-policy') ? [] : ['Referrer-Policy', 'same-origin']),
    ...(has('x-robots-tag') ? [] : ['X-Robots-Tag', 'noindex']),
  ];
}

/** The header that knows no list of origins goes; the directive that took its place gets the factory's. */
function allowFraming(
  [name, value]: [string, string],
  framers: readonly string[],
): [string, string][] {
  const key = name.toLowerCase();
  if (key === 'x-frame-options') return [];
  if (key !== 'content-security-policy') return [[name, value]];
  const directive = /(^|[;,])(\s*frame-ancestors)\b([^;,]*)/gi;
  return [
    [
      name,
      value.replace(directive, (_whole, start: string, word: string, sources: string) => {
        const others = sources.split(/\s+/).filter((one) => one !== '' && one !== "'none'");
        return `${start}${word} ${[...others, ...framers].join(' ')}`;
      }),
    ],
  ];
}
