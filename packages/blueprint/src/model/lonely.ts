import type { Statement } from '../grammar/statements.ts';
import { words } from '../lexicon/words.ts';
import { toEntityName } from '../names.ts';
import { tie } from './deeds.ts';
import { type Draft, type DraftEntity, type Fact, lookUp } from './draft.ts';

type Belongs = Extract<Statement, { kind: 'belongs' }>;

export function isIfLonely(statement: Statement): statement is Belongs {
  return (
    statement.kind === 'belongs' &&
    (statement.isIfLonely === true || statement.isIfUnrelated === true)
  );
}

/** What was told of beside a deed, and stands in no relation, records the deed. */
export function tieLonely(draft: Draft, statement: Belongs): void {
  const { subjects, targets, isIfUnrelated } = statement;
  const [subject] = subjects;
  const record = lookUp(draft, toEntityName(subject?.words ?? []));
  const isTied = draft.facts.some(({ from, to }) => [from, to].includes(record?.name ?? ''));
  if (record === undefined || (isTied && isIfUnrelated !== true)) return;
  const parties = new Set(targets.map(({ noun }) => lookUp(draft, toEntityName(noun.words))));
  for (const party of parties)
    if (
      party !== undefined &&
      party !== record &&
      !(isIfUnrelated && areRelated(draft, record.name, party.name))
    )
      tie(draft, record, party, statement);
  if (isIfUnrelated !== true) dropAmong(draft, [...parties], targets);
}

/** What is had for a while: the record says by whom and when. */
const PASSED_ON = words('lent given handed issued rented hired loaned leased');

/** "Guides take groups through caves. Each tour has a date": they meet in the tour, and in nothing else that the deed tells. */
function dropAmong(
  draft: Draft,
  parties: readonly (DraftEntity | undefined)[],
  targets: Belongs['targets'],
): void {
  const names = parties.flatMap((party) => (party === undefined ? [] : [party.name]));
  const from = Math.min(...targets.map(({ start }) => start));
  const to = Math.max(...targets.map(({ end }) => end));
  const isAmong = (fact: Fact) =>
    names.includes(fact.from) &&
    names.includes(fact.to) &&
    fact.start >= from &&
    fact.end <= to &&
    (names.length > 2 || PASSED_ON.has(fact.verb ?? ''));
  draft.facts = draft.facts.filter((fact) => !isAmong(fact));
}

/** By themselves, or by one thing that stands between them. */
function areRelated(draft: Draft, left: string, right: string): boolean {
  const beside = neighboursOf(draft, left);
  return beside.has(right) || [...neighboursOf(draft, right)].some((name) => beside.has(name));
}

function neighboursOf({ facts }: Draft, name: string): ReadonlySet<string> {
  return new Set(
    facts.flatMap(({ from, to }) => (from === name ? [to] : to === name ? [from] : [])),
  );
}

/** "We manage an orchestra": what is named once as one, and never again, is who speaks and no thing to keep. */
export function dropLonely(draft: Draft, statements: readonly Statement[]): void {
  if (draft.facts.length === 0) return;
  for (const statement of statements) {
    const [item, second] = statement.kind === 'topic' ? statement.items : [];
    if (item === undefined || second !== undefined) continue;
    const isAudience = statement.kind === 'topic' && statement.isAudience === true;
    if (!isAudience && (!item.indefinite || item.noun.plural)) continue;
    const entity = lookUp(draft, toEntityName(item.noun.words));
    if (entity === undefined || entity.fields.length > 0) continue;
    if (draft.facts.some(({ from, to }) => from === entity.name || to === entity.name)) continue;
    draft.entities.delete(entity.name);
    draft.marks = draft.marks.filter(({ path }) => path !== entity.name);
  }
}

const ORGANISATIONS = words(`
  club festival firm company agency association society charity ngo foundation house bank chain museum library hotel
  restaurant theatre archive biobank warehouse school university clinic hospital zoo farm brewery bakery studio garage organisation organization
  institute centre center office hall council municipality fair cafe stable
`);

/** What an organisation has, as against what it does. */
const HOLDING = words('own operate employ have hold keep include');

/** "A maker fair. The fair has halls": what the app is for is no thing beside what it holds. */
export function dropTitle(draft: Draft, statements: readonly Statement[]): void {
  const titles = statements.flatMap((statement) =>
    statement.kind === 'app' ? [statement.noun] : [],
  );
  for (const { words: title, plural } of titles) {
    const entity = lookUp(draft, toEntityName(title.slice(-1)));
    const isPlace = ORGANISATIONS.has(title.at(-1) ?? '');
    if (plural || !isPlace || entity === undefined || entity.fields.length > 0) continue;
    const own = draft.facts.filter(({ from, to }) => [from, to].includes(entity.name));
    const isHolder = own.every(
      ({ from, cardinality }) => from === entity.name && cardinality === 'many',
    );
    if (!isHolder || own.length === 0 || draft.facts.length <= own.length) continue;
    draft.entities.delete(entity.name);
    draft.facts = draft.facts.filter((fact) => !own.includes(fact));
    draft.marks = draft.marks.filter(({ path }) => path.split('.')[0] !== entity.name);
  }
}

/** "A film festival shows films": who speaks, when nothing more is said of it. */
export function dropSpeaker(draft: Draft, statements: readonly Statement[]): void {
  const first = statements.find(({ kind }) => kind !== 'app');
  if (first?.kind === 'has') dropStore(draft, first);
  if (first?.kind !== 'acts') return;
  const [subject, second] = first.subjects;
  if (subject === undefined || second !== undefined || subject.plural) return;
  const entity = lookUp(draft, toEntityName(subject.words));
  if (entity === undefined || entity.fields.length > 0) return;
  if (!ORGANISATIONS.has(subject.words.at(-1) ?? '') || HOLDING.has(first.verb)) return;
  const isOther = ({ from, to, start }: Fact) =>
    [from, to].includes(entity.name) && start !== first.start;
  if (draft.facts.some(isOther) || draft.facts.length < 2) return;
  draft.entities.delete(entity.name);
  draft.facts = draft.facts.filter(({ start }) => start < first.start || start > first.end);
  draft.marks = draft.marks.filter(({ path }) => path.split('.')[0] !== entity.name);
}

/** "A museum keeps coins in trays": what is kept has a place of its own, and who keeps all of it is who speaks. */
function dropStore(draft: Draft, first: Extract<Statement, { kind: 'has' }>): void {
  const [subject, second] = first.subjects;
  const isPlaced =
    first.items.length > 0 && first.items.every(({ belongsTo }) => belongsTo.length > 0);
  if (subject === undefined || second !== undefined || subject.plural || !isPlaced) return;
  const entity = lookUp(draft, toEntityName(subject.words));
  if (entity === undefined || entity.fields.length > 0) return;
  if (!ORGANISATIONS.has(subject.words.at(-1) ?? '')) return;
  const own = draft.facts.filter(({ from, to }) => [from, to].includes(entity.name));
  if (own.some(({ start }) => start < first.start || start > first.end)) return;
  draft.entities.delete(entity.name);
  draft.facts = draft.facts.filter((fact) => !own.includes(fact));
  draft.marks = draft.marks.filter(({ path }) => path.split('.')[0] !== entity.name);
}
