import { isPlural } from '../text/nouns.ts';
import type { Token } from '../text/tokens.ts';
import { acceptAny, type Cursor, cursorOf, peek } from './cursor.ts';
import { readNoun } from './noun.ts';
import type { Statement } from './statements.ts';

/** "Invoicing for freelancers: Client (name, email)": what stands before the colon is a title. */
export function readAppTitle(tokens: readonly Token[]): Statement[] {
  const cursor = cursorOf(tokens);
  if (acceptAny(cursor, ['like', 'similar to']) !== null) return readModelled(cursor);
  const noun = readNoun(cursor);
  if (noun === null) return [];
  const app: Statement = { kind: 'app', noun, start: noun.start, end: noun.end };
  if (noun.plural) return isTitleOfClauses(tokens, cursor.at) ? [app] : [];
  if (acceptAny(cursor, ['for', 'of']) === null) return [];
  acceptAny(cursor, ['a', 'an', 'the', 'our', 'my']);
  const audience = readNoun(cursor);
  const isThing =
    tokens[cursor.at + 2]?.text === '(' ||
    tokens[cursor.at + 3]?.text === '(' ||
    tokens[cursor.at + 2]?.lower === 'with' ||
    (tokens[cursor.at + 2]?.text === ',' && isPlural(tokens[cursor.at + 1]?.lower ?? ''));
  if (audience === null || tokens[cursor.at]?.text !== ':' || !isThing) return [];
  const { start, end } = audience;
  return [app, { kind: 'app', noun: audience, start, end }];
}

/** "like trello but for wedding planners: weddings, vendors": which program it is like, and for whom. */
function readModelled(cursor: Cursor): Statement[] {
  const model = readNoun(cursor);
  if (model === null || acceptAny(cursor, ['but for', 'for']) === null) return [];
  const audience = readNoun(cursor);
  if (audience === null || peek(cursor) !== ':') return [];
  return [model, audience].map((noun) => ({ kind: 'app', noun, start: noun.start, end: noun.end }));
}

/** "Hotel reservations: rooms have a number": clauses follow, so the plural before the colon has no list of its own. */
function isTitleOfClauses(tokens: readonly Token[], colon: number): boolean {
  const [sign, subject, verb] = tokens.slice(colon, colon + 3);
  return (
    colon > 1 &&
    sign?.text === ':' &&
    isPlural(subject?.lower ?? '') &&
    verb?.kind === 'word' &&
    !isPlural(verb.lower) &&
    !/^(and|or|with|of|per|in|for|by)$/.test(verb.lower)
  );
}
