import { stripVTControlCharacters } from 'node:util';

const LONGEST = 64 * 1024;

/** The last 64 KiB that an app wrote. */
export function createLogRing(before = '') {
  let kept: Buffer = Buffer.from(before);
  return {
    append(chunk: Uint8Array): void {
      kept = Buffer.concat([kept, chunk]);
      if (kept.length > LONGEST) kept = kept.subarray(kept.length - LONGEST);
    },
    /** Without control characters; Postgres cannot store a null byte. */
    read(): string {
      return stripVTControlCharacters(kept.toString('utf8')).replaceAll('\0', '');
    },
  };
}
export type LogRing = ReturnType<typeof createLogRing>;
