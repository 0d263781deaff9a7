import { relative } from 'node:path';

/** What stands for a change of the code below a folder, in whatever process it was made. */
export function keyOf(root, { fileName, mutatorName, replacement, location: { start, end } }) {
  const place = `${start.line}:${start.column}-${end.line}:${end.column}`;
  return `${relative(root, fileName)}@${place} ${mutatorName} ${replacement}`;
}
