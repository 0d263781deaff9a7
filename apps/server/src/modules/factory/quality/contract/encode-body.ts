import { isObject } from '../domain/json-schema.ts';

/** The smallest PNG, a character a byte. */
const TINY_PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
).toString('latin1');

type Encoded = { contentType: string; body: string; isBinary?: true };

const BOUNDARY = 'quality-stage-boundary';

/** A value as a body of a media type; what is a file by its name becomes one. */
export function encodeBody(media: string, value: unknown, fileName = 'sample.png'): Encoded {
  if (/json/.test(media)) return { contentType: media, body: JSON.stringify(value) };
  if (/urlencoded/.test(media)) return { contentType: media, body: form(value) };
  if (/multipart/.test(media)) return multipart(value, fileName);
  if (/^text\//.test(media))
    return { contentType: media, body: typeof value === 'string' ? value : JSON.stringify(value) };
  const contentType = media.includes('*') ? 'image/png' : media;
  return { contentType, body: TINY_PNG, isBinary: true };
}

function form(value: unknown): string {
  const pairs = Object.entries(isObject(value) ? value : {});
  return new URLSearchParams(
    pairs.map(([name, each]): [string, string] => [name, textOf(each)]),
  ).toString();
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function multipart(value: unknown, fileName: string): Encoded {
  const parts = Object.entries(isObject(value) ? value : {}).map(([name, each]) => {
    const isFile =
      /file|image|photo|picture|avatar|attachment|document|upload|content|data/i.test(name) &&
      typeof each === 'string';
    const about = isFile ? `; filename="${fileName}"\r\ncontent-type: image/png` : '';
    const content = isFile ? TINY_PNG : Buffer.from(textOf(each)).toString('latin1');
    return `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"${about}\r\n\r\n${content}\r\n`;
  });
  return {
    contentType: `multipart/form-data; boundary=${BOUNDARY}`,
    body: `${parts.join('')}--${BOUNDARY}--\r\n`,
    isBinary: true,
  };
}
