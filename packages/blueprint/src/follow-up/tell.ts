import type { Answer } from '@quantumlayer/contracts';
import { sayOne } from '../answers.ts';
import type { Item, Noun, Statement } from '../grammar/statements.ts';
import { words } from '../lexicon/words.ts';
import { toEntityName, toFieldName } from '../names.ts';
import { findEntity } from '../policy/things.ts';
import { singular } from '../text/nouns.ts';
import type { Token } from '../text/tokens.ts';
import { editMeant } from './edit-meant.ts';
import { editOfMember } from './edit-member.ts';
import { createKnown } from './known.ts';
import { nearest } from './nearest.ts';
import type { Reference } from './reference.ts';
import { wordsOf } from './seed-draft.ts';
import { askAbout, assume, markWhole, refuse, type State, type ToldClause } from './state.ts';
import { isChoice, whyNoWish } from './why-no-wish.ts';

type Has = Extract<Statement, { kind: 'has' }>;
type Constraint = Extract<Statement, { kind: 'constraint' }>;

/**
 * Takes statements as the reader of a first prompt makes them. What they say of fields that are there changes these; the
 * rest is new, and is added with all that is told.
 */
export function tell(state: State, statements: readonly Statement[], clause: ToldClause): void {
  if (statements.some((statement) => isChoice(statement, clause))) {
    refuse(state, clause, 'that one of several is enough is no rule that is compiled');
    return;
  }
  const fresh = statements.flatMap((statement): Statement[] => {
    if (statement.kind === 'constraint') return constrain(state, statement, clause);
    return statement.kind === 'has' ? withoutKnown(state, statement, clause) : [statement];
  });
  const told = fresh.filter(
    (statement) => !isNoWish(state, statement, clause) && !asksForSubject(state, statement, clause),
  );
  if (told.length === 0) return;
  state.told.statements.push(...told);
  state.told.clauses.push(clause);
  const subject = told.flatMap((each) => ('subjects' in each ? each.subjects : [])).at(-1);
  const entity = subject === undefined ? null : findEntity(state.blueprint, subject.words);
  if (entity !== null) state.near = entity.name;
  state.last = lastItem(told) ?? state.last;
}

/** "it": what was added last. */
function lastItem(told: readonly Statement[]): Reference | null {
  const statement = told.findLast((each) => each.kind === 'has' || each.kind === 'topic');
  const item = statement !== undefined && 'items' in statement ? statement.items.at(-1) : undefined;
  if (item === undefined || statement === undefined) return null;
  const owners = 'subjects' in statement ? statement.subjects.map(({ words }) => words) : [];
  const { words, start, end, plural } = item.noun;
  return { words, owners, sort: owners.length > 0 ? 'member' : null, plural, start, end };
}

const CONDITIONS = words('while when whenever if unless until before after once as');

/** "the rating of a book is from 1 to 5", where it has one. */
function constrain(state: State, statement: Constraint, clause: ToldClause): Statement[] {
  const { subjects, owner, qualities, flag } = statement;
  if (flag !== undefined) return [statement];
  if (clause.tokens.some(({ start, lower }) => start >= statement.end && CONDITIONS.has(lower))) {
    refuse(state, clause, 'what holds only under a condition was not understood in these words');
    return [];
  }
  const known = createKnown(state.blueprint, state.last);
  // What stands behind it was not read, and is told.
  const read = { ...clause, end: Math.min(clause.end, statement.end) };
  const left = subjects.filter((subject) => {
    const target = nearlyNamed(state, referenceOf(subject, owner === null ? [] : [owner.words]));
    if (!known.isThere(target) || known.fieldsOf(target).length === 0) return true;
    const instruction = { kind: 'describe', targets: [target], qualities, lacks: [] } as const;
    editMeant(state, target, read, {
      wants: 'member',
      make: (place) =>
        editOfMember(state, { ...instruction, ...read, targets: [target], lacks: [] }, place),
    });
    return false;
  });
  return left.length === 0 ? [] : [{ ...statement, subjects: left }];
}

/** "patient names" of patients that have a full name, and no other one. */
function nearlyNamed(state: State, target: Reference): Reference {
  const [owner = target.words.slice(0, -1)] = target.owners;
  const entity = findEntity(state.blueprint, owner);
  const words = target.owners.length > 0 ? target.words : target.words.slice(-1);
  const [word, other] = words.map(singular);
  if (entity === null || word === undefined || other !== undefined) return target;
  const [only, second] = entity.fields.filter(({ name }) => wordsOf(name).at(-1) === word);
  if (only === undefined || second !== undefined) return target;
  return { ...target, words: wordsOf(only.name), owners: [owner] };
}

function referenceOf({ words, plural, start, end }: Noun, owners: string[][]): Reference {
  return { words, owners, sort: null, plural, start, end };
}

/** "a book has a rating from 1 to 5", where it has one: what is said of it changes, and what is not said stays. */
function withoutKnown(state: State, statement: Has, clause: ToldClause): Statement[] {
  const items = statement.items.filter((item) =>
    statement.subjects.every((subject) => !isKnownField(state, subject, item, clause)),
  );
  return items.length === 0 ? [] : [{ ...statement, items }];
}

const SEVERAL = /\b(more than one|several|multiple|many|any number of)\b/;
const wordOf = ({ lower }: Token) => lower;

function isKnownField(state: State, subject: Noun, item: Item, clause: ToldClause): boolean {
  const entity = findEntity(state.blueprint, subject.words);
  const name = toFieldName(item.noun.words);
  const field = entity?.fields.find((each) => each.name === name);
  if (entity === null || field === undefined) return false;
  const path = `${entity.name}.${field.name}`;
  const { qualities } = item;
  state.near = entity.name;
  if (Object.keys(qualities).length === 0 && SEVERAL.test(clause.tokens.map(wordOf).join(' '))) {
    const several = 'several of them are a thing of its own: say what each of them has';
    refuse(state, clause, `one ${path} is kept of each; ${several}`);
    return true;
  }
  if (!field.required && Object.keys(qualities).length === 0 && isDemanded(clause)) {
    const read = { ...clause, end: Math.min(clause.end, item.end) };
    describeKnown(state, referenceOf(item.noun, [subject.words]), { required: true }, read);
    return true;
  }
  if (Object.keys(qualities).length === 0) {
    markWhole(state, clause, path, `${path} is there already`);
    assume(state, path, `${path} is there already; nothing was changed.`);
    return true;
  }
  describeKnown(state, referenceOf(item.noun, [subject.words]), qualities, clause);
  return true;
}

const DEMANDS = /\b(must|has to|have to|always|cannot be without|can't be without)\b/;

/** "every guest must have a passport number" */
function isDemanded({ tokens }: ToldClause): boolean {
  return DEMANDS.test(tokens.map(wordOf).join(' '));
}

function describeKnown(
  state: State,
  target: Reference,
  qualities: Item['qualities'],
  clause: ToldClause,
): void {
  const wish = { kind: 'describe', targets: [target], qualities, lacks: [], ...clause } as const;
  editMeant(state, target, clause, {
    wants: 'member',
    make: (place) => editOfMember(state, { ...wish, targets: [target], lacks: [] }, place),
  });
}

/** "an invoce has a discount": a thing that is nearly called like one that is there is asked about, and not made. */
function asksForSubject(state: State, statement: Statement, clause: ToldClause): boolean {
  if (statement.kind !== 'has' && statement.kind !== 'belongs') return false;
  for (const { words, start, end } of statement.subjects) {
    const name = toEntityName(words) ?? '';
    if (findEntity(state.blueprint, words) !== null || isBrought(state, words)) continue;
    if (isNoThing(state, words)) {
      refuse(state, clause, `"${words.join(' ')}" is nothing that could have anything`);
      return true;
    }
    const near = nearest(
      name,
      state.blueprint.entities.map((entity) => ({ name: entity.name, place: entity.name })),
    ).filter((each) => isSlip(each, name));
    if (near.length === 0) continue;
    const { prompt } = state.context;
    const answers = near.map((each): Answer => {
      const before = prompt.slice(clause.start, start);
      const sentence = `${before}${sayOne(each).replace(/^an? /, '')}${prompt.slice(end, clause.end)}.`;
      return { label: `${each} is meant`, sentence };
    });
    const text = `There is no "${words.join(' ')}". Is ${near.map(sayOne).join(' or ')} meant?`;
    askAbout(state, clause, {
      remark: { path: name, text, answers },
      answers: near.map((each) => `of ${each}`),
    });
    return true;
  }
  return false;
}

function isNoWish(state: State, statement: Statement, clause: ToldClause): boolean {
  const reason = whyNoWish(state, statement, clause);
  if (reason !== null) refuse(state, clause, reason);
  return reason !== null;
}

const NO_NAMES =
  /^(no|not|now|also|longer|let|lets|let's|instead|actually|replace|use|for|from|to|by|with|just|only|new|old|of|if)$/;

/** A field that is there, or a name with words of a wish in it: never a thing of its own. */
function isNoThing({ blueprint }: State, said: readonly string[]): boolean {
  const name = toFieldName(said) ?? '';
  const names = blueprint.entities.flatMap(({ fields }) => fields.map((field) => field.name));
  const one = toFieldName([...said.slice(0, -1), singular(said.at(-1) ?? '')]);
  const isLonger = (field: string) =>
    field === name || field === one || (/[A-Z]/.test(field) && name.startsWith(field));
  return said.some((word) => NO_NAMES.test(word)) || names.some(isLonger);
}

/** Letters apart, and not just a word in common: "order line" is no slip of "order". */
function isSlip(name: string, wanted: string): boolean {
  return (
    Math.abs(name.length - wanted.length) < 3 && !wanted.includes(name) && !name.includes(wanted)
  );
}

function isBrought({ told }: State, words: readonly string[]): boolean {
  const name = toEntityName(words);
  return told.statements.some(
    (statement) =>
      'items' in statement && statement.items.some(({ noun }) => toEntityName(noun.words) === name),
  );
}
