import type { IToken } from 'chevrotain';

type Place = { start: number; end: number };

/** The text of a description without its stars. */
function textOf({ image }: IToken): string {
  return image
    .slice(3, -2)
    .split('\n')
    .map((line) => line.replace(/^\s*\*? ?/, '').trimEnd())
    .join('\n')
    .trim();
}

/** Descriptions by the start of what they describe: what follows, or what ends on their line. */
export function placeDocs(
  docs: readonly IToken[],
  places: readonly Place[],
  text: string,
): Map<number, string> {
  const found = new Map<number, string>();
  const sorted = [...places].sort((a, b) => a.start - b.start);
  for (const doc of docs) {
    const before = sorted.findLast(({ end }) => end < doc.startOffset);
    const isBehind =
      before !== undefined && !text.slice(before.end, doc.startOffset).includes('\n');
    const after = sorted.find(({ start }) => start > doc.startOffset);
    const place = isBehind ? before : after;
    if (place !== undefined && !found.has(place.start)) found.set(place.start, textOf(doc));
  }
  return found;
}
