import { mayBelong } from '../answers.ts';
import { type Item, itemOf, type Noun, type Statement } from '../grammar/statements.ts';
import { baseForm } from '../grammar/verbs.ts';
import { isNounOfDeed } from '../lexicon/deed-nouns.ts';
import { infinitiveOf } from '../lexicon/infinitive.ts';
import { furtherNames } from '../lexicon/kept-deeds.ts';
import { DEED_NOUNS, PASSIVE_NOUNS, TRADE_NOUNS } from '../lexicon/predicates.ts';
import { toEntityName } from '../names.ts';
import { type Draft, type DraftEntity, lookUp } from './draft.ts';
import { addField } from './draft-fields.ts';
import { looksLikeValue } from './kinds.ts';

/**
 * "Students enrol in courses; an enrolment has a grade": the enrolment is the deed, so it belongs to both. Only a thing that
 * the prompt names, and does not tie to the actor itself, is taken so.
 */
export function tieDeeds(draft: Draft, statements: readonly Statement[]): void {
  for (const statement of statements) {
    const deed = deedIn(statement);
    if (deed !== null && tieCompounds(draft, deed, statement)) continue;
    const record = deed === null ? undefined : findRecord(draft, deed.verb);
    if (deed === null || record === undefined) continue;
    const actors = deed.actors.map((noun) => lookUp(draft, toEntityName(noun.words)));
    const objects = deed.items
      .flatMap((item) => [item, ...item.belongsTo, ...item.children])
      .map((item) => lookUp(draft, toEntityName(item.noun.words)));
    const parties = known([...actors, ...objects]);
    if (parties.includes(record) || parties.length < 2) continue;
    const isTied = draft.facts.some((fact) => isBetween(fact, record, parties));
    const isActorTied = draft.facts.some((fact) => isBetween(fact, record, known(actors)));
    if (isActorTied) {
      for (const object of known(objects))
        if (object.fields.length > 0 && !isReached(draft, record, object))
          tie(draft, record, object, statement);
      dropHabit(draft, deed, known(actors), known(objects));
      continue;
    }
    dropTails(draft, deed, statement);
    const untold = parties.filter((party) => !isHeldByPart(draft, record, party));
    if (untold.length < parties.length || deed.isPassive)
      dropHabit(draft, deed, known(actors), known(objects));
    for (const party of isTied ? known(actors) : untold) tie(draft, record, party, statement);
    for (const item of deed.items) keepValue(draft, record, item);
  }
}

/** "Members book desks and rooms. A desk booking has a date": the deed by the name of what it is done to. */
function tieCompounds(
  draft: Draft,
  { actors, items, verb }: Deed,
  span: { start: number; end: number },
): boolean {
  const names = DEED_NOUNS.get(verb) ?? TRADE_NOUNS.get(verb) ?? PASSIVE_NOUNS.get(verb) ?? [];
  let isTied = false;
  for (const item of items) {
    const object = lookUp(draft, toEntityName(item.noun.words));
    const record = [...draft.entities.values()].find(({ name }) =>
      names.some((deed) => name.endsWith(deed) && isNamedFor(name.slice(0, -deed.length), object)),
    );
    if (object === undefined || record === undefined) continue;
    const parties = known(actors.map((noun) => lookUp(draft, toEntityName(noun.words))));
    for (const party of [object, ...parties])
      if (!isReached(draft, record, party)) tie(draft, record, party, span);
    isTied = true;
  }
  return isTied;
}

function isNamedFor(prefix: string, object: DraftEntity | undefined): boolean {
  return prefix !== '' && object?.name.endsWith(prefix) === true;
}

type Deed = { actors: Noun[]; items: Item[]; verb: string; start: number; isPassive: boolean };

/** Who does what to which: "members book classes", "a proposal is reviewed by two reviewers", "candidates apply to jobs". */
function deedIn(statement: Statement): Deed | null {
  if (statement.kind === 'acts')
    return {
      ...statement,
      actors: statement.verb === 'assign' ? [] : statement.subjects,
      isPassive: false,
    };
  if (statement.kind !== 'belongs') return null;
  const { subjects, targets, start, verb: written = '' } = statement;
  const known = /^appl(y|ies)$/.test(written) ? 'apply' : participleOf(written);
  const isRead = DEED_NOUNS.has(known) || PASSIVE_NOUNS.has(known) || known === 'apply';
  const verb = isRead ? known : infinitiveOf(written);
  if (verb === 'apply') return { actors: subjects, items: targets, verb, start, isPassive: true };
  if (!isRead && furtherNames(verb).length === 0) return null;
  const [by, ...others] = targets;
  const isPassive = written.endsWith('ed') || !isRead;
  if (by === undefined || !isPassive) return null;
  return {
    actors: [by.noun],
    items: [...subjects.map(itemOf), ...others],
    verb,
    start,
    isPassive: true,
  };
}

/** The thing that records a deed: a booking for "book", a seat request for "request". */
export function findRecord(draft: Draft, verb: string): DraftEntity | undefined {
  const usual = DEED_NOUNS.get(verb) ?? TRADE_NOUNS.get(verb) ?? PASSIVE_NOUNS.get(verb);
  const named = (usual ?? furtherNames(verb))
    .map((name) => draft.entities.get(name))
    .find((entity) => entity !== undefined);
  if (named !== undefined) return named;
  return [...draft.entities.values()].find(({ name }) => {
    const head = (/[A-Z][a-z0-9]*$/.exec(name)?.[0] ?? name).toLowerCase();
    return isNounOfDeed(head, verb);
  });
}

/** Organisations apply for grants: the application of an organisation says so already. */
function dropHabit(
  draft: Draft,
  { start, verb, isPassive }: Deed,
  actors: readonly DraftEntity[],
  objects: readonly DraftEntity[],
): void {
  const names = (entities: readonly DraftEntity[]) => entities.map(({ name }) => name);
  draft.facts = draft.facts.filter(
    (fact) =>
      (isPassive ? !isSaidBy(fact, verb) : fact.start !== start || fact.deed !== verb) ||
      ![fact.from, fact.to].some((name) => names(actors).includes(name)) ||
      ![fact.from, fact.to].some((name) => names(objects).includes(name)),
  );
}

/** "Doctors refer patients to specialists": the specialist is the referral's, and nothing that the patients have. */
function dropTails(draft: Draft, { items }: Deed, span: { start: number; end: number }): void {
  const tails = items.flatMap((item) =>
    [...item.belongsTo, ...item.children].map((tail): [Noun, Noun] => [item.noun, tail.noun]),
  );
  const named = ({ words }: Noun) => lookUp(draft, toEntityName(words))?.name;
  draft.facts = draft.facts.filter(
    ({ from, to, start, end }) =>
      start < span.start ||
      end > span.end ||
      !tails.some(([object, tail]) => from === named(object) && to === named(tail)),
  );
}

/** "is reviewed by": the fact that the words of a passive deed became. */
function isSaidBy({ verb: said = '' }: Draft['facts'][number], verb: string): boolean {
  return [participleOf(said), infinitiveOf(said)].includes(verb) || /^appl(y|ies)$/.test(said);
}

function known(entities: readonly (DraftEntity | undefined)[]): DraftEntity[] {
  return entities.filter((each) => each !== undefined);
}

/** "A sale consists of sale items with a plant": the plants hang on the items, not on the sale. */
function isHeldByPart(draft: Draft, record: DraftEntity, party: DraftEntity): boolean {
  const parts = draft.facts
    .filter(({ from, cardinality }) => from === record.name && cardinality === 'many')
    .map(({ to }) => to);
  return draft.facts.some(({ from, to }) => parts.includes(from) && to === party.name);
}

/** By itself or by a thing in between. */
function isReached({ facts }: Draft, record: DraftEntity, party: DraftEntity): boolean {
  const beside = (name: string) =>
    facts.flatMap(({ from, to }) => (from === name ? [to] : to === name ? [from] : []));
  const near = new Set(beside(record.name));
  return near.has(party.name) || record === party || isHeldBetween(beside(party.name), near, facts);
}

/** A part of the record that hangs on the party too: an order line of an order and of a product. */
function isHeldBetween(
  beside: readonly string[],
  near: ReadonlySet<string>,
  facts: Draft['facts'],
): boolean {
  return beside.some(
    (name) =>
      near.has(name) &&
      facts.every(({ from, to, source }) => source !== 'habit' || ![from, to].includes(name)),
  );
}

function isBetween(
  { from, to }: Draft['facts'][number],
  record: DraftEntity,
  parties: readonly DraftEntity[],
): boolean {
  return parties.some(
    ({ name }) => (from === record.name && to === name) || (to === record.name && from === name),
  );
}

export function tie(
  draft: Draft,
  record: DraftEntity,
  party: DraftEntity,
  { start, end }: { start: number; end: number },
): void {
  draft.facts.push({
    from: record.name,
    to: party.name,
    cardinality: 'one',
    source: 'belongs',
    required: true,
    exclusive: false,
    role: null,
    start,
    end,
  });
  draft.assumptions.push({
    path: `${record.name}.${party.name}`,
    text: `${record.name} was read as what is done to or by ${party.name}, so it belongs to one.`,
    answers: mayBelong(record.name, party.name),
  });
}

/** "books a service at a certain time": the time is the booking's. */
function keepValue(draft: Draft, record: DraftEntity, item: Item): void {
  const isKnown = lookUp(draft, toEntityName(item.noun.words)) !== undefined;
  if (!isKnown && item.indefinite && looksLikeValue(item.noun))
    addField(draft, record, item.noun, item.qualities, item);
}

/** "reviewed" -> "review", "enrolled" -> "enrol", "hired" -> "hire". */
export function participleOf(verb: string): string {
  if (verb.endsWith('lled')) return verb.slice(0, -2);
  const short = verb.replace(/ed$/, '');
  const known = [`${short}e`, verb.replace(/ied$/, 'y'), short].find(
    (each) => each !== verb && (DEED_NOUNS.has(each) || PASSIVE_NOUNS.has(each)),
  );
  return known ?? baseForm(short);
}
