import { relative } from 'node:path';

type Place = { line: number; column: number };
/** A change of generated code, as StrykerJS has it. */
export type Mutant = {
  id: string;
  fileName: string;
  mutatorName: string;
  replacement: string;
  location: { start: Place; end: Place };
};

/** What stands for a change of the code below a folder, in whatever process it was made. */
export function keyOf(root: string, mutant: Mutant): string {
  const { fileName, mutatorName, replacement, location } = mutant;
  const { start, end } = location;
  const place = `${start.line}:${start.column}-${end.line}:${end.column}`;
  return `${relative(root, fileName)}@${place} ${mutatorName} ${replacement}`;
}
