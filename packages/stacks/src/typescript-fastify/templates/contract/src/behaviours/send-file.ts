import type { Answer } from '../contract/answer.ts';
import { asObject } from '../contract/json.ts';

/** A file that no browser takes for a page: of the type that its bytes have, without scripts, under a plain name. */
export function sendFile(
  status: number,
  content: Buffer,
  about: unknown,
  attached?: true,
): Answer {
  const { name, type } = asObject(about);
  const isImage = attached === undefined && String(type).startsWith('image/');
  return {
    status,
    headers: {
      'content-disposition': `${isImage ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeName(String(name ?? 'file'))}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-cache',
    },
    body: {
      type:
        type === 'text/plain'
          ? 'text/plain; charset=utf-8'
          : String(type ?? 'application/octet-stream'),
      content,
    },
  };
}

/** As RFC 8187 wants it. */
function encodeName(name: string): string {
  return encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
