import { isPersonWord } from '../lexicon/people.ts';
import { PERIODS } from '../lexicon/periods.ts';
import { STRONG_BELONG } from '../lexicon/predicates.ts';
import { isValueWord } from '../lexicon/value-nouns.ts';
import { BE, phrases, words } from '../lexicon/words.ts';
import { isPlural, singular } from '../text/nouns.ts';
import type { Token } from '../text/tokens.ts';
import { type Cursor, peek } from './cursor.ts';
import { readItems } from './items.ts';
import { readNoun } from './noun.ts';
import { type Item, itemOf } from './statements.ts';

const TARGET_LINKS = phrases('to | with | in | at | by | for | on | from | under');

export const COUNTS = words('a an one exactly the another its their');
/** Counts that make each noun phrase after an acting verb a thing of the subject: "shows one film in one hall". */
export const EXACT_COUNTS = words('one exactly');

/** "between two persons": the first and the second of them. */
function readTwo(cursor: Cursor): Item[] | null {
  const isBetween = peek(cursor, -1) === 'between' && peek(cursor) === 'two';
  const noun = isBetween ? readNoun({ ...cursor, at: cursor.at + 1 }) : null;
  if (noun?.plural !== true) return null;
  cursor.at += 1;
  readNoun(cursor);
  const words = noun.words.map((word) => singular(word));
  return ['first', 'second'].map((place) => ({
    ...itemOf({ ...noun, words: [place, ...words], plural: false }),
    refersTo: { ...noun, words, plural: false },
  }));
}

/** "given to a clerk who works in a shed": where the clerk works is no place of the sentence. */
function isInRelative(tokens: readonly Token[], from: number, at: number): boolean {
  return tokens.slice(Math.max(from, at - 3), at).some(({ lower }) => lower === 'who');
}

/** "in a hall, by a trainer", "..., for one pupil": another target after the comma. */
function isFurtherTarget({ tokens }: Cursor, at: number): boolean {
  const [link, count, next] = tokens.slice(at, at + 3).map(({ lower }) => lower);
  if (count === 'one') return true;
  const isCounted = /^(in|by|at|for|from|on)$/.test(link ?? '') && /^(a|an)$/.test(count ?? '');
  const isVague = /^(given|certain|specific|fixed|particular)$/.test(next ?? '');
  return (
    isCounted && !isVague && ![next, tokens[at + 3]?.lower].some((word) => isValueWord(word ?? ''))
  );
}

/** A comma, or "with" before what the target has; in "with one vet" it leads to another target. */
function endsTargets({ text }: Token, at: number, tokens: readonly Token[]): boolean {
  return text === ',' || (text === 'with' && !/^(one|an?)$/.test(tokens[at + 1]?.lower ?? ''));
}

const MANNERS = words('parts advance full cash person writing total bulk');

/** "paid in parts", "paid in full": how it is done, and no thing. */
function isManner(cursor: Cursor): boolean {
  return peek(cursor, -1) === 'in' && MANNERS.has(peek(cursor));
}

/** What is kept of each time it is done: under which name somebody booked is the booking's. */
const KEPT_DEEDS =
  /^(booked|reserved|rented|hired|borrowed|registered|ordered|enrolled|signed|bought|sold)$/;

/** "rented to companies by the month": how it is counted. */
function isByPeriod(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.lower === 'by' && PERIODS.has(tokens[at + 2]?.lower ?? '');
}

function isSomebody({ lower }: Token): boolean {
  return isPersonWord(singular(lower));
}

/** "members of a club with a name": to be one of it is no deed that anything is kept of. */
const PART_OF = /^(members?|part|parts|belongs?|belonging)$/;

/** What tells one thing from another of its kind. */
const IDENTIFYING = words('name title code address email mail phone mobile website street city');

/** "a club with a name", "serviced by a fitter with a phone": what the target has itself; a date or a fee is of what is told. */
function isOwnValue(cursor: Cursor, at: number, isDeed: boolean): boolean {
  const { tokens } = cursor;
  const [, next, third] = tokens.slice(at - 1, at + 2).map(({ lower }) => lower);
  if (isDeed) return isValueWord(next ?? '');
  const isNamed = [next, third].some((word) => IDENTIFYING.has(word ?? ''));
  // "Pupils are registered for a trip with a name": whoever is registered has it.
  const isPart = tokens.slice(0, cursor.at).some(({ lower }) => PART_OF.test(lower));
  const isOfSubject =
    !isPart &&
    tokens.slice(0, at - 3).some(isSomebody) &&
    !tokens.slice(at - 3, at - 2).some(isSomebody);
  const said = tokens.slice(0, cursor.at);
  const isOfDeed = said.at(-1)?.lower === 'by' && said.some(({ lower }) => KEPT_DEEDS.test(lower));
  const isMany = isPlural(tokens[at - 3]?.lower ?? '');
  const isPassive = said.some(({ lower }) => BE.has(lower));
  const isTied = !isMany || !isPassive || said.some(({ lower }) => STRONG_BELONG.has(lower));
  return isNamed && isTied && !isOfSubject && !isOfDeed && tokens[at - 3]?.lower !== 'each';
}

/** "placed by a customer at a restaurant", "links a vehicle to a spot": every noun phrase is a target. */
export function readTargets(
  cursor: Cursor,
  counts: ReadonlySet<string> = COUNTS,
  isDeed = false,
): Item[] {
  const pair = readTwo(cursor);
  if (pair !== null) return pair;
  if (isManner(cursor)) return [];
  const items: Item[] = [];
  const isPer = cursor.tokens[cursor.at - 1]?.lower === 'per';
  const own = cursor.tokens.findIndex(
    (token, index) =>
      index > cursor.at &&
      index < cursor.end &&
      ((token.lower === 'with' && (isPer || cursor.tokens[index - 1]?.text === ',')) ||
        (token.text === ':' &&
          !isDeed &&
          !cursor.tokens.slice(cursor.at, index).some(endsTargets))),
  );
  const limit =
    own < 0
      ? cursor.end
      : Math.min(cursor.end, cursor.tokens[own]?.text === ':' || isPer ? own : own - 1);
  for (let from = cursor.at; from < limit; ) {
    const next = cursor.tokens.findIndex(
      (token, index) =>
        index > from &&
        index < limit &&
        TARGET_LINKS.includes(token.lower) &&
        counts.has(cursor.tokens[index + 1]?.lower ?? '') &&
        !isByPeriod(cursor.tokens, index) &&
        !isInRelative(cursor.tokens, from, index) &&
        !(token.lower === 'with' && isOwnValue(cursor, index + 2, isDeed)) &&
        (cursor.tokens[index - 1]?.lower !== ',' || (!isDeed && isFurtherTarget(cursor, index))),
    );
    const part = { tokens: cursor.tokens, at: from, end: next < 0 ? limit : next };
    items.push(...readItems(part));
    readWhole(part, limit, items.at(-1));
    markWholes(part.tokens, items.at(-1));
    cursor.at = part.at;
    const isLeft =
      part.at < next &&
      !(part.at === next - 1 && /^(and|or|,)$/.test(cursor.tokens[part.at]?.lower ?? ''));
    if (next < 0 || isLeft) break;
    from = next + 1;
  }
  markEither(cursor.tokens, items);
  return items.map(withKind);
}

/** "in a wall of a building": the wall is the building's, whatever the sentence says of it. */
function readWhole(cursor: Cursor, limit: number, item: Item | undefined): void {
  const isLinked = peek(cursor) === 'of' && /^(a|an|one|each)$/.test(peek(cursor, 1));
  if (item === undefined || item.noun.plural || !isLinked || cursor.at >= limit) return;
  const probe = { ...cursor, at: cursor.at + 2 };
  const noun = readNoun(probe);
  if (noun === null || noun.plural || isValueWord(noun.words.at(-1) ?? '')) return;
  item.belongsTo.push({ ...itemOf(noun), indefinite: true, isOfRelative: true });
  cursor.at = probe.at;
}

/** "in roles of a play": whose the target is holds of it, whatever the sentence says. */
function markWholes(tokens: readonly Token[], item: Item | undefined): void {
  for (const owner of item?.belongsTo ?? []) {
    const at = tokens.findIndex(({ start }) => start === owner.start);
    if (tokens[at - 1]?.lower === 'of') owner.isOfRelative = true;
  }
}

/** "a seller (private or dealer)": of which kind the target is. */
function withKind(item: Item): Item {
  const { values, ...others } = item.qualities;
  const head = item.noun.words.at(-1) ?? '';
  const isSomebody = isPersonWord(head) || /[^r](er|or)$/.test(head);
  if (values === undefined || !item.indefinite || !isSomebody || item.refersTo !== null)
    return item;
  const { start, end } = item;
  const kind = itemOf({ words: ['type'], plural: false, start, end });
  return {
    ...item,
    qualities: others,
    children: [...item.children, { ...kind, qualities: { values } }],
  };
}

/** "linked to a deal or a contact": either of them, so neither must be there. */
function markEither(tokens: readonly Token[], items: readonly Item[]): void {
  for (const [index, item] of items.entries()) {
    const [before] = index === 0 ? [] : items.slice(index - 1);
    const at = tokens.findIndex(({ start }) => start === item.start);
    const isEither =
      tokens[at - 1]?.lower === 'or' && item.indefinite && before?.indefinite === true;
    if (!isEither || before === undefined) continue;
    before.qualities.optional = true;
    item.qualities.optional = true;
  }
}
