/** How files begin, in hexadecimal digits. */
const SIGNATURES = [
  { type: 'image/png', pattern: /^89504e470d0a1a0a/ },
  { type: 'image/jpeg', pattern: /^ffd8ff/ },
  { type: 'image/gif', pattern: /^474946383[79]61/ },
  { type: 'image/webp', pattern: /^52494646.{8}57454250/ },
  { type: 'application/pdf', pattern: /^255044462d/ },
  { type: 'application/zip', pattern: /^504b0(304|506)/ },
  { type: 'audio/mpeg', pattern: /^(494433|fffb)/ },
] as const;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** What the bytes are, whatever anybody calls them. Markup is plain text, so that no browser runs it. */
export function mediaTypeOf(content: Buffer): string {
  const start = content.subarray(0, 16).toString('hex');
  const found = SIGNATURES.find(({ pattern }) => pattern.test(start));
  return found?.type ?? (isText(content) ? 'text/plain' : 'application/octet-stream');
}

function isText(content: Buffer): boolean {
  if (content.some((byte) => byte < 9 || byte === 11 || (byte > 13 && byte < 32))) return false;
  try {
    utf8.decode(content);
    return true;
  } catch {
    return false;
  }
}

const LONGEST = 100;

/** A name without a path, and without what a shell, a header or an eye takes for something else. */
export function fileName(wanted: string): string {
  const last = wanted.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const plain = last.replaceAll(/[^\p{L}\p{N} ._()-]/gu, '').replace(/^[. ]+/, '');
  const name = plain.slice(0, LONGEST).trim().toWellFormed();
  return name === '' ? 'file' : name;
}
