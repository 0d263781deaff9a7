import type { Blueprint, Phrase } from '@quantumlayer/contracts';
import { type Accounts, createAccounts } from './accounting.ts';
import { findRule } from './grammar/rules.ts';
import { findValueNames } from './grammar/value-names.ts';
import { KEEPING_ACTIONS } from './lexicon/action-verbs.ts';
import { STRONG_BELONG } from './lexicon/predicates.ts';
import { FUNCTION_WORDS, PREPOSITIONS, RELATIVES } from './lexicon/words.ts';
import type { Draft, Mark } from './model/draft.ts';
import { type Block, columnNames } from './text/blocks.ts';
import type { Token } from './text/tokens.ts';

/** Cuts the prompt into phrases so that every word is inside one, each with what it became. */
export function cutPhrases(
  prompt: string,
  blocks: readonly Block[],
  draft: Draft,
  blueprint: Blueprint,
): { phrases: Phrase[]; notUnderstood: string[] } {
  const tokens = blocks.flatMap((block) => block.tokens);
  const owners = ownersOf(tokens, draft.marks);
  const meanings = groupBySpan(draft.marks);
  disownUnaccounted(tokens, owners, meanings, createAccounts(blueprint, draft));
  for (const miss of draft.misses) if (miss.isFirm) disown(tokens, owners, miss);
  joinColumnNames(tokens, owners, columnNames(blocks));
  fillGaps(tokens, owners, blueprint.people === undefined);
  const phrases: Phrase[] = [];
  const notUnderstood: string[] = [];
  let from = 0;
  for (let index = 1; index <= tokens.length; index += 1) {
    if (index < tokens.length && sameRun(tokens, owners, index)) continue;
    const first = tokens[from];
    const last = tokens[index - 1];
    if (first && last) {
      const start = withListNumber(prompt, phrases.at(-1)?.end ?? 0, first.start);
      const text = prompt.slice(start, last.end);
      const owner = owners[from];
      const became = owner ? meaningsOf(owner, meanings) : [];
      phrases.push({ text, start, end: last.end, became });
      if (became.length === 0) notUnderstood.push(explain(text, tokens.slice(from, index), draft));
    }
    from = index;
  }
  return { phrases, notUnderstood };
}

/** The number of a list item (`1.`, `2)`) is no token; it belongs to the phrase that follows it. */
function withListNumber(prompt: string, from: number, start: number): number {
  const word = prompt.slice(from, start).search(/[\p{L}\p{N}]/u);
  return word < 0 ? start : from + word;
}

/** The smallest mark around each token: wide marks are laid first and narrow ones on top. */
function ownersOf(tokens: readonly Token[], marks: readonly Mark[]): (Mark | null)[] {
  const owners: (Mark | null)[] = tokens.map(() => null);
  const indexAt = new Map(tokens.map((token, index) => [token.start, index]));
  const widestFirst = [...marks].sort((a, b) => b.end - b.start - (a.end - a.start));
  for (const mark of widestFirst) {
    for (let index = indexAt.get(mark.start) ?? tokens.length; index < tokens.length; index += 1) {
      const token = tokens[index];
      if (token === undefined || token.end > mark.end) break;
      owners[index] = mark;
    }
  }
  return owners;
}

/** A word that nothing of what its phrase became accounts for was not understood, however wide the phrase. */
function disownUnaccounted(
  tokens: readonly Token[],
  owners: (Mark | null)[],
  meanings: ReadonlyMap<string, Mark[]>,
  accounts: Accounts,
): void {
  const naming = findValueNames(tokens);
  tokens.forEach((token, index) => {
    const owner = owners[index];
    if (!owner) return;
    const marks = meanings.get(`${owner.start}:${owner.end}`) ?? [owner];
    if (owner.isWhole === true) return;
    if (!accounts(token, marks, naming.has(index))) owners[index] = null;
  });
  // "2-5 letters": what joins two words that were not understood goes with them.
  tokens.forEach(({ text }, index) => {
    const isBetween = /^[-–/]$/.test(text) && index > 0 && index + 1 < tokens.length;
    if (isBetween && !owners[index - 1] && !owners[index + 1]) owners[index] = null;
  });
}

function disown(
  tokens: readonly Token[],
  owners: (Mark | null)[],
  { start, end }: { start: number; end: number },
): void {
  tokens.forEach((token, index) => {
    if (token.start >= start && token.end <= end) owners[index] = null;
  });
}

/** The names of a table's columns became what its first row became. */
function joinColumnNames(
  tokens: readonly Token[],
  owners: (Mark | null)[],
  names: ReadonlySet<number>,
): void {
  let below: Mark | null = null;
  for (let index = tokens.length - 1; index >= 0; index -= 1) {
    const token = tokens[index];
    if (token !== undefined && names.has(token.start)) owners[index] ??= below;
    below = owners[index] ?? (token?.kind === 'symbol' ? below : null);
  }
}

/** "a from and a where": after the article the small word is meant as a name. */
function isNamed(tokens: readonly Token[], at: number): boolean {
  const isArticle = ['a', 'an'].includes(tokens[at - 1]?.lower ?? '');
  const word = tokens[at]?.lower ?? '';
  const next = tokens[at + 1];
  const ends = next === undefined || next.kind === 'symbol' || ['and', 'or'].includes(next.lower);
  return isArticle && ends && (PREPOSITIONS.has(word) || RELATIVES.has(word));
}

/** Small words and punctuation between phrases join the one before (or after, at the start). */
function fillGaps(tokens: readonly Token[], owners: (Mark | null)[], isForAll: boolean): void {
  let index = 0;
  while (index < tokens.length) {
    if (owners[index] !== null) {
      index += 1;
      continue;
    }
    let end = index;
    while (end < tokens.length && owners[end] === null) end += 1;
    const gap = tokens.slice(index, end);
    const isSmall =
      saysPurpose(gap, owners[index - 1]) ||
      (isForAll && owners[end] !== null && saysWhoUsesIt(gap, tokens[end])) ||
      (!gap.some((_token, at) => isNamed(tokens, index + at)) && gap.every(isSmallWord));
    const owner = owners[index - 1] ?? owners[end] ?? null;
    if (!isSmall) {
      for (let at = index; at < end && tokens[at]?.kind === 'symbol'; at += 1)
        owners[at] = owners[index - 1] ?? null;
      for (let at = end - 1; at > index && isBetween(tokens[at]); at -= 1)
        owners[at] = owners[end] ?? null;
    }
    if (isSmall && owner !== null) owners.fill(owner, index, end);
    index = end;
  }
}

function isSmallWord(token: Token): boolean {
  if (token.kind === 'symbol') return !/\p{Extended_Pictographic}/u.test(token.text);
  return FUNCTION_WORDS.has(token.lower) || STRONG_BELONG.has(token.lower);
}

/** "a tool | to plan | weddings", "an app | that lets | users": between the name of the app and what it keeps. */
function saysPurpose(gap: readonly Token[], before: Mark | null | undefined): boolean {
  const said = gap.map(({ lower }) => lower).join(' ');
  return (
    before?.path === 'name' &&
    /^(to (plan|organi[sz]e|run|collect|handle|manage)( (our|my|the|an?))?|(that|which) (lets?|allows?|enables?|helps?)( to)?)$/.test(
      said,
    )
  );
}

/** "users | log workouts", "where people can | post recipes": in an app where nobody signs in everybody can. */
function saysWhoUsesIt(gap: readonly Token[], next: Token | undefined): boolean {
  const said = gap
    .filter(({ kind }) => kind !== 'symbol')
    .map(({ lower }) => lower)
    .join(' ');
  return KEEPING_ACTIONS.has(next?.lower ?? '') && ALL_WHO_USE_IT.test(said);
}

const ALL_WHO_USE_IT =
  /^(where |(that |which )?(lets |allows |enables |helps ))?(users|people|everyone|everybody|anyone|anybody)( can| could| may| will| to| be able to| should be able to)?( also)?$/;

/** The comma and the "and" before the next phrase. */
function isBetween(token: Token | undefined): boolean {
  return token?.kind === 'symbol' || token?.lower === 'and';
}

function sameRun(
  tokens: readonly Token[],
  owners: readonly (Mark | null)[],
  index: number,
): boolean {
  if (owners[index] !== owners[index - 1]) return false;
  if (owners[index] !== null) return true;
  const previous = tokens[index - 1];
  return !(previous?.kind === 'symbol' && /^[.;!?]$/.test(previous.text));
}

function groupBySpan(marks: readonly Mark[]): Map<string, Mark[]> {
  const groups = new Map<string, Mark[]>();
  for (const mark of marks) {
    const key = `${mark.start}:${mark.end}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [mark]);
    else group.push(mark);
  }
  return groups;
}

function meaningsOf(owner: Mark, groups: ReadonlyMap<string, Mark[]>): Phrase['became'] {
  const seen = new Set<string>();
  const same = groups.get(`${owner.start}:${owner.end}`) ?? [owner];
  return same
    .filter(({ path, meaning, isWhole }) => {
      const key = isWhole === true ? `${path} ${meaning}` : path;
      return !seen.has(key) && seen.add(key);
    })
    .slice(0, 20)
    .map(({ path, meaning }) => ({ path, meaning }));
}

function explain(text: string, tokens: readonly Token[], draft: Draft): string {
  const start = tokens[0]?.start ?? 0;
  const end = tokens.at(-1)?.end ?? 0;
  const miss = draft.misses.find((each) => each.start < end && each.end > start);
  const reason = miss?.reason ?? findRule(tokens)?.reason;
  return reason === undefined ? text : `${text} (${reason})`;
}
