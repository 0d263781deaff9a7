import { acceptAny, type Cursor, endOffset, peek, tokenAt } from '../grammar/cursor.ts';
import { readNoun } from '../grammar/noun.ts';
import type { Noun } from '../grammar/statements.ts';
import { isPlural } from '../text/nouns.ts';
import { subwords } from '../text/tokens.ts';

/** What a reader of references asks of the blueprint and of what was said before. */
export type Names = {
  isEntity: (words: readonly string[]) => boolean;
  /** What "it" stands for: what was spoken of last. */
  last: Reference | null;
  /** How many tokens here are the name of something that is there; 0 where none are. */
  lengthOfName: (cursor: Cursor) => number;
};

/** What words point at in a blueprint that is there: a thing, a field or a relation, and whose it is said to be. */
export type Reference = {
  words: string[];
  owners: string[][];
  /** "the table suppliers", "the field fax": said which of the two. */
  sort: 'entity' | 'member' | null;
  plural: boolean;
  start: number;
  end: number;
};

const ARTICLES = [
  ...['a', 'an', 'the', 'any', 'all', 'every', 'each', 'their', 'its', 'his', 'her', 'our', 'my'],
  ...['this', 'that', 'these', 'those', 'both', 'new', 'old', 'existing', 'whole', 'of'],
];
const TABLES = ['table', 'tables', 'entity', 'entities', 'model', 'resource', 'collection'];
const COLUMNS = ['field', 'fields', 'column', 'columns', 'attribute', 'attributes', 'property'];
const LINKS = ['of', 'from', 'on', 'in', 'for', 'off', 'at', 'per', 'within', 'under'];

export function skipArticles(cursor: Cursor): void {
  while (acceptAny(cursor, ARTICLES) !== null);
}

/** Up to a name; "that" and "all" may be one themselves. */
function skipTo(cursor: Cursor, names: Names): void {
  while (names.lengthOfName(cursor) === 0 && acceptAny(cursor, ARTICLES) !== null);
}

/** "the fax number of the client", "each client's email", "the table suppliers"; the cursor moves only when one stands here. */
export function readReference(cursor: Cursor, names: Names): Reference | null {
  const from = cursor.at;
  const start = tokenAt(cursor)?.start ?? 0;
  if (names.last !== null && acceptAny(cursor, ['it', 'they', 'them', 'that one']) !== null)
    return { ...names.last, start, end: endOffset(cursor) };
  skipTo(cursor, names);
  const before = readSort(cursor, names);
  skipTo(cursor, names);
  const first = readName(cursor, names);
  if (first === null) {
    cursor.at = from;
    return null;
  }
  const owners: string[][] = [];
  let noun = first;
  if (tokenAt(cursor, -1)?.possessive === true) {
    const owned = readName(cursor, names);
    if (owned !== null) {
      owners.push(first.words);
      noun = owned;
    }
  }
  const { words, sort } = withoutSort(noun.words, before);
  owners.push(...readOwners(cursor, names));
  return { words, owners, sort, plural: noun.plural, start, end: endOffset(cursor) };
}

/** "the fax number and the phone of the client": an owner that is named last is that of all of them. */
export function readReferences(cursor: Cursor, names: Names): Reference[] {
  const found: Reference[] = [];
  for (;;) {
    const from = cursor.at;
    if (found.length > 0 && acceptAny(cursor, [', and', ', or', ',', 'and', 'or', 'nor']) === null)
      break;
    const next = readReference(cursor, names);
    if (next === null) {
      cursor.at = from;
      break;
    }
    found.push(next);
  }
  const owners = found.at(-1)?.owners ?? [];
  return found.map((each) => (each.owners.length === 0 ? { ...each, owners } : each));
}

/** The noun that stands here, or a longer name that is there: "hired on", "from". */
function readName(cursor: Cursor, names: Names): Noun | null {
  const from = cursor.at;
  const length = names.lengthOfName(cursor);
  const noun = readNoun(cursor);
  if (cursor.at - from >= length) return noun;
  const tokens = cursor.tokens.slice(from, from + length);
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (first === undefined || last === undefined) return noun;
  cursor.at = from + length;
  const words = tokens.flatMap(subwords);
  return { words, plural: isPlural(words.at(-1) ?? ''), start: first.start, end: last.end };
}

function readOwners(cursor: Cursor, names: Names): string[][] {
  const owners: string[][] = [];
  for (;;) {
    const from = cursor.at;
    const isFirst = owners.length === 0;
    if (acceptAny(cursor, isFirst ? LINKS : ['and', ', and', ',']) === null) return owners;
    if (!isFirst) acceptAny(cursor, LINKS);
    skipTo(cursor, names);
    readSort(cursor, names);
    const noun = readName(cursor, names);
    const { words } = withoutSort(noun?.words ?? [], null);
    if (noun === null || (!isFirst && !names.isEntity(words))) {
      cursor.at = from;
      return owners;
    }
    owners.push(words);
  }
}

function readSort(cursor: Cursor, names: Names): Reference['sort'] {
  const sort = sortOf(peek(cursor));
  if (sort === null) return null;
  const next = { ...cursor, at: cursor.at + 1 };
  acceptAny(next, ['called', 'named']);
  if (readName({ ...next }, names) === null) return null;
  cursor.at = next.at;
  return sort;
}

function sortOf(word: string): Reference['sort'] {
  if (TABLES.includes(word)) return 'entity';
  return COLUMNS.includes(word) ? 'member' : null;
}

/** "the fax field", "the suppliers table". */
function withoutSort(
  words: readonly string[],
  before: Reference['sort'],
): Pick<Reference, 'words' | 'sort'> {
  const after = words.length > 1 ? sortOf(words.at(-1) ?? '') : null;
  return after === null
    ? { words: [...words], sort: before }
    : { words: words.slice(0, -1), sort: after };
}
