import { phrases, words } from '../lexicon/words.ts';
import { isPlural } from '../text/nouns.ts';
import type { Token } from '../text/tokens.ts';
import { accept, acceptAny, cursorOf, peek } from './cursor.ts';
import { readNoun } from './noun.ts';
import { like } from './questions.ts';

const LINKS = words('of from about regarding concerning');
const ARTICLES = words('a an the each every our my all');
const WISHES = phrases(
  'want to | need to | have to | would like to | like to | must | should | also | just | only',
);
const KEEPING = phrases(
  'keep track of | write down | note down | keep | store | record | save | note | know | need | hold | register | collect | track | document',
);

type Opening = { subject: readonly Token[]; verb: Token; to: number; isMany: boolean };

/** "of a dog we keep its name": whose values are kept, said before who keeps them. */
function openingAt(
  tokens: readonly Token[],
  at: number,
  links: ReadonlySet<string> = LINKS,
): Opening | null {
  const cursor = cursorOf(tokens, at + 1);
  const isWith = tokens[at]?.lower === 'with' && /^(each|every)$/.test(peek(cursor));
  if (!isWith && (!links.has(tokens[at]?.lower ?? '') || !ARTICLES.has(peek(cursor)))) return null;
  const isAll = /^(all|our|my)$/.test(peek(cursor));
  while (ARTICLES.has(peek(cursor))) cursor.at += 1;
  const from = cursor.at;
  const noun = readNoun(cursor);
  const subject = tokens.slice(from, cursor.at);
  acceptAny(cursor, [',']);
  const speaker = tokens[cursor.at];
  if (noun === null || speaker === undefined || acceptAny(cursor, ['we', 'i', 'you']) === null)
    return null;
  while (acceptAny(cursor, WISHES) !== null);
  if (acceptAny(cursor, KEEPING) === null && !(isWith && accept(cursor, 'have'))) return null;
  acceptAny(cursor, [':', 'the following :', 'the following']);
  const isMany = noun.plural || isPlural(subject.at(-1)?.lower ?? '');
  if (cursor.at >= tokens.length || (isMany && !isAll && peek(cursor) === '')) return null;
  return { subject, verb: speaker, to: cursor.at, isMany };
}

const FOR = words('for');

/** "..., of the cow we record its tag", ", and for an order we need": such a clause is a sentence of its own. */
export function opensKeptOf(tokens: readonly Token[], at: number): boolean {
  const isAnd = tokens[at]?.lower === 'and';
  return openingAt(tokens, at) !== null || openingAt(tokens, isAnd ? at + 1 : at, FOR) !== null;
}

/** "Of each tree we note the height", "with every client we have contracts": the tree and the client have them. */
export function withKeptOf(tokens: readonly Token[]): readonly Token[] {
  const [link] = tokens;
  const opening = openingAt(tokens, 0);
  if (link === undefined || opening === null) return tokens;
  const { subject, verb, to, isMany } = opening;
  const has = like(verb, isMany ? 'have' : 'has');
  return [...(isMany ? [] : [like(link, 'each')]), ...subject, has, ...tokens.slice(to)];
}
