import type { Answer } from '@quantumlayer/contracts';
import { sayOne } from '../answers.ts';
import type { Item, Noun, Statement } from '../grammar/statements.ts';
import { FUNCTION_WORDS, words } from '../lexicon/words.ts';
import { toEntityName, toFieldName } from '../names.ts';
import { findEntity } from '../policy/things.ts';
import { editMeant } from './edit-meant.ts';
import { editOfMember } from './edit-member.ts';
import { EDIT_VERBS } from './edit-verbs.ts';
import { createKnown } from './known.ts';
import { nearest } from './nearest.ts';
import type { Reference } from './reference.ts';
import { askAbout, assume, markWhole, refuse, type State, type ToldClause } from './state.ts';

type Has = Extract<Statement, { kind: 'has' }>;
type Constraint = Extract<Statement, { kind: 'constraint' }>;

/**
 * Takes statements as the reader of a first prompt makes them. What they say of fields that are there changes these; the
 * rest is new, and is added with all that is told.
 */
export function tell(state: State, statements: readonly Statement[], clause: ToldClause): void {
  const fresh = statements.flatMap((statement): Statement[] => {
    if (statement.kind === 'constraint') return constrain(state, statement, clause);
    return statement.kind === 'has' ? withoutKnown(state, statement, clause) : [statement];
  });
  const told = fresh.filter(
    (statement) => !isNoName(state, statement, clause) && !asksForSubject(state, statement, clause),
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
  if (flag !== undefined) {
    if (!DEEDS.has(flag.words.at(-1) ?? '')) return [statement];
    refuse(state, clause, 'it is not said who may do it, or when');
    return [];
  }
  if (clause.tokens.some(({ start, lower }) => start >= statement.end && CONDITIONS.has(lower))) {
    refuse(state, clause, 'what holds only under a condition was not understood in these words');
    return [];
  }
  const known = createKnown(state.blueprint, state.last);
  const left = subjects.filter((subject) => {
    const target = referenceOf(subject, owner === null ? [] : [owner.words]);
    if (!known.isThere(target) || known.fieldsOf(target).length === 0) return true;
    const instruction = { kind: 'describe', targets: [target], qualities, lacks: [] } as const;
    editMeant(state, target, clause, {
      wants: 'member',
      make: (place) =>
        editOfMember(state, { ...instruction, ...clause, targets: [target], lacks: [] }, place),
    });
    return false;
  });
  return left.length === 0 ? [] : [{ ...statement, subjects: left }];
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

function isKnownField(state: State, subject: Noun, item: Item, clause: ToldClause): boolean {
  const entity = findEntity(state.blueprint, subject.words);
  const name = toFieldName(item.noun.words);
  const field = entity?.fields.find((each) => each.name === name);
  if (entity === null || field === undefined) return false;
  const path = `${entity.name}.${field.name}`;
  const { qualities } = item;
  state.near = entity.name;
  if (Object.keys(qualities).length === 0) {
    markWhole(state, clause, path, `${path} is there already`);
    assume(state, path, `${path} is there already; nothing was changed.`);
    return true;
  }
  const target = referenceOf(item.noun, [subject.words]);
  editMeant(state, target, clause, {
    wants: 'member',
    make: (place) =>
      editOfMember(
        state,
        { kind: 'describe', targets: [target], qualities, lacks: [], ...clause },
        place,
      ),
  });
  return true;
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

const NO_NAMES = words(`
  let instead no not now also replace use for from to by with please just only new old of if make sure ensure give add drop nobody
  someone everybody anyone everyone everything nothing should must can could would we they us me it you me there
`);

const NO_FIELDS = words('one two three four five more add drop remove rename delete make');

/** "make sure nobody enters ...": words of a wish make no new thing. */
function isNoName(state: State, statement: Statement, clause: ToldClause): boolean {
  const nouns = [
    ...('subjects' in statement ? statement.subjects : []),
    ...(statement.kind === 'topic' ? statement.items.map(({ noun }) => noun) : []),
    ...(statement.kind === 'belongs' ? statement.targets.map(({ noun }) => noun) : []),
    ...(statement.kind === 'has' ? statement.items.map(({ noun }) => noun) : []).filter(
      ({ words: said }) =>
        said.every((word) => NO_FIELDS.has(word)) ||
        said.some((word) => /^(instead|please|nobody|let)$/.test(word)),
    ),
  ];
  if (statement.kind === 'topic' && statement.announced !== true && statement.items.every(isBare)) {
    refuse(state, clause, 'nothing says what is to be done with it');
    return true;
  }
  if (statement.kind === 'topic' && !isKept(clause) && isOfKnown(state, statement.items)) {
    refuse(state, clause, 'what is done with it is behaviour, which is not compiled');
    return true;
  }
  if (statement.kind === 'has' && statement.items.some((item) => isLeast(state, item))) {
    refuse(state, clause, 'how many there are at least is no rule that is compiled');
    return true;
  }
  const wrong = nouns.find(
    ({ words: said }) =>
      said.some((word) => NO_NAMES.has(word)) && findEntity(state.blueprint, said) === null,
  );
  if (wrong === undefined) return false;
  refuse(state, clause, `"${wrong.words.join(' ')}" is the name of nothing`);
  return true;
}

/** "keep products": so already, where "archive products" is not. */
function isKept({ tokens }: ToldClause): boolean {
  const [first = ''] = tokens.map(({ lower }) => lower);
  return EDIT_VERBS.has(first) || FUNCTION_WORDS.has(first);
}

function isOfKnown({ blueprint }: State, items: readonly Item[]): boolean {
  return items.every((item) => isBare(item) && findEntity(blueprint, item.noun.words) !== null);
}

/** "at least one line item". */
function isLeast({ blueprint, context }: State, { start, end, noun }: Item): boolean {
  const said = context.prompt.slice(start, end).toLowerCase();
  return /^(at least|a minimum of)\b/.test(said) && findEntity(blueprint, noun.words) !== null;
}

function isBare({ children, qualities, belongsTo }: Item): boolean {
  return children.length + belongsTo.length + Object.keys(qualities).length === 0;
}

/** "invoices can be deleted": what is done with them, and no yes or no that they have. */
const DEEDS = words(
  'deleted removed edited changed updated created viewed seen read exported imported downloaded printed searched filtered sorted',
);

/** A field that is there, or a name with words of a wish in it: never a thing of its own. */
function isNoThing({ blueprint }: State, said: readonly string[]): boolean {
  const name = toFieldName(said) ?? '';
  const names = blueprint.entities.flatMap(({ fields }) => fields.map((field) => field.name));
  const isLonger = (field: string) =>
    field === name || (/[A-Z]/.test(field) && name.startsWith(field));
  return said.some((word) => NO_NAMES.has(word)) || names.some(isLonger);
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
