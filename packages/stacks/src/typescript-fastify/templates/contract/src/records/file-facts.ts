/** How files begin, in hexadecimal digits. */
const SIGNATURES = [
  { type: 'image/png', pattern: /^89504e470d0a1a0a/ },
  { type: 'image/jpeg', pattern: /^ffd8ff/ },
  { type: 'image/gif', pattern: /^474946383[79]61/ },
  { type: 'image/webp', pattern: /^52494646.{8}57454250/ },
  { type: 'image/bmp', pattern: /^424d.{8}0{8}/ },
  { type: 'image/tiff', pattern: /^(49492a00|4d4d002a)/ },
  { type: 'image/avif', pattern: /^.{8}6674797061766966/ },
  { type: 'application/pdf', pattern: /^255044462d/ },
  { type: 'application/zip', pattern: /^504b0(304|506)/ },
  { type: 'application/gzip', pattern: /^1f8b08/ },
  { type: 'audio/mpeg', pattern: /^(494433|fffb)/ },
  { type: 'audio/wav', pattern: /^52494646.{8}57415645/ },
  { type: 'audio/ogg', pattern: /^4f676753/ },
  { type: 'video/mp4', pattern: /^.{8}66747970/ },
  { type: 'video/webm', pattern: /^1a45dfa3/ },
] as const;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** What the bytes are, whatever anybody calls them. Markup is plain text, so that no browser runs it. */
export function mediaTypeOf(content: Buffer): string {
  const start = content.subarray(0, 16).toString('hex');
  const found = SIGNATURES.find(({ pattern }) => pattern.test(start));
  return found?.type ?? (isText(content) ? 'text/plain' : 'application/octet-stream');
}

/** Text that holds data is what it can be read as, where that is wanted; everything else is what its bytes are. */
export function typeAmong(content: Buffer, wanted: readonly string[] | undefined): string {
  const told = mediaTypeOf(content);
  if (wanted === undefined || wanted.includes(told) || told !== 'text/plain') return told;
  const text = content.toString('utf8');
  return wanted.find((type) => isData(type, text)) ?? told;
}

function isData(type: string, text: string): boolean {
  if (type === 'application/xml') return /^\uFEFF?\s*<(\?xml|[a-z_])/i.test(text);
  if (type === 'application/json') return isJson(text);
  return type === 'text/csv' && !/^\s*</.test(text);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
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
