/** How files begin, in hexadecimal digits. */
const SIGNATURES = [
  { type: 'image/png', pattern: /^89504e470d0a1a0a/ },
  { type: 'image/jpeg', pattern: /^ffd8ff/ },
  { type: 'image/gif', pattern: /^474946383[79]61/ },
  { type: 'image/webp', pattern: /^52494646.{8}57454250/ },
  { type: 'application/pdf', pattern: /^255044462d/ },
  { type: 'application/zip', pattern: /^504b0(304|506)/ },
] as const;

export type MediaType = (typeof SIGNATURES)[number]['type'] | 'text/plain';

/** Ends of file names. */
export const EXTENSIONS: Readonly<Record<MediaType, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
  'application/zip': 'zip',
  'text/plain': 'txt',
};

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** What the bytes are, whatever anybody calls them; null for what is not known. Markup is plain text. */
export function mediaTypeOf(content: Buffer): MediaType | null {
  const start = content.subarray(0, 16).toString('hex');
  const found = SIGNATURES.find(({ pattern }) => pattern.test(start));
  return found?.type ?? (isText(content) ? 'text/plain' : null);
}

/** UTF-8 without control characters but tabs, line breaks and form feeds. */
function isText(content: Buffer): boolean {
  if (content.some((byte) => byte < 9 || byte === 11 || (byte > 13 && byte < 32))) return false;
  try {
    utf8.decode(content);
    return true;
  } catch {
    return false;
  }
}
