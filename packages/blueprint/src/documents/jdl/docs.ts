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

/**
 * Descriptions by the start of what they describe: what they stand in, what ends on their line, or what follows. Several of
 * one thing are one after another; `strays` describe nothing, since nothing follows.
 */
export function placeDocs(
  docs: readonly IToken[],
  places: readonly Place[],
  text: string,
): { described: Map<number, string>; strays: { text: string; offset: number }[] } {
  const described = new Map<number, string>();
  const strays: { text: string; offset: number }[] = [];
  const sorted = [...places].sort((a, b) => a.start - b.start);
  for (const doc of docs) {
    const place = placeOf(doc, sorted, text);
    if (place === undefined) strays.push({ text: textOf(doc), offset: doc.startOffset });
    else {
      const said = [described.get(place.start), textOf(doc)].filter((each) => each !== undefined);
      described.set(place.start, said.join('\n'));
    }
  }
  return { described, strays };
}

function placeOf(
  { startOffset }: IToken,
  sorted: readonly Place[],
  text: string,
): Place | undefined {
  const before = sorted.findLast(({ start }) => start < startOffset);
  if (before !== undefined && before.end > startOffset) return before;
  const isBehind = before !== undefined && !text.slice(before.end, startOffset).includes('\n');
  return isBehind ? before : sorted.find(({ start }) => start > startOffset);
}
