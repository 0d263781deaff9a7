import { isPlural } from '../text/nouns.ts';
import type { Token } from '../text/tokens.ts';
import { acceptAny, type Cursor, cursorOf, endOffset, isDone, peek, tokenAt } from './cursor.ts';
import { readItems } from './items.ts';
import { type Item, itemOf, type Noun, type Statement } from './statements.ts';

type Kind = 'one-to-many' | 'many-to-one' | 'many-to-many' | 'one-to-one';

const WORD_KINDS: Record<string, Kind> = {
  'one-to-many': 'one-to-many',
  'many-to-one': 'many-to-one',
  'many-to-many': 'many-to-many',
  'one-to-one': 'one-to-one',
  'n-n': 'many-to-many',
  'n-m': 'many-to-many',
  'm-n': 'many-to-many',
  'm-m': 'many-to-many',
  'n-1': 'many-to-one',
  'm-1': 'many-to-one',
};
const MANY_SIGNS = ['n', 'm', 'many'];

/** `1-n`, `n:m`, `1..n`, `one-to-many`: the kind that stands here; the cursor goes behind it. */
function readKind(cursor: Cursor): Kind | null {
  const word = peek(cursor);
  if (Object.hasOwn(WORD_KINDS, word)) {
    cursor.at += 1;
    return WORD_KINDS[word] ?? null;
  }
  const from = cursor.at;
  if (peek(cursor, -1) === ')' && acceptAny(cursor, ['- >', '= >', '→']) !== null) {
    if (isPlural(peek(cursor)) && peek(cursor, 1) === '(') return 'one-to-many';
    cursor.at = from;
  }
  const left = word === '1' ? 'one' : MANY_SIGNS.includes(word) ? 'many' : null;
  if (left === null) return null;
  cursor.at += 1;
  const isLinked = acceptAny(cursor, [': ', ':', '-', '–', '→', '. .', 'to']) !== null;
  const right = peek(cursor) === '1' ? 'one' : MANY_SIGNS.includes(peek(cursor)) ? 'many' : null;
  if (!isLinked || right === null) {
    cursor.at = from;
    return null;
  }
  cursor.at += 1;
  return `${left}-to-${right}`;
}

/** Sentences that name the kind of a relation outright: "a many-to-many relationship between A and B", `A 1-n B`. */
export function readNotation(tokens: readonly Token[]): Statement[] | null {
  return readBetween(tokens) ?? readChain(tokens) ?? readChains(tokens);
}

/** "customer 1:n order, order n:m product". */
function readChains(tokens: readonly Token[]): Statement[] | null {
  const parts: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (token.text === '(') depth += 1;
    if (token.text === ')') depth -= 1;
    if (
      depth === 0 &&
      (token.text === ',' || (token.lower === 'and' && mayBeNotation(parts.at(-1) ?? [])))
    )
      parts.push([]);
    else parts.at(-1)?.push(token);
  }
  if (parts.length < 2) return null;
  const made = parts.map((part) => (part.length > 2 ? readChain(part) : null));
  return made.every((each) => each !== null) ? made.flat() : null;
}

const LEADS = [
  'there is also',
  'there is',
  'there should be',
  'there must be',
  'we have',
  'we need',
  'we want',
  'use',
  'add',
  'the',
  'a',
  'an',
  'also',
  ',',
];
const RELATIONSHIP = [
  'relationship',
  'relationships',
  'relation',
  'relations',
  'association',
  'link',
  'mapping',
];
const IS = [
  'is a',
  'is',
  'are',
  'should be',
  'must be',
  'have a',
  'have',
  'share a',
  'are in a',
  ':',
  '-',
  '(',
  'being',
];

/** "There is a many-to-many relationship between posts and tags", "the relation of posts to tags is n:m". */
function readBetween(tokens: readonly Token[]): Statement[] | null {
  const cursor = cursorOf(tokens);
  while (acceptAny(cursor, LEADS) !== null);
  let kind = readKind(cursor);
  const isNamed = acceptAny(cursor, RELATIONSHIP) !== null;
  if (kind === null && !isNamed) return readSides(tokens);
  if (acceptAny(cursor, ['between', 'from', 'of', 'for']) === null) return null;
  const sides = readPair(cursor);
  if (sides === null) return null;
  acceptAny(cursor, IS);
  kind ??= readKind(cursor);
  return kind === null ? null : relate(sides, kind, tokens, cursor);
}

/** "Posts and tags have a many-to-many relationship", "customer to orders: one-to-many". */
function readSides(tokens: readonly Token[]): Statement[] | null {
  const at = tokens.findIndex((_token, index) => {
    const probe = cursorOf(tokens, index);
    return readKind(probe) !== null && index > 2;
  });
  if (at < 0) return null;
  let end = at;
  while (
    end > 0 &&
    /^(is|are|a|an|have|has|in|:|-|\(|should|must|be|share|–|—|=|as)$/.test(
      tokens[end - 1]?.lower ?? '',
    )
  )
    end -= 1;
  if (end === at || tokens.slice(0, end).some((token) => token.text === ':')) return null;
  const cursor = cursorOf(tokens, 0, end);
  const sides = readPair(cursor);
  if (sides === null || !isDone(cursor)) return null;
  const rest = cursorOf(tokens, at);
  const kind = readKind(rest);
  if (kind === null) return null;
  const made = relate(sides, kind, tokens, rest);
  return isDone(rest) ? made : null;
}

function readPair(cursor: Cursor): [Item, Item] | null {
  const link = ['and', 'to', 'with', '-', '–', '—', '→', '/'];
  let depth = 0;
  const at = cursor.tokens.findIndex((token, index) => {
    if (token.text === '(') depth += 1;
    if (token.text === ')') depth -= 1;
    return depth === 0 && index > cursor.at && index < cursor.end && link.includes(token.lower);
  });
  if (at < 0 || at - cursor.at > 12) return null;
  const before = { tokens: cursor.tokens, at: cursor.at, end: at };
  const [left] = readItems(before);
  // "Tickets have comments and tags (many-to-many)": a list, of which one thing is told.
  if (!isDone(before)) return null;
  const second: Cursor = { tokens: cursor.tokens, at: at + 1, end: cursor.end };
  const end = cursor.tokens.findIndex(
    (token, index) =>
      index > at + 1 && index < cursor.end && /^(is|are|[:(-]|should|must)$/.test(token.lower),
  );
  const part = { tokens: cursor.tokens, at: second.at, end: end < 0 ? cursor.end : end };
  const [right] = readItems(part, true);
  if (left === undefined || right === undefined) return null;
  cursor.at = part.at;
  return [left, right];
}

function relate(
  [left, right]: [Item, Item],
  kind: Kind,
  tokens: readonly Token[],
  cursor: Cursor,
): Statement[] {
  acceptAny(cursor, [')', ...RELATIONSHIP, 'related']);
  const start = tokens[0]?.start ?? 0;
  const end = Math.max(left.end, right.end, endOffset(cursor));
  const described = [left, right].filter((item) => item.children.length > 0);
  return [
    ...described.map(
      (item): Statement => ({ kind: 'topic', items: [item], start: item.start, end: item.end }),
    ),
    ...link(left, right, kind, start, end),
  ];
}

/** `artist(name) 1-n album(title) 1-n track; playlist n-n track`. */
function readChain(tokens: readonly Token[]): Statement[] | null {
  const links: { at: number; to: number; kind: Kind }[] = [];
  let depth = 0;
  for (let index = 0; index < tokens.length; index += 1) {
    const text = tokens[index]?.text ?? '';
    if (text === '(') depth += 1;
    if (text === ')') depth -= 1;
    const probe = cursorOf(tokens, index);
    const kind = depth === 0 && index > 0 ? readKind(probe) : null;
    if (kind === null) continue;
    links.push({ at: index, to: probe.at, kind });
    index = probe.at - 1;
  }
  const ends = [...links.map(({ at }) => at), tokens.length];
  const items: Item[] = [];
  for (const [index, end] of ends.entries()) {
    const cursor = cursorOf(tokens, links[index - 1]?.to ?? 0, end);
    const [item, second] = readItems(cursor);
    if (item === undefined || second !== undefined || !isDone(cursor)) return null;
    items.push(item);
  }
  if (links.length === 0) return null;
  const statements: Statement[] = items
    .filter((item) => item.children.length > 0)
    .map((item) => ({ kind: 'topic', items: [item], start: item.start, end: item.end }));
  for (const [index, { kind }] of links.entries()) {
    const [left, right] = [items[index], items[index + 1]];
    if (left && right)
      statements.push(...link(bare(left), bare(right), kind, left.noun.start, right.noun.end));
  }
  return statements;
}

function bare({ noun }: Item): Item {
  return itemOf(noun);
}

function link(left: Item, right: Item, kind: Kind, start: number, end: number): Statement[] {
  if (kind === 'many-to-many') return [{ kind, nouns: [left.noun, right.noun], start, end }];
  const [one, other] = kind === 'many-to-one' ? [right, left] : [left, right];
  return [
    {
      kind: 'has',
      subjects: [one.noun],
      items: [target(other.noun, kind)],
      optional: false,
      start,
      end,
    },
  ];
}

function target(noun: Noun, kind: Kind): Item {
  const isOne = kind === 'one-to-one';
  return {
    ...itemOf(noun),
    quantity: isOne ? 'one' : 'many',
    isExclusive: isOne,
    indefinite: true,
  };
}

/** True when a word of a kind ("one-to-many") stands anywhere: the sentence is worth a look. */
export function mayBeNotation(tokens: readonly Token[]): boolean {
  return tokens.some(
    (token, index) =>
      Object.hasOwn(WORD_KINDS, token.lower) ||
      (token.text === ')' && readKind(cursorOf(tokens, index + 1)) !== null) ||
      ((token.lower === '1' || MANY_SIGNS.includes(token.lower)) &&
        readKind(cursorOf(tokens, index)) !== null &&
        tokenAt(cursorOf(tokens, index), -1)?.text !== '('),
  );
}
