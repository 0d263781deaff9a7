import type { Operation } from '../operations.ts';

/** What the types that files can be told by are called in descriptions. Data is told by what it reads as. */
const SAID: readonly (readonly [RegExp, string])[] = [
  [/\bpng\b/i, 'image/png'],
  [/\bjpe?g\b/i, 'image/jpeg'],
  [/\bgif\b/i, 'image/gif'],
  [/\bwebp\b/i, 'image/webp'],
  [/\bpdf\b/i, 'application/pdf'],
  [/\bzip\b/i, 'application/zip'],
  [/\bmp3\b/i, 'audio/mpeg'],
  [/\bcsv\b/i, 'text/csv'],
  // JSON and XML are what other things are written in, so that only a file of them is meant.
  [/\bjson[ -](?:file|document)s?\b/i, 'application/json'],
  [/\bxml[ -](?:file|document)s?\b/i, 'application/xml'],
  [/\b(?:plain[ -]?text|text file|\.txt)\b/i, 'text/plain'],
];
/** Further ones that are told by how they begin. */
const TOLD = [
  ...['image/bmp', 'image/tiff', 'image/avif', 'application/gzip'],
  ...['audio/wav', 'audio/ogg', 'video/mp4', 'video/webm'],
];
const KNOWN = [...SAID.map(([, type]) => type), ...TOLD];
const OTHER_NAMES: Readonly<Record<string, string>> = {
  'image/jpg': 'image/jpeg',
  'text/xml': 'application/xml',
  'text/json': 'application/json',
  'application/csv': 'text/csv',
  'application/x-zip-compressed': 'application/zip',
  'application/x-gzip': 'application/gzip',
  'audio/mp3': 'audio/mpeg',
  'audio/x-wav': 'audio/wav',
  'text/*': 'text/plain',
};

/** The types that a description names. */
export function typesSaidIn(text: string): string[] {
  return SAID.filter(([pattern]) => pattern.test(text)).map(([, type]) => type);
}

/** Types as they stand in a document, `image/*` among them; none where one of them cannot be told by its bytes. */
export function typesWritten(media: readonly string[]): string[] {
  const all = media
    .flatMap((each) => each.split(','))
    .map((each) => each.split(';')[0]?.trim().toLowerCase() ?? '')
    .filter((each) => each !== '');
  const found = all.map(typesLike);
  return found.some(({ length }) => length === 0) ? [] : [...new Set(found.flat())];
}

function typesLike(media: string): string[] {
  const type = OTHER_NAMES[media] ?? media;
  if (/^(?:image|audio|video)\/\*$/.test(type))
    return KNOWN.filter((known) => known.startsWith(type.slice(0, -1)));
  return KNOWN.includes(type) ? [type] : [];
}

/** "415: not a PDF", "only PNG and JPEG are taken". */
export function typesRefusedBut({ responses }: Operation): string[] {
  return responses
    .filter(({ status }) => status === '415')
    .flatMap(({ description }) => typesSaidIn(description));
}
