/** The smallest files that are told by their first bytes; a character for each byte. */
const SAMPLES: Readonly<Record<string, string>> = {
  'image/png': '\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0',
  'image/jpeg': '\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0\xff\xd9',
  'image/gif': 'GIF89a\x01\0\x01\0\0\0\0;',
  'image/webp': 'RIFF\x1a\0\0\0WEBPVP8L\r\0\0\0',
  'application/pdf': '%PDF-1.7\n%%EOF\n',
  'application/zip': `PK\x05\x06${'\0'.repeat(18)}`,
  'image/bmp': 'BM\x1e\0\0\0\0\0\0\0\x1a\0\0\0\x0c\0\0\0\x01\0\x01\0\x01\0\x18\0\0\0\xff\0',
  'image/tiff': 'II*\0\x08\0\0\0\0\0',
  'image/avif': '\0\0\0\x10ftypavif\0\0\0\0',
  'application/gzip': `\x1f\x8b\x08${'\0'.repeat(17)}`,
  'audio/mpeg': 'ID3\x04\0\0\0\0\0\0',
  'audio/wav': 'RIFF\x24\0\0\0WAVEfmt ',
  'audio/ogg': 'OggS\0\x02\0\0',
  'video/mp4': '\0\0\0\x10ftypisom\0\0\0\0',
  'video/webm': '\x1aE\xdf\xa3\0\0\0\0',
  'text/plain': 'Plain text.\n',
  'text/csv': 'name,count\nsample,7\n',
  'application/json': '{"name":"sample"}',
  'application/xml': '<?xml version="1.0"?><sample/>',
};

/** A file in a value of a body: it stands there until the body is written. */
export class SampleFile {
  readonly type: string;
  readonly content: string;

  /** Of the first of these types of which one is known; a picture where any will do. */
  constructor(types: readonly string[]) {
    this.type = types.find((type) => sampleFile(type) !== null) ?? 'image/png';
    this.content = sampleFile(this.type) ?? '';
  }
}

/** A file of this type; null for a type of which we know none. */
export function sampleFile(type: string): string | null {
  return SAMPLES[type] ?? null;
}

/** What is no image and no document, whatever it is called. */
export const hostileFiles: readonly (readonly [what: string, content: string])[] = [
  ['a page', '<!doctype html><script>alert(1)</script>'],
  [
    'a drawing with a script',
    '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
  ],
  ['a program', 'MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff'],
  ['a shell script', '#!/bin/sh\nid\n'],
];
