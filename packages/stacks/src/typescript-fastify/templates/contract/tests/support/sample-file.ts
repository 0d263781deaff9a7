import { UploadedFile } from '../../src/contract/bodies.ts';

/** The smallest files that are told by their bytes, in base64. */
const SAMPLES: Readonly<Record<string, string>> = {
  'image/png':
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'image/jpeg': '/9j/4AAQSkZJRgABAQAAAQABAAD/2Q==',
  'image/gif': 'R0lGODlhAQABAAAAADs=',
  'image/webp': 'UklGRhoAAABXRUJQVlA4TA0AAAA=',
  'image/bmp': 'Qk0eAAAAAAAAABoAAAAMAAAAAQABAAEAGAAAAP8A',
  'image/tiff': 'SUkqAAgAAAAAAA==',
  'image/avif': 'AAAAEGZ0eXBhdmlmAAAAAA==',
  'application/pdf': 'JVBERi0xLjcKJSVFT0YK',
  'application/zip': 'UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==',
  'application/gzip': 'H4sIAAAAAAAAAwMAAAAAAAAAAAA=',
  'audio/mpeg': 'SUQzBAAAAAAAAA==',
  'audio/wav': 'UklGRiQAAABXQVZFZm10IA==',
  'audio/ogg': 'T2dnUwACAAA=',
  'video/mp4': 'AAAAEGZ0eXBpc29tAAAAAA==',
  'video/webm': 'GkXfowAAAAA='
};

/** What holds text, as it is. */
const TEXTS: Readonly<Record<string, string>> = {
  'text/plain': 'A sample.\n',
  'text/csv': 'name,count\nsample,7\n',
  'application/json': '{"name":"sample"}',
  'application/xml': '<?xml version="1.0"?><sample/>',
};

/** A file of the first of these types of which there is a sample; a picture where any will do. */
export function sampleFile(types: readonly string[] = []): UploadedFile {
  const type = types.find((each) => each in SAMPLES || each in TEXTS) ?? 'image/png';
  const text = TEXTS[type];
  const content =
    text === undefined ? Buffer.from(SAMPLES[type] ?? '', 'base64') : Buffer.from(text);
  return new UploadedFile(`sample.${type.split('/')[1] ?? 'bin'}`, type, content);
}
