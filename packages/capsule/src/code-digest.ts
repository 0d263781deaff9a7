import type { GeneratedFile } from '@quantumlayer/contracts';
import { compareBytes, digestOf, hexDigestOf } from './digest.ts';

/**
 * Digest over the sorted list of code paths and their digests; equal code, equal digest. The list has the lines of
 * `sha256sum` (`<hex>  <path>\n`, paths in byte order), which is also in-toto's `dirHash`.
 */
export function codeDigestOf(files: readonly Pick<GeneratedFile, 'path' | 'content'>[]): string {
  return digestOfListing(files.map(({ path, content }) => ({ path, hex: hexDigestOf(content) })));
}

/** The same from digests that are already known. */
export function digestOfListing(files: readonly { path: string; hex: string }[]): string {
  const lines = files
    .toSorted((a, b) => compareBytes(a.path, b.path))
    .map(({ hex, path }) => `${hex}  ${path}\n`);
  return digestOf(lines.join(''));
}
