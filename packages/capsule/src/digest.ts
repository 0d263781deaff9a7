import { createHash } from 'node:crypto';

/** `sha256:<hex>` of bytes; text counts as its UTF-8 bytes. */
export function digestOf(content: string | Uint8Array): string {
  return `sha256:${hexDigestOf(content)}`;
}

/** The bare hexadecimal SHA-256, as in-toto and `sha256sum` write it. */
export function hexDigestOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Digest of a JSON value whatever the order of its object keys: keys sorted, no white space. */
export function digestOfJson(value: unknown): string {
  return digestOf(JSON.stringify(sortKeys(value)) ?? 'null');
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => compareBytes(a, b));
  return Object.fromEntries(entries.map(([key, child]) => [key, sortKeys(child)]));
}

/** Order of the UTF-8 bytes, the same on every machine and in `LC_ALL=C sort`. */
export function compareBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
