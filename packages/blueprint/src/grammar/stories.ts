import { isRecorded } from '../lexicon/kept-deeds.ts';
import {
  ABOUT_NOUNS,
  ADDING_VERBS,
  GENERIC_ACTORS,
  MANY_TO_MANY_VERBS,
  SCREEN_VERBS,
} from '../lexicon/predicates.ts';
import { isMeasureWord, isValueWord } from '../lexicon/value-nouns.ts';
import { words } from '../lexicon/words.ts';
import { plural, singular } from '../text/nouns.ts';
import type { Token } from '../text/tokens.ts';
import { cursorOf } from './cursor.ts';
import { namedByWish } from './deed-parts.ts';
import { recordGiven, splitGivenRecord } from './given-records.ts';
import { readNoun } from './noun.ts';
import type { ReadBody, SegmentContext } from './segment-context.ts';
import { belonging, type Item, itemOf, type Noun, type Statement } from './statements.ts';
import { CRUD } from './verbs.ts';

/** Whose wish it is, what is to be done, and the words of the wish. */
export type Story = {
  role: Noun | null;
  verb: string;
  wish: readonly Token[];
  /** What follows the purpose after a colon. */
  rest: readonly Token[];
};

/** "As a librarian, I want to store books ... so that ...": the wish alone, and who has it. */
export function readStory(tokens: readonly Token[]): Story | null {
  if (tokens[0]?.lower !== 'as' || !['a', 'an', 'the'].includes(tokens[1]?.lower ?? ''))
    return null;
  const wish = tokens.findIndex(
    (token, index) => index > 1 && ['want', 'need', 'like', 'can', 'should'].includes(token.lower),
  );
  if (wish < 0) return null;
  const purpose = tokens.findIndex(
    (token, index) => token.lower === 'so' && tokens[index + 1]?.lower === 'that',
  );
  const colon = tokens.findIndex(({ text }, index) => index > purpose && /^[:;]$/.test(text));
  const end = purpose > wish ? purpose : tokens.length;
  const verb = tokens[wish + 1]?.lower === 'to' ? wish + 2 : wish + 1;
  return {
    role: readNoun(cursorOf(tokens, 2, wish - 1)),
    verb: tokens[verb]?.lower ?? '',
    rest: purpose > wish && colon > 0 ? tokens.slice(colon + 1) : [],
    wish: tokens.slice(Math.max(0, wish - 1), tokens[end - 1]?.lower === ',' ? end - 1 : end),
  };
}

/** What a person does with a thing that is there already. */
const DEEDS_OF_STORIES = words(
  'enrol enroll join follow like subscribe attend register rent reserve bookmark favourite favorite rate',
);
/** What somebody hands in who is kept anyway: it is theirs. */
const HANDED_IN = words(
  'ticket request offer message question report complaint proposal bid listing item ad claim application issue idea comment damage defect fault incident absence',
);
const STARTING = words('open offer send raise report request file ask make propose start');

/** "As a reader I want to write reviews": besides the things the wish names, the reader has them. */
export function readWish(story: Story, context: SegmentContext, readBody: ReadBody): Statement[] {
  const given = splitGivenRecord(story.wish);
  if (given === null) return readPlainWish(story, context, readBody);
  const made = readPlainWish({ ...story, wish: given.deed }, context, readBody);
  const objects = made.flatMap((statement) =>
    statement.kind === 'acts' || statement.kind === 'topic'
      ? statement.items.map(({ noun }) => noun)
      : [],
  );
  const role = story.role === null ? [] : [story.role];
  const parties = new Map([...role, ...objects].map((noun) => [noun.words.at(-1), noun]));
  return recordGiven(given, [...parties.values()]);
}

function readPlainWish(
  { role, verb, wish }: Story,
  context: SegmentContext,
  readBody: ReadBody,
): Statement[] {
  const isPassive = wish.some((token) => token.lower === 'be' || token.lower === 'have');
  const previous = role === null || !isPassive ? [] : [role];
  const isDeed = wish.some(({ lower }) => /^(to|can)$/.test(lower));
  const isFirst = context.isFirst && !isDeed;
  const made = readBody(wish, null, { ...context, previous, isFirst }, false)
    .map(namedByWish)
    .map((statement) => doneByRole(statement, role, context));
  if (role === null) return made;
  const asDeed =
    made.every(isUnread) && isRecorded(verb) && !isForOther(verb, wish)
      ? readAsDeed(role, wish, context, readBody)
      : [];
  if (asDeed.length > 0) return asDeed;
  if (DEEDS_OF_STORIES.has(verb)) {
    const done = made.map((statement) =>
      statement.kind === 'acts' && statement.subjects.length === 0
        ? { ...statement, subjects: [role] }
        : statement,
    );
    return [...done, ...ownThings(role, made)];
  }
  const isKept = context.budget.things.has(role.words.at(-1) ?? '');
  const isOwn = (item: Item) => isOwnDeed(verb, item, isKept);
  const deeds = made.flatMap((statement): Statement[] => {
    if (statement.kind !== 'topic') return [];
    const { start, end } = statement;
    const items = statement.items.filter(isOwn);
    const deed = { subjects: [role], preposition: false, modal: true, verb, items, start, end };
    return items.length === 0 ? [] : [{ kind: 'acts', ...deed }];
  });
  return [...made, ...deeds, ...ownThings(role, made)];
}

/** "As a visitor I can drop off a bike": who does it, where both are known; seeing and changing what is there ties nothing. */
function doneByRole(
  statement: Statement,
  role: Noun | null,
  { budget }: SegmentContext,
): Statement {
  if (statement.kind !== 'acts' || statement.subjects.length > 0 || role === null) return statement;
  const isKnown = ({ words }: Noun) => budget.things.has(words.at(-1) ?? '');
  const { verb, items } = statement;
  const isTie = !CRUD.has(verb) && !SCREEN_VERBS.has(verb) && !isRecorded(verb);
  if (!isTie || !isKnown(role) || !items.some(({ noun }) => isKnown(noun))) return statement;
  // "take a quiz": any quiz, and many take it.
  const inGeneral = items.map((item) =>
    MANY_TO_MANY_VERBS.has(verb) && /^an?$/.test(item.determiner ?? '')
      ? { ...item, noun: { ...item.noun, plural: true } }
      : item,
  );
  return { ...statement, items: inGeneral, subjects: [role], isCertain: true };
}

/** "As a parent I can register my child": the one child is the parent's; "my students" are those of who uses the app. */
function ownThings(role: Noun, made: readonly Statement[]): Statement[] {
  const listed = made.flatMap((statement) => (statement.kind === 'topic' ? statement.items : []));
  const own = listed.filter(
    ({ determiner, noun, children }) =>
      determiner === 'my' &&
      !noun.plural &&
      children.length > 0 &&
      !isValueWord(noun.words.at(-1) ?? ''),
  );
  const { start, end } = role;
  return own.flatMap(({ noun }): Statement[] => [
    { kind: 'topic', items: [itemOf(role)], announced: true, start, end },
    belonging([noun], [itemOf(role)], { start, end: noun.end }),
  ]);
}

/** "book a visit for a pet": whoever books it has no part in it. */
function isForOther(verb: string, wish: readonly Token[]): boolean {
  const at = wish.findIndex(({ lower }) => lower === 'for');
  const isTime = wish.slice(at + 1, at + 4).some(({ lower }) => isMeasureWord(lower));
  const isOwn = verb === 'apply' || wish[at - 1]?.lower === 'up';
  return !isOwn && at > 0 && !isTime;
}

/** A wish of which no word says anything about data. */
function isUnread(statement: Statement): boolean {
  const nobody = 'subjects' in statement && statement.subjects.length === 0;
  return statement.kind === 'rule' || nobody;
}

/** "As a candidate I want to apply to a job": candidates apply to a job. */
function readAsDeed(
  role: Noun,
  wish: readonly Token[],
  context: SegmentContext,
  readBody: ReadBody,
): Statement[] {
  const to = wish.findIndex(({ lower }) => lower === 'to' || lower === 'can');
  const [first] = wish;
  const name = plural(role.words.at(-1) ?? '');
  if (first === undefined || to < 0 || to > 4 || GENERIC_ACTORS.has(name)) return [];
  const { start, end } = role;
  const subject: Token[] = [...role.words.slice(0, -1), name].map((lower) => ({
    ...first,
    text: lower,
    lower,
    start,
    end,
  }));
  const said = [...subject, ...wish.slice(to + 1)];
  return keptOfDeed(role, readBody(said, null, { ...context, isFirst: false }, false));
}

/** "apply to a job with a letter": the letter is the application's, not the candidate's. */
function keptOfDeed(role: Noun, made: Statement[]): Statement[] {
  const [has] = made.filter((each) => each.kind === 'has');
  const [belongs] = made.filter((each) => each.kind === 'belongs');
  const [sign] = made.filter((each) => each.kind === 'acts' && each.verb === 'sign');
  if (sign?.kind === 'acts' && made.length === 1) {
    const { verb, items, start, end } = sign;
    const parties = [role, ...items.map(({ noun }) => noun)];
    return [{ kind: 'deed', verb, parties, values: [], isEach: true, start, end }];
  }
  if (belongs === undefined || made.length > 2) return made;
  const { verb = '', targets, start, end } = belongs;
  const values = [...targets.flatMap(({ children }) => children), ...(has?.items ?? [])];
  const parties = [role, ...targets.map(({ noun }) => noun)];
  if (values.length === 0) return made;
  return [{ kind: 'deed', verb, parties, values, start, end: has?.end ?? end }];
}

/** "book an appointment for a client" is done for another; "log hours on a case" is one's own deed. */
function isOwnDeed(verb: string, { noun, belongsTo }: Item, isKept: boolean): boolean {
  const head = singular(noun.words.at(-1) ?? '');
  const isSaid = verb === 'add' && ABOUT_NOUNS.has(head);
  if (isKept && ((STARTING.has(verb) && HANDED_IN.has(head)) || isSaid)) return true;
  if (!ADDING_VERBS.has(verb)) return false;
  return belongsTo.length === 0 || !['book', 'place', 'buy'].includes(verb);
}
