import type { Item, Noun, Statement } from '../grammar/statements.ts';
import { CRUD } from '../grammar/verbs.ts';
import {
  ADDING_VERBS,
  DEED_VERBS,
  FEELING_VERBS,
  KEEPING_VERBS,
  MANY_TO_MANY_VERBS,
  OWNED_OBJECTS,
  SCREEN_VERBS,
  SHOWING_VERBS,
} from '../lexicon/predicates.ts';
import { words } from '../lexicon/words.ts';
import { toEntityName, upperFirst } from '../names.ts';
import { singular } from '../text/nouns.ts';
import { addBelongs, takesPart } from './belongs.ts';
import { type Draft, type DraftEntity, lookUp, mark } from './draft.ts';
import { addField } from './draft-fields.ts';
import { headOf, isGenericActor, looksLikeValue, relates } from './kinds.ts';

type Acts = Extract<Statement, { kind: 'acts' }>;
type AddItem = (draft: Draft, entity: DraftEntity, item: Item, optional: boolean) => void;

const PRIVILEGED = words(`
  admin admins administrator administrators manager managers moderator moderators owner owners staff
  supervisor supervisors superuser superusers
`);

function isPrivileged(subject: Noun): boolean {
  return PRIVILEGED.has(headOf(subject));
}

/** "students enrol in many courses", "customers place orders", "users can create, edit and delete tasks". */
export function applyActs(draft: Draft, statement: Acts, addItem: AddItem): void {
  const before = draft.marks.length;
  for (const subject of statement.subjects) {
    const actor = lookUp(draft, toEntityName(subject.words) ?? '');
    for (const item of statement.items) {
      const target = lookUp(draft, toEntityName(item.noun.words) ?? '');
      if (target === undefined) {
        if (actor !== undefined && isKept(statement, item))
          addField(draft, actor, item.noun, item.qualities, item);
        continue;
      }
      addParts(draft, target, item, addItem);
      const isSelf = actor === target;
      if (actor !== undefined && doesRelate(statement, subject, item) && (!isSelf || isOther(item)))
        addHabit(draft, actor, target, item, statement);
      else if (CRUD.has(statement.verb) && !statement.subjects.some(isPrivileged))
        mark(
          draft,
          statement,
          target.name,
          `${target.name} can be created, read, updated, deleted, filtered and searched`,
        );
    }
  }
  if (draft.marks.length === before)
    draft.misses.push({
      start: statement.start,
      end: statement.end,
      reason:
        'who may do what was not understood in these words, and behaviour beyond keeping data is not compiled yet',
    });
}

/** "a visit costs a fee", "a badge shows a number": the verb keeps a value, it relates nothing. */
function isKept({ verb }: Acts, item: Item): boolean {
  const isValue =
    looksLikeValue(item.noun) ||
    item.qualities.type !== undefined ||
    item.qualities.values !== undefined ||
    item.indefinite;
  return KEEPING_VERBS.has(verb) && isValue && !item.noun.plural;
}

function doesRelate({ verb, isCertain }: Acts, subject: Noun, item: Item): boolean {
  if (isCertain && !CRUD.has(verb) && !SCREEN_VERBS.has(verb) && !isPrivileged(subject))
    return true;
  return relates(verb) || (item.quantity === 'many' && !isGenericActor(subject));
}

/** "users follow other users": the same kind of thing on both sides. */
function isOther(item: Item): boolean {
  return ['other', 'another', 'each'].includes(item.determiner ?? '');
}

function addParts(draft: Draft, target: DraftEntity, item: Item, addItem: AddItem): void {
  for (const owner of item.belongsTo) {
    const known = lookUp(draft, toEntityName(owner.noun.words));
    // "companies send their employees to courses": each of them to many.
    const many = takesPart(item.noun, { ...owner, indefinite: false });
    if (known !== undefined && known !== target)
      addBelongs(draft, target, owner, { optional: false, many, source: 'belongs' });
  }
  for (const child of item.children) {
    draft.current = target.name;
    addItem(draft, target, child, false);
  }
}

function addHabit(
  draft: Draft,
  actor: DraftEntity,
  target: DraftEntity,
  item: Item,
  statement: Acts,
): void {
  const { verb } = statement;
  const isOwned =
    ['take', 'book', 'use'].includes(verb) && OWNED_OBJECTS.has(singular(headOf(item.noun)));
  const isTheirs = /^(their|his|her|its)$/.test(item.determiner ?? '') && actor !== target;
  const isMutual =
    MANY_TO_MANY_VERBS.has(verb) &&
    !isOwned &&
    !isTheirs &&
    !(verb === 'use' && item.children.length > 0);
  const plural = item.noun.plural || item.quantity === 'many';
  const isShown = SHOWING_VERBS.has(verb) && /^(a|an)$/.test(item.determiner ?? '');
  const oneOf = isMutual || isShown || statement.preposition || item.quantity === 'one';
  const cardinality = plural ? (isMutual ? 'both-many' : 'many') : oneOf ? 'one' : 'many';
  const isMade = item.quantity === 'one' && !statement.preposition && ADDING_VERBS.has(verb);
  const feeling = cardinality === 'both-many' ? FEELING_VERBS.get(verb) : undefined;
  draft.facts.push({
    from: actor.name,
    to: target.name,
    cardinality,
    source: isMade ? 'has' : 'habit',
    deed: verb,
    isDeed: DEED_VERBS.has(verb),
    required: item.qualities.optional !== true,
    exclusive: isMade,
    role: null,
    feeling: feeling === undefined ? null : roleOf(feeling, actor, target, item),
    start: statement.start,
    end: statement.end,
  });
  mark(
    draft,
    statement,
    `${actor.name}.${target.name}`,
    `${actor.name} and ${target.name} are related ("${verb}")`,
  );
}

/** "users like photos" beside "photos are posted by users": likedPhotos. */
function roleOf(feeling: string, actor: DraftEntity, target: DraftEntity, item: Item): string {
  return actor === target && feeling === 'followed'
    ? 'following'
    : `${feeling}${item.noun.words.map(upperFirst).join('')}`;
}
