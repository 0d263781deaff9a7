import { ENUM_NOUNS } from '../lexicon/fields.ts';
import { isUnit } from '../lexicon/types.ts';
import type { Segment } from '../text/blocks.ts';
import type { Token } from '../text/tokens.ts';
import { cursorOf, isDone } from './cursor.ts';
import { readItems } from './items.ts';
import { nounOf } from './noun-of.ts';
import { readQualities } from './qualities.ts';
import type { Item, Noun, Qualities, Statement } from './statements.ts';
import { readValues } from './values.ts';

/** `| name | string | yes | unique |` below an entity's heading. */
export function readRow(segment: Segment, heading: Noun): Statement[] {
  const [nameCell] = segment.cells;
  const first = nameCell?.[0];
  const last = nameCell?.at(-1);
  if (nameCell === undefined || first === undefined || last === undefined) return [];
  const noun = nounOf(
    nameCell.filter((token) => token.kind === 'word'),
    first.start,
    last.end,
  );
  const qualities: Qualities = {};
  for (const [index, cell] of segment.cells.slice(1).entries()) {
    readCell(cell, segment.columns[index + 1] ?? '', { noun, qualities });
  }
  const end = segment.tokens.at(-1)?.end ?? last.end;
  const item: Item = {
    noun,
    qualities,
    quantity: null,
    indefinite: false,
    determiner: null,
    children: [],
    refersTo: null,
    belongsTo: [],
    start: first.start,
    end,
  };
  return noun.words.length === 0
    ? []
    : [
        {
          kind: 'has',
          subjects: [heading],
          items: [item],
          optional: false,
          start: first.start,
          end,
        },
      ];
}

/** `| Artist | name, country |`: a thing and its fields, or one field a row with what is said about it. */
export function readThingRow({ cells, columns, tokens }: Segment): Statement[] {
  const [name = [], fields = []] = cells;
  const [first] = name;
  const last = name.at(-1);
  const items = readItems(cursorOf(fields));
  if (first === undefined || last === undefined || items.length === 0) return [];
  const [only, second] = items;
  if (only !== undefined && second === undefined)
    for (const [index, cell] of cells.slice(2).entries())
      if (!isRelationColumn(columns[index + 2])) readCell(cell, columns[index + 2] ?? '', only);
  if (only !== undefined && second === undefined) only.end = tokens.at(-1)?.end ?? only.end;
  const named = name.filter((token) => token.kind === 'word');
  const subject = nounOf(named, first.start, last.end);
  if (subject.words.length === 0) return [];
  const end = items.at(-1)?.end ?? tokens.at(-1)?.end ?? last.end;
  return [{ kind: 'has', subjects: [subject], items, optional: false, start: first.start, end }];
}

/** "tanker, cargo, ferry" beside a type, "booked / done" beside anything. */
function readChoice(
  cell: readonly Token[],
  noun: Noun,
  qualities: Qualities,
  isTyped: boolean,
): void {
  const isChoice =
    isTyped ||
    ENUM_NOUNS.has(noun.words.at(-1) ?? '') ||
    cell.some(({ lower }) => /^(or|\/)$/.test(lower));
  const cursor = cursorOf(cell);
  const values = isChoice && qualities.type === undefined ? readValues(cursor, true) : null;
  if (values !== null && values.length > 1 && isDone(cursor)) qualities.values = values;
}

/** The column whose cells go on after the name of the thing: "belongs to region". */
export function isRelationColumn(column = ''): boolean {
  return /relat|belong|link|refer|associat/.test(column);
}

function readCell(
  cell: readonly Token[],
  column: string,
  { noun, qualities }: Pick<Item, 'noun' | 'qualities'>,
): void {
  const answer = cell[0]?.lower ?? '';
  const isYes = ['yes', 'y', 'true', 'x', '✓', '✔', '✅'].includes(answer);
  const isNo = ['no', 'n', 'false', '-', '✗', '❌'].includes(answer);
  if (/required|mandatory/.test(column) && (isYes || isNo))
    qualities[isYes ? 'required' : 'optional'] = true;
  else if (/optional|null/.test(column) && (isYes || isNo))
    qualities[isYes ? 'optional' : 'required'] = true;
  else if (/unique/.test(column)) {
    if (isYes) qualities.unique = true;
  } else if (/default/.test(column) && cell.length > 0 && !isNo) {
    const value = cell[0];
    if (value !== undefined)
      qualities.default = value.kind === 'number' ? Number(value.text) : value.text;
  } else if (!readQualities(cursorOf(cell), qualities) && !readParts(cell, qualities))
    readChoice(cell, noun, qualities, /type|value|allowed|format|option/.test(column));
}

/** "grams, optional": each part of a cell says something of its own. */
function readParts(cell: readonly Token[], qualities: Qualities): boolean {
  const parts = splitAtCommas(cell);
  const said = parts.map((part) => {
    const own: Qualities = {};
    const [only, second] = part;
    if (second === undefined && isUnit(only?.lower ?? '')) return { unit: only?.lower ?? '' };
    return readQualities(cursorOf(part), own) ? own : null;
  });
  if (said.every((own) => own === null)) return false;
  for (const own of said) Object.assign(qualities, own);
  return true;
}

function splitAtCommas(cell: readonly Token[]): Token[][] {
  const parts: Token[][] = [[]];
  for (const token of cell)
    if (token.text === ',') parts.push([]);
    else parts.at(-1)?.push(token);
  return parts.filter((part) => part.length > 0);
}
