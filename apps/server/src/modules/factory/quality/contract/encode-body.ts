import { isObject } from '../domain/json-schema.ts';
import { SampleFile } from '../domain/sample-files.ts';

type Encoded = { contentType: string; body: string; isBinary?: true };

const BOUNDARY = 'quality-stage-boundary';

/** A value as a body of a media type; files in it go by this name. */
export function encodeBody(media: string, value: unknown, fileName = 'sample.png'): Encoded {
  if (/json/.test(media)) return { contentType: media, body: JSON.stringify(value) };
  if (/urlencoded/.test(media)) return { contentType: media, body: form(value) };
  if (/multipart/.test(media)) return multipart(value, fileName);
  if (value instanceof SampleFile) {
    const contentType = media.includes('*') ? value.type : media;
    return { contentType, body: value.content, isBinary: true };
  }
  if (/^text\//.test(media)) return { contentType: media, body: textOf(value) };
  const file = new SampleFile([media]);
  return {
    contentType: media.includes('*') ? file.type : media,
    body: file.content,
    isBinary: true,
  };
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
  const pairs = Object.entries(isObject(value) ? value : {}).flatMap(([name, each]) =>
    // Several files are as many parts of one name.
    Array.isArray(each) && each.some((one) => one instanceof SampleFile)
      ? each.map((one: unknown): [string, unknown] => [name, one])
      : [[name, each] satisfies [string, unknown]],
  );
  const parts = pairs.map(([name, each]) => {
    const isFile = each instanceof SampleFile;
    const about = isFile ? `; filename="${fileName}"\r\ncontent-type: ${each.type}` : '';
    const content = isFile ? each.content : Buffer.from(textOf(each)).toString('latin1');
    return `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"${about}\r\n\r\n${content}\r\n`;
  });
  return {
    contentType: `multipart/form-data; boundary=${BOUNDARY}`,
    body: `${parts.join('')}--${BOUNDARY}--\r\n`,
    isBinary: true,
  };
}
