import { oneAfterAnother } from '../answers.ts';
import type { Noun, Qualities, Statement } from '../grammar/statements.ts';
import { ENUM_NOUNS, PLURAL_VALUES } from '../lexicon/fields.ts';
import { toEntityName, toFieldName } from '../names.ts';
import { singular } from '../text/nouns.ts';
import { type Draft, type DraftEntity, lookUp, mark } from './draft.ts';
import { addField } from './draft-fields.ts';
import { headOf, looksLikeValue } from './kinds.ts';

export function applyConstraint(
  draft: Draft,
  statement: Extract<Statement, { kind: 'constraint' }>,
): void {
  for (const subject of statement.subjects) {
    if (statement.flag !== undefined) {
      const entity = lookUp(draft, toEntityName(subject.words));
      if (entity !== undefined)
        addField(draft, entity, statement.flag, { type: 'boolean' }, statement.flag);
      continue;
    }
    if (addFlags(draft, subject, statement)) continue;
    if (addStatus(draft, subject, statement)) continue;
    const place = findField(draft, subject, statement.owner, statement.qualities);
    if (place === null) continue;
    addField(draft, place.entity, { ...subject, words: place.words }, statement.qualities);
    mark(
      draft,
      statement,
      `${place.entity.name}.${toFieldName(place.words) ?? ''}`,
      'what the value may be',
    );
    if (statement.owner !== null)
      mark(draft, statement.owner, place.entity.name, `entity ${place.entity.name}`);
  }
}

/** What a thing can be beside anything else: each is a yes or no of its own. */
const FLAGS = new Set([
  ...['pinned', 'locked', 'starred', 'featured', 'favourite', 'favorite', 'muted', 'flagged'],
  ...['sticky', 'verified', 'anonymous', 'bookmarked', 'highlighted'],
]);

/** "a thread can be pinned or locked", "an invoice is paid or not". */
function addFlags(
  draft: Draft,
  subject: Noun,
  { qualities: { values }, start, end }: Extract<Statement, { kind: 'constraint' }>,
): boolean {
  const entity = lookUp(draft, toEntityName(subject.words));
  if (entity === undefined || values === undefined) return false;
  const [first, second, third] = values;
  const isOrNot = second?.toLowerCase() === 'not' && third === undefined;
  if (!isOrNot && !values.every((value) => FLAGS.has(value.toLowerCase()))) return false;
  for (const value of isOrNot ? [first ?? ''] : values)
    addField(
      draft,
      entity,
      { ...subject, words: [value.toLowerCase()] },
      { type: 'boolean' },
      { start, end },
    );
  return true;
}

const VISIBILITIES = new Set(['public', 'private', 'unlisted', 'hidden', 'visible', 'shared']);

/** "a request is either pending or approved": what a thing can be is its status. */
function addStatus(
  draft: Draft,
  subject: Noun,
  { owner, qualities, start, end }: Extract<Statement, { kind: 'constraint' }>,
): boolean {
  const entity = owner === null ? findThing(draft, subject) : undefined;
  const field = toFieldName(subject.words);
  const isField = [...draft.entities.values()].some((each) =>
    each.fields.some(({ name }) => name === field),
  );
  if (entity === undefined || qualities.values === undefined || isField) return false;
  const isVisibility = qualities.values.every((value) => VISIBILITIES.has(value.toLowerCase()));
  const name = isVisibility ? 'visibility' : 'status';
  addField(draft, entity, { ...subject, words: [name] }, qualities, { start, end });
  draft.assumptions.push({
    path: `${entity.name}.${name}`,
    text: `What ${entity.name} can be (${qualities.values.join(', ')}) was read as its ${name}.`,
    answers: isVisibility ? [] : oneAfterAnother(entity.name, qualities.values),
  });
  return true;
}

/** The thing of that name, or the only one whose name ends in it: "expense reports ... a report is draft or sent". */
function findThing(draft: Draft, subject: Noun): DraftEntity | undefined {
  const name = toEntityName(subject.words);
  const exact = lookUp(draft, name);
  if (exact !== undefined || name === null) return exact;
  const [full, second] = [...draft.entities.values()].filter((each) => each.name.endsWith(name));
  return second === undefined ? full : undefined;
}

/** Whose field is meant: the owner that is named, the entity spoken of, or the only one that has it. */
function findField(
  draft: Draft,
  subject: Noun,
  owner: Noun | null,
  qualities: Qualities,
): { entity: DraftEntity; words: string[] } | null {
  const words = [...subject.words.slice(0, -1), singularField(headOf(subject))];
  if (owner !== null) {
    const entity = lookUp(draft, toEntityName(owner.words) ?? '');
    return entity === undefined ? null : { entity, words };
  }
  const current = draft.current === null ? undefined : draft.entities.get(draft.current);
  const has = (entity: DraftEntity, candidate: string[]) =>
    entity.fields.some((field) => field.name === toFieldName(candidate));
  const candidates = [...(current ? [current] : []), ...draft.entities.values()];
  for (const candidate of [subject.words, words]) {
    const entity = candidates.find((each) => has(each, candidate));
    if (entity !== undefined) return { entity, words: candidate };
  }
  for (const entity of draft.entities.values()) {
    const prefix = words.slice(0, -1);
    if (prefix.length > 0 && toEntityName(prefix) === entity.name)
      return { entity, words: words.slice(-1) };
  }
  const isField =
    qualities.values !== undefined ||
    looksLikeValue({ ...subject, words }) ||
    ENUM_NOUNS.has(words.at(-1) ?? '');
  return current !== undefined && isField ? { entity: current, words } : null;
}

function singularField(word: string): string {
  return PLURAL_VALUES.has(word) ? word : singular(word);
}
