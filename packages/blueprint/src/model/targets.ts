import type { Item, Noun } from '../grammar/statements.ts';
import { DEPENDENT_NOUNS, PERSON_ROLES, SELF_ROLES } from '../lexicon/fields.ts';
import { isValueWord } from '../lexicon/value-nouns.ts';
import { toEntityName, toFieldName } from '../names.ts';
import { type Draft, type DraftEntity, ensureEntity, lookUp } from './draft.ts';
import { headOf, isAmount, isEntityNoun, isPerson, isPlainValue, isSurelyEntity } from './kinds.ts';
import { correct } from './spelling.ts';

export type Target = { entity: DraftEntity; role: string | null };

/** The entity an item stands for, with the role it plays: "home team" is a Team in the role homeTeam. */
export function findTarget(draft: Draft, entity: DraftEntity, item: Item): Target | null {
  const { noun } = item;
  if (isPartOfItself(draft, entity, noun)) return { entity, role: null };
  const isMeant = item.isGloss !== true || lookUp(draft, toEntityName(item.refersTo?.words ?? []));
  if (item.refersTo !== null && isMeant) {
    const referred = ensureEntity(draft, item.refersTo);
    return referred === null ? null : { entity: referred, role: toFieldName(noun.words) };
  }
  const role = toFieldName(noun.words);
  const player = lookUp(draft, draft.roles.get(role ?? '') ?? null);
  if (player !== undefined) return { entity: player, role };
  const { type, values, numeric } = item.qualities;
  if (item.quantity !== 'many' && isAmount(noun)) return null;
  if (type !== undefined || values !== undefined || numeric === true) return null;
  const name = toEntityName(noun.words);
  const known = lookUp(draft, name) ?? findMisspelt(draft, noun);
  if (
    known !== undefined &&
    (known !== entity || noun.plural || item.indefinite) &&
    !(known !== entity && !noun.plural && isPlainValue(noun, item))
  )
    return { entity: known, role: known === entity ? (toFieldName(noun.words) ?? null) : null };
  const head = toEntityName([headOf(noun)]);
  const headEntity =
    head === null ||
    noun.words.length < 2 ||
    noun.words.includes('of') ||
    noun.words.includes('per')
      ? undefined
      : draft.entities.get(head);
  const isScore = /^(rating|score|level|rank|grade)$/.test(headOf(noun)) && !item.indefinite;
  if (headEntity !== undefined && !isPlainValue(noun, item) && !isScore)
    return { entity: headEntity, role: toFieldName(noun.words) };
  const isSelf = item.children.length === 0 && SELF_ROLES.has(headOf(noun));
  if (isSelf && isPerson(entity, headOf(noun))) return { entity, role: toFieldName(noun.words) };
  const user = someoneOf(draft);
  if (
    PERSON_ROLES.has(headOf(noun)) &&
    user !== undefined &&
    user !== entity &&
    item.qualities.type === undefined
  ) {
    draft.assumptions.push({
      path: `${entity.name}.${toFieldName(noun.words)}`,
      text: `The ${noun.words.join(' ')} of ${entity.name} is a ${user.name}.`,
      answers: [],
    });
    return { entity: user, role: toFieldName(noun.words) };
  }
  const compound = findCompound(draft, entity, item);
  if (compound !== undefined) return { entity: compound, role: null };
  if (isSurelyEntity(item) || (DEPENDENT_NOUNS.has(headOf(noun)) && noun.words.length === 1)) {
    const made = ensureEntity(draft, noun);
    return made === null ? null : { entity: made, role: null };
  }
  return null;
}

/** Who plays a role such as assignee: the users, else the one kind of people there is. */
function someoneOf({ entities }: Draft): DraftEntity | undefined {
  const [only, more] = ['Person', 'Employee', 'StaffMember', 'Staff', 'Colleague']
    .map((name) => entities.get(name))
    .filter((entity) => entity !== undefined);
  return entities.get('User') ?? (more === undefined ? only : undefined);
}

/** "the staton" beside stations. */
function findMisspelt(draft: Draft, noun: Noun): DraftEntity | undefined {
  const name = toEntityName(noun.words)?.toLowerCase() ?? '';
  if (noun.words.length > 1 || isValueWord(name)) return undefined;
  const described = [...draft.described];
  const meant = correct(
    name,
    described.map((each) => each.toLowerCase()),
  );
  return draft.entities.get(described.find((each) => each.toLowerCase() === meant) ?? '');
}

/** "meeting" beside board meetings: the one thing whose name ends so. */
function findCompound(draft: Draft, entity: DraftEntity, item: Item): DraftEntity | undefined {
  const { noun, children } = item;
  const name = noun.words.length === 1 ? toEntityName(noun.words) : null;
  if (name === null || noun.plural || children.length > 0 || isValueWord(headOf(noun)))
    return undefined;
  const [only, more] = [...draft.entities.values()].filter(
    (each) => each !== entity && each.name.endsWith(name) && each.name.length > name.length,
  );
  return more === undefined ? only : undefined;
}

/** "tasks can have subtasks": tasks under a task, unless a subtask is described as a thing of its own. */
function isPartOfItself(draft: Draft, entity: DraftEntity, noun: Noun): boolean {
  const name = toEntityName(noun.words) ?? '';
  const kind = /^(?:Sub|Child|Nested)(?=.)(.*)$/.exec(name)?.[1]?.toLowerCase();
  return kind === entity.name.toLowerCase() && !draft.entities.has(name);
}

export function fallbackTarget(draft: Draft, target: Item): Target | null {
  const entity = isEntityNoun(target.noun) ? ensureEntity(draft, target.noun) : null;
  return entity === null ? null : { entity, role: null };
}
