/** The smallest files that are told by their first bytes; a character for each byte. */
const SAMPLES: Readonly<Record<string, string>> = {
  'image/png': '\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0',
  'image/jpeg': '\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0\xff\xd9',
  'image/gif': 'GIF89a\x01\0\x01\0\0\0\0;',
  'image/webp': 'RIFF\x1a\0\0\0WEBPVP8L\r\0\0\0',
  'application/pdf': '%PDF-1.7\n%%EOF\n',
  'application/zip': `PK\x05\x06${'\0'.repeat(18)}`,
  'text/plain': 'Plain text.\n',
};

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
