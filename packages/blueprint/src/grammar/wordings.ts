import { isPersonWord } from '../lexicon/people.ts';
import { DEED_NOUNS, GENERIC_ACTORS } from '../lexicon/predicates.ts';
import { isMeasureWord, isValueWord } from '../lexicon/value-nouns.ts';
import { words } from '../lexicon/words.ts';
import { isPlural, singular } from '../text/nouns.ts';
import type { Token } from '../text/tokens.ts';
import { withApplications } from './applying.ts';
import { like } from './questions.ts';
import { baseForm } from './verbs.ts';

/** "Vendors like florists have a name": examples of the subject are no things beside it. */
export function withoutLikes(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex(
    ({ lower }, index) =>
      /^(like|such)$/.test(lower) &&
      index > 0 &&
      index < 3 &&
      isPlural(tokens[index - 1]?.lower ?? ''),
  );
  const verb = tokens.findIndex(
    ({ lower }, index) =>
      index > at + 1 && index < at + 9 && /^(has|have|are|can|belong)$/.test(lower),
  );
  const examples = tokens.slice(at + 1, verb);
  const isPlain = examples.every(({ kind, text }) => kind === 'word' || text === ',');
  return at > 0 && verb > 0 && isPlain ? [...tokens.slice(0, at), ...tokens.slice(verb)] : tokens;
}

/** "activities like calls and emails": things like nothing, so what follows are their kinds. */
export function withKinds(tokens: readonly Token[]): readonly Token[] {
  return tokens.map((token, at) => {
    const [before, next] = [tokens[at - 1]?.lower ?? '', tokens[at + 1]?.lower ?? ''];
    const isThings =
      isPlural(before) && !GENERIC_ACTORS.has(before) && !isPersonWord(singular(before));
    const isListed = isPlural(next) && /^(,|and|or)$/.test(tokens[at + 2]?.lower ?? '');
    return token.lower === 'like' && isThings && isListed ? like(token, 'including') : token;
  });
}

/** "Users can comment on bugs": they write comments on them. */
export function withComments(tokens: readonly Token[]): readonly Token[] {
  return tokens.flatMap((token, at) => {
    const [before, next] = [tokens[at - 1]?.lower ?? '', tokens[at + 1]?.lower ?? ''];
    const isDone = /^(can|may|and|to|also)$/.test(before) || isPlural(before);
    const isVerb = token.lower === 'comment' && next === 'on' && isDone;
    return isVerb ? [like(token, 'write'), like(token, 'comments')] : [token];
  });
}

/** "An overview of all repairs of a machine: date, cost": the repairs are meant. */
export function withoutOverview(tokens: readonly Token[]): readonly Token[] {
  const said = tokens.slice(0, 3).map(({ lower }) => lower);
  const of = said.indexOf('of');
  const isOverview =
    /^(overview|list|log|register|history|inventory|catalogue|catalog|directory)$/.test(
      said[of - 1] ?? '',
    );
  if (of < 1 || !isOverview || !tokens.some(({ text }) => text === ':')) return tokens;
  let from = of + 1;
  while (/^(all|the|our|my)$/.test(tokens[from]?.lower ?? '')) from += 1;
  return isPlural(tokens[from]?.lower ?? '') ? tokens.slice(from) : tokens;
}

/** "a member borrows a book as a loan with a due date": what the deed is kept as is named, as by the deed itself. */
export function withoutRecordName(tokens: readonly Token[]): readonly Token[] {
  const as = tokens.findIndex(({ lower }, index) => index > 2 && lower === 'as');
  if (as < 0) return tokens;
  const isCounted = ['a', 'an', 'one'].includes(tokens[as + 1]?.lower ?? '');
  const to = as + (isCounted ? 3 : 2);
  const name = singular(tokens[to - 1]?.lower ?? '');
  const verb = tokens.findIndex(
    ({ lower }, index) => index > 0 && index < as && isKeptAs(baseForm(lower), name),
  );
  const isMore = ['with', ':'].includes(tokens[to]?.lower ?? '');
  if (verb < 0 || !isMore) return tokens;
  return [...tokens.slice(0, as), ...tokens.slice(to)].map((token, index) =>
    index === verb ? inWordsOf(token, name) : token,
  );
}

function isKeptAs(verb: string, name: string): boolean {
  return DEED_NOUNS.get(verb)?.some((noun) => noun.toLowerCase() === name) === true;
}

/** "book as reservations": to reserve. */
function inWordsOf(verb: Token, name: string): Token {
  const isUsual = (names: readonly string[]) => names[0]?.toLowerCase() === name;
  const isSaid = isUsual(DEED_NOUNS.get(baseForm(verb.lower)) ?? []);
  const [named] = [...DEED_NOUNS].find(([, names]) => isUsual(names)) ?? [];
  if (isSaid || named === undefined) return verb;
  return like(verb, verb.lower.endsWith('s') ? `${named}s` : named);
}

/** "Shoot = date, location": as after a colon. */
function withColon(tokens: readonly Token[]): readonly Token[] {
  const equals = tokens.findIndex(({ text }) => text === '=');
  const isLabel = equals > 0 && equals < 4 && tokens.slice(0, equals).every(isWord);
  const isList = tokens[equals + 1]?.kind === 'word' || tokens[equals + 1]?.text === '(';
  if (!isLabel || !isList) return tokens;
  return tokens.map((token, at) => (at === equals ? { ...token, text: ':', lower: ':' } : token));
}

function isWord({ kind }: Token): boolean {
  return kind === 'word';
}

/** ", except the director": who is left out is no part of what is said. */
function withoutExceptions(tokens: readonly Token[]): readonly Token[] {
  const except = tokens.findIndex(
    ({ lower }, at) => at > 3 && (lower === 'except' || lower === 'excluding'),
  );
  if (except < 0) return tokens;
  const from = tokens[except - 1]?.text === ',' ? except - 1 : except;
  const end = tokens.findIndex(({ text }, at) => at > except && /^[,;:()]$/.test(text));
  return [...tokens.slice(0, from), ...(end < 0 ? [] : tokens.slice(end))];
}

const DATA = words(
  'measurements details data information attributes properties characteristics infos',
);

/** "Actors have measurements: height, waist": the values are the actors' own. */
function withOwnValues(tokens: readonly Token[]): readonly Token[] {
  const have = tokens.findIndex(({ lower }, at) => at > 0 && at < 5 && /^(has|have)$/.test(lower));
  let data = have + 1;
  while (/^(these|the|following|some)$/.test(tokens[data]?.lower ?? '')) data += 1;
  const isList = DATA.has(tokens[data]?.lower ?? '') && /^[:(]$/.test(tokens[data + 1]?.text ?? '');
  if (have < 1 || !isList) return tokens;
  const rest = tokens.slice(data + 2);
  const close = tokens[data + 1]?.text === '(' ? rest.findIndex(({ text }) => text === ')') : -1;
  return [...tokens.slice(0, have + 1), ...rest.filter((_token, at) => at !== close)];
}

const PERIODIC = words('monthly yearly annual weekly quarterly hourly daily fixed one-off');

/** "members pay a yearly fee": a value that is kept of them, unlike a payment. */
function withFees(tokens: readonly Token[]): readonly Token[] {
  return tokens.map((token, at) => {
    const [article, period, value, next] = tokens.slice(at + 1, at + 5).map(({ lower }) => lower);
    const isFee =
      // "a monthly fee depending on the plan" is the plan's.
      next !== 'depending' &&
      /^pays?$/.test(token.lower) &&
      /^(an?|their|his|her)$/.test(article ?? '') &&
      PERIODIC.has(period ?? '') &&
      (isMeasureWord(value ?? '') || isValueWord(value ?? ''));
    return isFee ? like(token, token.lower === 'pay' ? 'have' : 'has') : token;
  });
}

/** "kids take part in camps": they participate in them, many in many. */
function withParticipation(tokens: readonly Token[]): readonly Token[] {
  return tokens.flatMap((token, at) => {
    const isPart = (from: number) =>
      tokens[from]?.lower === 'take' &&
      tokens[from + 1]?.lower === 'part' &&
      tokens[from + 2]?.lower === 'in' &&
      (isPlural(tokens[from + 3]?.lower ?? '') || tokens[from + 3]?.lower === 'them');
    if (isPart(at - 1)) return [];
    return isPart(at) ? [like(token, 'participate')] : [token];
  });
}

/** "a duel is a fight between two fencers": what is defined is between them. */
function withBetween(tokens: readonly Token[]): readonly Token[] {
  const is = tokens.findIndex(
    ({ lower }, at) => lower === 'is' && tokens[at + 3]?.lower === 'between',
  );
  const isScale = tokens[is + 4]?.kind === 'number';
  const isDefined = is > 0 && is < 4 && !isScale && /^an?$/.test(tokens[is + 1]?.lower ?? '');
  return isDefined ? [...tokens.slice(0, is + 1), ...tokens.slice(is + 3)] : tokens;
}

/** "is run by a researcher using one or more instruments": it uses them. */
function withUse(tokens: readonly Token[]): readonly Token[] {
  const using = tokens.findIndex(({ lower }, at) => at > 3 && lower === 'using');
  const [first, token] = [tokens[0], tokens[using]];
  const isCounted = /^(an?|one|several|many|multiple|various)$/.test(
    tokens[using + 1]?.lower ?? '',
  );
  const isTold = tokens.slice(0, using).some(({ lower }) => /^(is|are|has|have)$/.test(lower));
  if (first === undefined || token === undefined || !isCounted || !isTold) return tokens;
  const isMany = isPlural(first.lower);
  return [
    ...tokens.slice(0, using),
    ...[like(token, 'and'), like(token, isMany ? 'use' : 'uses')],
    ...tokens.slice(using + 1),
  ];
}

const LISTINGS = words('programme program setlist line-up lineup repertoire playlist list agenda');

/** "has a programme made up of pieces", "and lists ingredients": what is listed is what it has. */
function withListed(tokens: readonly Token[]): readonly Token[] {
  const made = tokens.findIndex(
    ({ lower }, at) =>
      LISTINGS.has(lower) &&
      /^an?$/.test(tokens[at - 1]?.lower ?? '') &&
      /^(has|have)$/.test(tokens[at - 2]?.lower ?? ''),
  );
  const of = tokens.findIndex(({ lower }, at) => at > made && at < made + 4 && lower === 'of');
  const between = tokens
    .slice(made + 1, of)
    .map(({ lower }) => lower)
    .join(' ');
  if (made > 0 && /^(made up|consisting|made|composed)$/.test(between))
    return tokens.flatMap((token, at) => {
      if (at === made) return [like(token, 'several')];
      // What is on one programme may be on another.
      if (at === of + 1 && isPlural(token.lower)) return [token, like(token, 'many-to-many')];
      return at < made - 1 || at > of ? [token] : [];
    });
  return tokens.map((token, at) => {
    const isVerb = token.lower === 'lists' && tokens[at - 1]?.lower === 'and';
    const isThings = isPlural(tokens[at + 1]?.lower ?? '');
    const isSingular = tokens.slice(0, at).some(({ lower }) => /^(is|has)$/.test(lower));
    return isVerb && isThings && isSingular ? like(token, 'has') : token;
  });
}

/** In the order in which they are taken. */
export const OTHER_WORDINGS: readonly ((tokens: readonly Token[]) => readonly Token[])[] = [
  withColon,
  withoutExceptions,
  withOwnValues,
  withFees,
  withParticipation,
  withBetween,
  withUse,
  withListed,
  withApplications,
];

/** "stock movements in and out": such a thing usually has a direction, so the words are no part of its name. */
export function withoutDirections(tokens: readonly Token[]): readonly Token[] {
  return tokens.filter(
    (_token, at) => ![at, at - 1, at - 2].some((from) => isInAndOut(tokens, from)),
  );
}

function isInAndOut(tokens: readonly Token[], at: number): boolean {
  const said = tokens.slice(Math.max(at, 0), at + 3).map(({ lower }) => lower);
  const isPair = at > 0 && /^in (and|or|\/) out$/.test(said.join(' '));
  return (
    isPair &&
    /^([,.;]|and|)$/.test(tokens[at + 3]?.lower ?? '') &&
    isPlural(tokens[at - 1]?.lower ?? '')
  );
}

/** "Students express interest in topics": they choose them. */
export function withInterest(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex(({ lower }) => /^(express|show|declare|register)e?s?$/.test(lower));
  const [verb, article, noun] = tokens.slice(Math.max(at, 0), at + 3);
  const isCounted = /^(an|their|his|her)$/.test(article?.lower ?? '');
  const length = isCounted ? 4 : 3;
  const interest = isCounted ? noun : article;
  const isMeant = interest?.lower === 'interest' && tokens[at + length - 1]?.lower === 'in';
  if (at < 1 || verb === undefined || !isMeant) return tokens;
  return [...tokens.slice(0, at), like(verb, 'select'), ...tokens.slice(at + length)];
}

/** "books i've read with a rating": whose they are is nothing to keep. */
export function withoutOwnDeed(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex(
    ({ lower }, index) =>
      /^(i|we)$/.test(lower) &&
      isPlural(tokens[index - 1]?.lower ?? '') &&
      tokens[index + 1]?.lower === 'have',
  );
  const isMore = /^(with|,|:|and|)$/.test(tokens[at + 3]?.lower ?? '');
  return at > 0 && isMore ? [...tokens.slice(0, at), ...tokens.slice(at + 3)] : tokens;
}

const PLACED = words(
  'located kept stored held placed parked housed based stationed installed grown',
);

/** "branches where cars are located": they have the cars. */
export function withPlaces(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex(
    ({ lower }, index) =>
      lower === 'where' &&
      isPlural(tokens[index - 1]?.lower ?? '') &&
      isPlural(tokens[index + 1]?.lower ?? '') &&
      tokens[index + 2]?.lower === 'are' &&
      PLACED.has(tokens[index + 3]?.lower ?? ''),
  );
  const [where, things] = at < 0 ? [] : tokens.slice(at, at + 2);
  if (where === undefined || things === undefined) return tokens;
  return [...tokens.slice(0, at), like(where, 'with'), things, ...tokens.slice(at + 4)];
}
