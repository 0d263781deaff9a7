import type { State } from './state.ts';

/** Whatever is kept by path follows a rename: `renamed` has the old path by the new one. */
export function renamePaths(state: State, renamed: ReadonlyMap<string, string>): void {
  for (const [path, was] of renamed) {
    move(state.values, path, was);
    moveRenames(state.renames, path, was);
    state.origins = new Map([...state.origins].map(([key, span]) => [moved(key, path, was), span]));
    state.required = new Set([...state.required].map((key) => moved(key, path, was)));
  }
}

function moved(key: string, path: string, was: string): string {
  if (key === was) return path;
  return key.startsWith(`${was}.`) ? `${path}${key.slice(was.length)}` : key;
}

function move(record: Record<string, unknown>, path: string, was: string): void {
  for (const [key, value] of Object.entries(record)) {
    const next = moved(key, path, was);
    if (next === key) continue;
    delete record[key];
    record[next] = value;
  }
}

/** A name that comes back to what it was is no rename. */
function moveRenames(renames: Record<string, string>, path: string, was: string): void {
  const first = renames[was] ?? was.split('.').at(-1) ?? was;
  delete renames[was];
  move(renames, path, was);
  if (first === path.split('.').at(-1)) delete renames[path];
  else renames[path] = first;
}
