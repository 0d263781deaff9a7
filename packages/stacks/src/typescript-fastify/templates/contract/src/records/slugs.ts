import { randomBytes } from 'node:crypto';
import type { Resource, Row } from './resource.ts';

const LONGEST = 80;
const MOST_NUMBERS = 10;

/** The member of a row that is made of the words of another one. */
export function slugMember({ rules }: Resource): string | null {
  return Object.keys(rules).find((member) => rules[member]?.slugOf !== undefined) ?? null;
}

/** The values of a row with its slug as it is tried for the nth time: `rain`, `rain-2`, `rain-3`, then what nobody has. */
export function withSlug(resource: Resource, values: Row, tries: number): Row {
  const member = slugMember(resource);
  if (member === null || values[member] !== undefined) return values;
  const words = slugOf(values[resource.rules[member]?.slugOf ?? '']);
  const other = tries > MOST_NUMBERS ? randomBytes(8).toString('hex') : String(tries);
  const parts = [words, ...(tries > 1 || words === '' ? [other] : [])];
  return { ...values, [member]: parts.filter((part) => part !== '').join('-') };
}

/** Lower case, without accents, words joined by hyphens. */
export function slugOf(text: unknown): string {
  return String(text ?? '')
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replaceAll(/^-|-$/g, '');
}
