import { z } from 'zod';

const names = z.record(z.string(), z.string()).optional();
const lockSchema = z.looseObject({
  packages: z.record(
    z.string(),
    z.looseObject({
      name: z.string().optional(),
      version: z.string().optional(),
      dependencies: names,
      devDependencies: names,
      optionalDependencies: names,
    }),
  ),
});
type LockedPackages = z.infer<typeof lockSchema>['packages'];

/** Who depends on whom: `''` is the app, everything else is `name@version`. */
export type LockGraph = ReadonlyMap<string, readonly string[]>;

/** Reads an npm lock file (version 2 or 3); null when it is none, since then nothing is known. */
export function readLockGraph(text: string): LockGraph | null {
  const lock = lockSchema.safeParse(parseJson(text));
  if (!lock.success) return null;
  const { packages } = lock.data;
  const graph = new Map<string, string[]>();
  for (const [place, entry] of Object.entries(packages)) {
    const wanted = {
      ...entry.dependencies,
      ...entry.devDependencies,
      ...entry.optionalDependencies,
    };
    const edges = Object.keys(wanted)
      .map((name) => resolvePlace(packages, place, name))
      .filter((found) => found !== null)
      .map((found) => idOf(packages, found));
    const id = idOf(packages, place);
    graph.set(id, [...new Set([...(graph.get(id) ?? []), ...edges])].sort());
  }
  return graph;
}

/** Node's look-up: the nearest `node_modules` on the way up that has the package. */
function resolvePlace(packages: LockedPackages, from: string, name: string): string | null {
  for (
    let place = from;
    ;
    place = place.slice(0, Math.max(0, place.lastIndexOf('node_modules/') - 1))
  ) {
    const candidate = `${place === '' ? '' : `${place}/`}node_modules/${name}`;
    if (Object.hasOwn(packages, candidate)) return candidate;
    if (place === '') return null;
  }
}

function idOf(packages: LockedPackages, place: string): string {
  if (place === '') return '';
  const entry = packages[place];
  const name =
    entry?.name ?? place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
  return `${name}@${entry?.version ?? ''}`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
