import type { CapsuleRecord } from './capsule.ts';

type Version = Pick<CapsuleRecord, 'id' | 'change'>;

/** The newest of these versions, newest first, that came from the same first version as the one with this id. */
export function newestOf(versions: readonly Version[], id: string): string {
  const bases = new Map(versions.map((version) => [version.id, version.change?.base ?? null]));
  const firstOf = (from: string): string => {
    let first = from;
    for (let base = bases.get(first); base != null; base = bases.get(first)) first = base;
    return first;
  };
  const first = firstOf(id);
  return versions.find((version) => firstOf(version.id) === first)?.id ?? id;
}
