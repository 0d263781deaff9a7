import { LEAD_FILLERS, LEAD_VERBS, PURE_APP_WORDS } from '../lexicon/apps.ts';
import { TRACK_VERBS } from '../lexicon/predicates.ts';
import { isPlural } from '../text/nouns.ts';
import type { Token } from '../text/tokens.ts';
import { cursorOf } from './cursor.ts';
import { readNoun } from './noun.ts';
import { like } from './questions.ts';

/** Where the word for the program stands in "I need a simple tool to ..."; -1 where a sentence opens otherwise. */
function programAt(tokens: readonly Token[]): number {
  const at = tokens.findIndex(({ lower }) => PURE_APP_WORDS.has(lower) || lower === 'something');
  const isOpening = tokens
    .slice(0, Math.max(at, 0))
    .every(({ lower }) => LEAD_FILLERS.has(lower) || LEAD_VERBS.has(lower));
  return isOpening ? at : -1;
}

/** "an app that lets users upload photos": where users upload photos. */
export function withLetting(tokens: readonly Token[]): readonly Token[] {
  const at = programAt(tokens);
  const [that, lets, who] = tokens.slice(at + 1, at + 4);
  const isLetting =
    /^(that|which)$/.test(that?.lower ?? '') &&
    /^(lets|let|allows|allow|enables|enable|helps|help)$/.test(lets?.lower ?? '');
  if (at < 0 || !isLetting || that === undefined || who === undefined) return tokens;
  if (!isPlural(who.lower) && who.lower !== 'people') return tokens;
  const rest = tokens.slice(at + 4);
  return [
    ...tokens.slice(0, at + 1),
    like(that, 'where'),
    who,
    ...(rest[0]?.lower === 'to' ? rest.slice(1) : rest),
  ];
}

/** "a tool to plan weddings: guests, tables, vendors": a tool for weddings. What a program is to keep is no purpose. */
export function withPurpose(tokens: readonly Token[]): readonly Token[] {
  const at = programAt(tokens);
  const [to, verb] = tokens.slice(at + 1, at + 3);
  if (at < 0 || to?.lower !== 'to' || verb?.kind !== 'word') return tokens;
  const isKept =
    TRACK_VERBS.has(verb.lower) && !/^(collect|schedule|organi[sz]e)$/.test(verb.lower);
  const cursor = cursorOf(tokens, at + 3);
  while (/^(the|our|my|their|a|an|all)$/.test(tokens[cursor.at]?.lower ?? '')) cursor.at += 1;
  if (isKept || readNoun(cursor) === null) return tokens;
  const [link, first, ...rest] = tokens.slice(cursor.at);
  const isListed = /^(:|with)$/.test(link?.lower ?? '') && isPlural(first?.lower ?? '');
  if (!isListed || !rest.some(({ lower }) => /^(,|and)$/.test(lower))) return tokens;
  return [...tokens.slice(0, at + 1), like(to, 'for'), ...tokens.slice(at + 3)];
}
