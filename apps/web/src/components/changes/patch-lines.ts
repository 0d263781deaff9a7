export type PatchLine = { kind: 'place' | 'added' | 'removed' | 'same'; text: string };

/** The lines of a unified diff; its header, which names the file, is left out. */
export function toPatchLines(patch: string): PatchLine[] {
  const lines = patch.replace(/\n$/, '').split('\n');
  const first = lines.findIndex((line) => line.startsWith('@@'));
  return lines.slice(Math.max(first, 0)).map(toLine);
}

function toLine(line: string): PatchLine {
  if (line.startsWith('@@')) return { kind: 'place', text: line };
  if (line.startsWith('+')) return { kind: 'added', text: line.slice(1) };
  if (line.startsWith('-')) return { kind: 'removed', text: line.slice(1) };
  return { kind: 'same', text: line.startsWith(' ') ? line.slice(1) : line };
}

/** How many lines come and go. */
export function countLines(lines: readonly PatchLine[]) {
  const of = (kind: PatchLine['kind']) => lines.filter((line) => line.kind === kind).length;
  return { added: of('added'), removed: of('removed') };
}
