import type { Blueprint } from '#lib/blueprint.ts';

type About = { path: string };

/** The remarks about what is still there; a person may have taken the rest out of the blueprint at the review. */
export function openRemarks<R extends About>(
  remarks: readonly R[],
  read: Blueprint,
  built: Blueprint | null,
): R[] {
  if (built === null) return [...remarks];
  const before = pathsOf(read);
  const after = pathsOf(built);
  return remarks.filter(({ path }) => !before.has(path) || after.has(path));
}

function pathsOf({ entities }: Blueprint): Set<string> {
  return new Set(
    entities.flatMap(({ name, fields, relations }) => [
      name,
      ...[...fields, ...relations].map((member) => `${name}.${member.name}`),
    ]),
  );
}
