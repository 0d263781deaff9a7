import type { Item, Noun, Statement } from '../grammar/statements.ts';
import { FUNCTION_WORDS, words } from '../lexicon/words.ts';
import { findEntity } from '../policy/things.ts';
import { EDIT_VERBS } from './edit-verbs.ts';
import type { State, ToldClause } from './state.ts';

/** Why what was read of a clause is nothing to be done, though the reader of first prompts would make something of it. */
export function whyNoWish(state: State, statement: Statement, clause: ToldClause): string | null {
  const wrong = wrongName(state, statement);
  if (wrong !== undefined) return `"${wrong.words.join(' ')}" is the name of nothing`;
  if (isManner(state, statement, clause))
    return 'how something is done is behaviour, which is not compiled; say what is kept of it, as "an invoice has payments with a date and an amount"';
  if (isDeed(statement, clause)) return 'it is not understood who may do it, or when';
  if (statement.kind === 'has' && statement.items.some((item) => isLeast(state, item)))
    return 'how many there are at least is no rule that is compiled';
  if (statement.kind !== 'topic' || !statement.items.every(isBare)) return null;
  if (statement.announced !== true) return 'nothing says what is to be done with it';
  const isKnown = statement.items.every(({ noun }) => isThere(state, noun));
  return isKnown && !isKept(clause)
    ? 'what is done with it is behaviour, which is not compiled'
    : null;
}

const WISH_WORDS = words(`
  let instead please ensure nobody someone everybody anyone everyone everything nothing should must could would because we they me you
`);
const FIELD_WISHES = words('let instead please nobody');

/** Words of a wish make no new thing ("make sure nobody enters ..."), though a car has a make. */
function isOfWish({ words: said }: Noun): boolean {
  const isVerb = said.length > 2 && /^(make|give|add|drop)$/.test(said[0] ?? '');
  return isVerb || said.some((word) => WISH_WORDS.has(word));
}

function wrongName({ blueprint }: State, statement: Statement): Noun | undefined {
  const things: Noun[] = 'subjects' in statement ? [...statement.subjects] : [];
  if (statement.kind === 'belongs') things.push(...statement.targets.map(({ noun }) => noun));
  if (statement.kind === 'topic') things.push(...statement.items.map(({ noun }) => noun));
  const fields = statement.kind === 'has' ? statement.items.map(({ noun }) => noun) : [];
  return (
    things.find((noun) => isOfWish(noun) && findEntity(blueprint, noun.words) === null) ??
    fields.find((noun) => noun.words.some((word) => FIELD_WISHES.has(word)))
  );
}

/** What is done with a row, and no value that it has. */
const DEEDS = words(
  'deleted removed edited changed updated created viewed seen read exported imported downloaded printed searched filtered sorted',
);

/** "invoices can be deleted", "an invoice may be viewed by clients": a right, and no data. */
function isDeed(statement: Statement, { tokens }: ToldClause): boolean {
  if (statement.kind === 'constraint') return DEEDS.has(statement.flag?.words.at(-1) ?? '');
  const isAllowed = tokens.some(({ lower }) => /^(can|may|could)$/.test(lower));
  return isAllowed && 'verb' in statement && DEEDS.has(statement.verb ?? '');
}

/** "can be paid in parts": no part that an invoice belongs to. */
function isManner(state: State, statement: Statement, { tokens }: ToldClause): boolean {
  if (statement.kind !== 'belongs') return false;
  const [target, other] = statement.targets;
  if (target === undefined || other !== undefined || isThere(state, target.noun)) return false;
  const at = tokens.findIndex(({ start }) => start >= target.noun.start);
  const isDone = tokens.some(
    ({ lower }, index) =>
      /^(can|may|could|should|must)$/.test(lower) && tokens[index + 1]?.lower === 'be',
  );
  return isDone && tokens[at - 1]?.lower === 'in';
}

/** "needs either a phone or an email": that one of several is enough is no rule that is compiled. */
export function isChoice(statement: Statement, { tokens }: ToldClause): boolean {
  return statement.kind === 'has' && tokens.some(({ lower }) => lower === 'either');
}

/** "at least one line item". */
function isLeast(state: State, { start, end, noun }: Item): boolean {
  const said = state.context.prompt.slice(start, end).toLowerCase();
  return /^(at least|a minimum of)\b/.test(said) && isThere(state, noun);
}

function isThere({ blueprint }: State, noun: Noun): boolean {
  return findEntity(blueprint, noun.words) !== null;
}

function isBare({ children, qualities, belongsTo }: Item): boolean {
  return children.length + belongsTo.length + Object.keys(qualities).length === 0;
}

/** "keep products": so already, where "archive products" is not. */
function isKept({ tokens }: ToldClause): boolean {
  const first = tokens[0]?.lower ?? '';
  return EDIT_VERBS.has(first) || FUNCTION_WORDS.has(first);
}
