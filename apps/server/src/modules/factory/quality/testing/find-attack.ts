import type { Attack } from '../attacks/attack.ts';
import { answering, type Weakness } from './attack-library.ts';

/** One attack of a family. */
export function findAttack(family: readonly Attack[], id: string): Attack {
  const found = family.find((one) => one.id === id);
  if (found === undefined) throw new Error(`there is no attack ${id}`);
  return found;
}

/** Every attack of a family with its id, as the rows of a table. */
export const rowsOf = (family: readonly Attack[]) => family.map((one) => [one.id, one] as const);

type Paths = Record<string, Record<string, object>>;

/** Changes what the app says of itself, and nothing of what it does. */
export const documenting = (change: (paths: Paths) => Paths): Weakness =>
  answering(({ body }, { path }) => {
    if (path !== '/openapi.json') return {};
    const document: { paths: Paths } = JSON.parse(body);
    return { body: JSON.stringify({ ...document, paths: change(document.paths) }) };
  });

/** An app that keeps no records. */
export const withoutRecords = documenting(() => ({}));
