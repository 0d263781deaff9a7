import { createHash } from 'node:crypto';

/** The id of an example row: the same on every machine. */
export function seedId(table: string, n: number): string {
  const hash = createHash('sha256').update(`${table}/${n}`).digest('hex');
  const parts = [hash.slice(0, 8), hash.slice(8, 12), `4${hash.slice(13, 16)}`];
  return [...parts, `8${hash.slice(17, 20)}`, hash.slice(20, 32)].join('-');
}
