import type { FieldType } from '@quantumlayer/contracts';
import { HAVE } from '../lexicon/predicates.ts';
import { BE, phrases, words } from '../lexicon/words.ts';
import { accept, acceptAny, type Cursor, endOffset, isDone, peek, tokenAt } from './cursor.ts';
import type { Noun } from './statements.ts';

const MOMENT_ASKERS = phrases(
  'year in which | year when | year | date on which | day on which | date at which | time at which | moment at which | date and time | time when | date when | moment when | time | date | moment | day | when',
);

const PRONOUNS = ['it', 'they', 'he', 'she', 'this'];
const WAS = phrases('was | were | is | are | has been | will be | gets | got');

/** "when it was taken" asks for a moment: takenAt. */
export function readMoment(cursor: Cursor): Noun | null {
  const from = cursor.at;
  const start = tokenAt(cursor)?.start ?? 0;
  const asker = acceptAny(cursor, MOMENT_ASKERS);
  const whose = asker === null ? null : momentSubject(cursor);
  const token = tokenAt(cursor);
  if (asker !== null && whose !== null && token?.kind === 'word') {
    cursor.at += 1;
    const particle = acceptAny(cursor, ['up', 'back', 'out', 'in', 'off', 'over', 'down']);
    const words = [...whose, token.lower, ...(particle === null ? [] : [particle])];
    const link = momentLink(asker, whose);
    const named = token.lower === 'due' && link === 'on' ? ['due', 'date'] : [...words, link];
    return { words: named, plural: false, start, end: endOffset(cursor) };
  }
  cursor.at = from;
  return readEvent(cursor, start);
}

/** "it was", "the queen was": whose moment it is, with nothing for what the list is about; null where neither stands. */
function momentSubject(cursor: Cursor): string[] | null {
  const from = cursor.at;
  const isIt = acceptAny(cursor, PRONOUNS) !== null;
  const noun = !isIt && accept(cursor, 'the') ? tokenAt(cursor) : undefined;
  if (noun?.kind === 'word') cursor.at += 1;
  if ((isIt || noun?.kind === 'word') && acceptAny(cursor, WAS) !== null)
    return noun === undefined ? [] : [noun.lower];
  cursor.at = from;
  return null;
}

/** "the year it was built" -> builtIn, "the year the queen was born" -> queenBornYear, "the day it was lent" -> lentOn. */
function momentLink(asker: string, whose: readonly string[]): string {
  if (asker.startsWith('year')) return whose.length > 0 ? 'year' : 'in';
  return /^(date|day)( on which)?$/.test(asker) ? 'on' : 'at';
}

/** "the date it was opened" is a day, "when it was opened" a moment, "the year it was built" a number. */
export function momentType(cursor: Cursor, from: number): FieldType {
  const asker = cursor.tokens[from]?.lower ?? '';
  if (asker === 'year') return 'integer';
  const isDay = ['date', 'day'].includes(asker) && cursor.tokens[from + 1]?.lower !== 'when';
  return isDay ? 'date' : 'datetime';
}

const ASKED: Readonly<Record<string, { words: string[]; type: FieldType }>> = {
  long: { words: ['duration'], type: 'duration' },
  old: { words: ['age'], type: 'integer' },
  far: { words: ['distance'], type: 'decimal' },
  often: { words: ['frequency'], type: 'string' },
  tall: { words: ['height'], type: 'decimal' },
  heavy: { words: ['weight'], type: 'decimal' },
};

/** "how much I paid", "how much it costs". */
const PAYING: Readonly<Record<string, string[]>> = {
  paid: ['price', 'paid'],
  pay: ['price'],
  pays: ['price'],
  cost: ['price'],
  costs: ['price'],
  owe: ['amount', 'owed'],
  owes: ['amount', 'owed'],
  spent: ['amount', 'spent'],
  earn: ['pay'],
  earns: ['pay'],
  charge: ['price'],
  charges: ['price'],
};

function askedAt(cursor: Cursor): { words: string[]; type: FieldType } | undefined {
  const asked = peek(cursor, 1);
  if (Object.hasOwn(ASKED, asked)) return ASKED[asked];
  const verb = SUBJECTS.has(peek(cursor, 2)) ? peek(cursor, 3) : '';
  const words = asked === 'much' && Object.hasOwn(PAYING, verb) ? PAYING[verb] : undefined;
  return words === undefined ? undefined : { words, type: 'money' };
}

/** "how many minutes it took", "how long it took": a number of them, a duration. */
export function readHowMuch(cursor: Cursor): { noun: Noun; type: FieldType } | null {
  const from = cursor.at;
  if (peek(cursor) !== 'how') return null;
  const start = tokenAt(cursor)?.start ?? 0;
  const asked = askedAt(cursor);
  const counted = ['many', 'much'].includes(peek(cursor, 1)) ? tokenAt(cursor, 2) : undefined;
  const isNamed = counted?.kind === 'word' && !SUBJECTS.has(counted.lower);
  if (asked === undefined && !isNamed) return null;
  cursor.at += isNamed ? 3 : 2;
  while (cursor.at < cursor.end && ![',', 'and', ';', ')', '('].includes(peek(cursor)))
    cursor.at += 1;
  const end = endOffset(cursor);
  if (asked !== undefined)
    return { noun: { words: asked.words, plural: false, start, end }, type: asked.type };
  if (counted === undefined || cursor.at === from) return null;
  const words = ['number', 'of', counted.lower];
  return { noun: { words, plural: false, start, end }, type: 'integer' };
}

const SUBJECTS = words('it they he she we i you the a an this is was');

const PAST = /(ed|gan|nt|ft|ught|ll|id|ade|ut|ew|wn|me|ook|ost|ot|oke)$/;

const EVENT_ASKERS = ['the time', 'the date', ...MOMENT_ASKERS];

/** "when it started": startedAt. */
function readEvent(cursor: Cursor, start: number): Noun | null {
  const from = cursor.at;
  const asker = acceptAny(cursor, EVENT_ASKERS);
  const who =
    asker === null ? null : acceptAny(cursor, ['it', 'they', 'he', 'she', 'i', 'we', 'you']);
  const token = tokenAt(cursor);
  if (
    who !== null &&
    token?.kind === 'word' &&
    (PAST.test(token.lower) || /s$/.test(token.lower))
  ) {
    cursor.at += 1;
    const particle = acceptAny(cursor, ['in', 'out', 'back', 'off', 'up', 'over']);
    const link = momentLink((asker ?? '').replace('the ', ''), []);
    const words = [token.lower, ...(particle === null ? [] : [particle]), link];
    acceptAny(cursor, ['it', 'them']);
    return { words, plural: false, start, end: endOffset(cursor) };
  }
  cursor.at = from;
  return null;
}

const FLAG_OPENERS = phrases(`
  flag that says if | flag that says whether | flag that tells if | flag that tells whether | flag saying if | flag saying whether | checkbox whether | checkbox if | flag whether | flag if | tick whether | tick if | tick when | tick box if | tick box whether | tickbox if |
  tickbox whether | checkbox when | flag when | information whether | info whether | note whether | whether | if
`);

/** "whether it was paid", "a tick when it has been paid": the cursor goes to what may be or not. */
export function opensFlag(cursor: Cursor): boolean {
  const isFlag = acceptAny(cursor, FLAG_OPENERS) !== null;
  if (isFlag) skipFlagSubject(cursor);
  return isFlag;
}

const FLAG_SUBJECTS = phrases(`
  it | they | he | she | has been | have been | has | have | already | been | the | a | currently |
  still
`);

/** "whether it was paid" asks for a yes or no; what remains is its name. */
function skipFlagSubject(cursor: Cursor): void {
  acceptAny(cursor, ['or not']);
  for (let steps = 0; steps < 6; steps += 1) {
    const ahead = cursor.tokens.findIndex(
      (token, index) => index >= cursor.at && index < cursor.at + 4 && BE.has(token.lower),
    );
    if (ahead >= 0 && ahead < cursor.end) cursor.at = ahead + 1;
    else if (isDoneBySomebody(cursor)) cursor.at += 2;
    else if (acceptAny(cursor, FLAG_SUBJECTS) === null) return;
  }
}

/** "whether the parents have paid": who has done so is no part of the name. */
function isDoneBySomebody(cursor: Cursor): boolean {
  const isPast = PAST.test(peek(cursor, 2)) || peek(cursor, 2) === 'not';
  const isSomebody = tokenAt(cursor)?.kind === 'word' && !FLAG_SUBJECTS.includes(peek(cursor));
  return isSomebody && /^(has|have|had)$/.test(peek(cursor, 1)) && isPast;
}

/** What may be or not, where no plain noun names it. */
export function readFlagName(cursor: Cursor): Noun | null {
  return readFlagWord(cursor) ?? readFlagClause(cursor);
}

/** "whether it is mandatory": the word that otherwise tells of a field is the name of one. */
function readFlagWord(cursor: Cursor): Noun | null {
  const token = tokenAt(cursor);
  const ends = ['', ',', 'and', 'or', ';', '.'].includes(peek(cursor, 1));
  const word = token?.lower ?? '';
  if (
    token === undefined ||
    !ends ||
    !/^(mandatory|required|optional|compulsory|unique)$/.test(word)
  )
    return null;
  cursor.at += 1;
  return { words: ['is', word], plural: false, start: token.start, end: token.end };
}

/** "whether it gets on with other dogs", "whether it contains nuts": the whole clause is the name. */
function readFlagClause(cursor: Cursor): Noun | null {
  const from = cursor.at;
  const isVerb =
    /s$/.test(peek(cursor)) &&
    (HAVE.has(peek(cursor)) || /^(on|up|with|to|in|at|by|for)$/.test(peek(cursor, 1)));
  if (!isVerb) return null;
  while (
    !isDone(cursor) &&
    tokenAt(cursor)?.kind === 'word' &&
    !/^(and|or|but)$/.test(peek(cursor))
  )
    cursor.at += 1;
  const [first, ...rest] = cursor.tokens.slice(from, cursor.at);
  if (first === undefined || rest.length > 6) {
    cursor.at = from;
    return null;
  }
  const words = [first, ...rest]
    .map(({ lower }) => lower)
    .filter((word) => !/^(an?|the)$/.test(word));
  return { words, plural: false, start: first.start, end: endOffset(cursor) };
}
