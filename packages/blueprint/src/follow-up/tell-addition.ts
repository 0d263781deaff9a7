import type { Answer } from '@quantumlayer/contracts';
import { say, sayOne } from '../answers.ts';
import type { Item, Noun, Qualities } from '../grammar/statements.ts';
import { isSurelyEntity, isTopicEntity } from '../model/kinds.ts';
import { findEntity } from '../policy/things.ts';
import type { InstructionOf } from './instruction.ts';
import { nearest } from './nearest.ts';
import type { Reference } from './reference.ts';
import { wordsOf } from './seed-draft.ts';
import { askAbout, assume, type Clause, markWhole, refuse, type State } from './state.ts';
import { tell } from './tell.ts';

const MOST_OFFERED = 8;

/** What is added to things that are there, or as things of its own. */
export function tellAddition(state: State, wish: InstructionOf<'add'>, clause: Clause): void {
  const items = wish.items.map((item) => withQualities(item, wish.qualities));
  if (wish.owners.length === 0) {
    tellAlone(state, items, clause);
    return;
  }
  const found = wish.owners.map(({ words }) => ({
    words,
    entity: findEntity(state.blueprint, words),
  }));
  const isForAll = isEverything(wish.owners);
  if (isForAll && items.some(isSurelyEntity)) {
    refuse(state, clause, 'a thing of its own that belongs to everything; say to what it belongs');
    return;
  }
  if (isForAll)
    assume(state, '', `Each of the ${found.length} tables gets ${textOf(state, items)}.`);
  for (const { words, entity } of found) {
    if (entity === null && !isTold(state, words)) askOwner(state, words, items, clause);
    else tellOf(state, entity?.name ?? null, words, { items, clause });
  }
}

/** "everything": all that is there, by the same words. */
function isEverything(owners: readonly Reference[]): boolean {
  const [first, second] = owners;
  return second !== undefined && owners.every(({ start }) => start === first?.start);
}

function withQualities(item: Item, qualities: Qualities): Item {
  return { ...item, qualities: { ...item.qualities, ...qualities } };
}

/** Another sentence of the text brings it. */
function isTold({ told }: State, words: readonly string[]): boolean {
  const name = words.join(' ');
  return told.statements.some(
    (statement) =>
      'items' in statement && statement.items.some(({ noun }) => noun.words.join(' ') === name),
  );
}

type Told = { items: Item[]; clause: Clause };

function tellOf(
  state: State,
  entity: string | null,
  words: string[],
  { items, clause }: Told,
): void {
  const { start, end } = clause;
  const subject: Noun = {
    ...{ words: entity === null ? words : wordsOf(entity), plural: false },
    ...{ start, end: start },
  };
  tell(state, [{ kind: 'has', subjects: [subject], items, optional: false, start, end }], {
    ...clause,
    isWhole: true,
  });
  state.near = entity ?? state.near;
}

/** Without an owner: things of their own, or fields of the only thing there is, or of the one just spoken of. */
function tellAlone(state: State, items: readonly Item[], clause: Clause): void {
  const isInPlace = state.near !== null && clause.tokens.at(-1)?.lower === 'instead';
  const isThing = (item: Item) => !isInPlace && isTopicEntity(item);
  const things = items.filter(isThing);
  const fields = items.filter((item) => !isThing(item));
  const { start, end } = clause;
  if (things.length > 0) {
    const named = things.map((item) => ({ ...item, noun: { ...item.noun, plural: true } }));
    tell(state, [{ kind: 'topic', items: named, announced: true, start, end }], {
      ...clause,
      isWhole: true,
    });
  }
  if (fields.length === 0) return;
  const { entities } = state.blueprint;
  const only = entities.length === 1 ? entities[0]?.name : state.near;
  if (only != null) tellOf(state, only, wordsOf(only), { items: fields, clause });
  else state.lonely.push({ items: fields, clause });
}

/** What was to be added without saying to what: a thing of its own if the rest of the text describes it, else it is asked. */
export function tellLonely(state: State): void {
  for (const { items, clause } of state.lonely.splice(0)) {
    const found = items.map(({ noun }) => findEntity(state.blueprint, noun.words));
    const left = items.filter((_item, index) => found[index] === null);
    for (const entity of found)
      if (entity !== null) markWhole(state, clause, entity.name, `entity ${entity.name}`);
    if (left.length > 0) askWhose(state, left, clause);
  }
}

function askWhose(state: State, items: readonly Item[], clause: Clause): void {
  const what = textOf(state, items);
  const answers = state.blueprint.entities
    .slice(0, MOST_OFFERED)
    .map(({ name }) => answerOf(`Add ${what} to the ${say(name)}.`));
  const text = `What is ${what} to be added to?`;
  ask(state, { text, answers, clause }, items);
}

function askOwner(state: State, words: string[], items: readonly Item[], clause: Clause): void {
  const named = state.blueprint.entities.map(({ name }) => ({ name, place: name }));
  const near = nearest(words.join(''), named);
  const what = textOf(state, items);
  if (near.length === 0) {
    refuse(state, clause, `there is no "${words.join(' ')}"; add it first, with what it has`);
    return;
  }
  const text = `There is no "${words.join(' ')}". Is ${near.map(sayOne).join(' or ')} meant?`;
  const answers = near.map((name) => answerOf(`Add ${what} to the ${say(name)}.`));
  ask(state, { text, answers, clause }, items);
}

type Question = { text: string; answers: Answer[]; clause: Clause };

function ask(state: State, { text, answers, clause }: Question, items: readonly Item[]): void {
  const names = items.map(({ noun }) => noun.words.join(' '));
  askAbout(state, clause, {
    remark: { path: names[0] ?? '', text, answers },
    answers: state.blueprint.entities.flatMap(({ name }) =>
      names.map((member) => `add ${name}.${member}`),
    ),
  });
}

function answerOf(sentence: string): Answer {
  return { label: sentence.replace(/\.$/, ''), sentence };
}

/** As the person wrote it. */
function textOf({ context }: State, items: readonly Item[]): string {
  const [first] = items;
  return context.prompt.slice(first?.start ?? 0, items.at(-1)?.end ?? 0).trim();
}
