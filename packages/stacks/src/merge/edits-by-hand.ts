import type { EditsByHand, GeneratedFile } from '@quantumlayer/contracts';

/** What is different between the files as they were generated and as people made them. */
export function editsByHand(
  generated: readonly GeneratedFile[],
  code: readonly GeneratedFile[],
): EditsByHand {
  const made = new Map(generated.map(({ path, content }) => [path, content]));
  const kept = new Map(code.map(({ path, content }) => [path, content]));
  return {
    added: code.flatMap(({ path }) => (made.has(path) ? [] : [path])),
    generated: generated.filter(({ path, content }) => kept.get(path) !== content),
  };
}

/** The files as they were generated, from those that people made of them. */
export function generatedFrom(
  code: readonly GeneratedFile[],
  { added, generated }: EditsByHand,
): GeneratedFile[] {
  const changed = new Set([...added, ...generated.map(({ path }) => path)]);
  return [...code.filter(({ path }) => !changed.has(path)), ...generated].toSorted((left, right) =>
    left.path < right.path ? -1 : 1,
  );
}
