import type { Blueprint, Entity, Field, Relation } from '@quantumlayer/contracts';
import { toEntityName, toFieldName, upperFirst } from '../names.ts';
import { singular } from '../text/nouns.ts';
import type { State } from './statements.ts';

/** The entity that words name: by its name, else by the end of it ("requests" for LeaveRequest) when one alone ends so. */
export function findEntity(
  { entities }: Pick<Blueprint, 'entities'>,
  words: readonly string[] | null,
): Entity | null {
  const name = toEntityName(words ?? []);
  if (name === null) return null;
  const exact = entities.find((entity) => entity.name.toLowerCase() === name.toLowerCase());
  if (exact !== undefined) return exact;
  const ending = entities.filter((entity) => entity.name.endsWith(name));
  const [only] = ending.length === 1 ? ending : [];
  return only ?? null;
}

/** The field that words name: by its name, else by the start or the end of it when one alone has it. */
export function findField({ fields }: Entity, words: readonly string[]): Field | null {
  const name = toFieldName(words);
  if (name === null) return null;
  const exact = fields.find((field) => isSame(field.name, name));
  if (exact !== undefined) return exact;
  const alike = fields.filter(
    (field) =>
      field.name.endsWith(upperFirst(name)) ||
      (field.name.startsWith(name) && /^[A-Z]/.test(field.name.slice(name.length))),
  );
  const [only] = alike.length === 1 ? alike : [];
  return only ?? null;
}

/** "check-in date" is one word less than "check in date", and the same name. */
function isSame(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}

/** The `belongs-to` relation that words name: by its name or by what it leads to. */
export function findParent({ relations }: Entity, words: readonly string[]): Relation | null {
  const name = toFieldName([...words.slice(0, -1), singular(words.at(-1) ?? '')]);
  const target = toEntityName(words);
  const parents = relations.filter(({ kind }) => kind === 'belongs-to');
  const byName = parents.find((relation) => relation.name === name);
  if (byName !== undefined) return byName;
  const byTarget = parents.filter(
    (relation) =>
      target !== null && (relation.target === target || relation.target.endsWith(target)),
  );
  const [only] = byTarget.length === 1 ? byTarget : [];
  return only ?? null;
}

/** The relation of `entity` by which it has what words name: has-many, has-one or many-to-many. */
export function findChildren(
  blueprint: Blueprint,
  entity: Entity,
  words: readonly string[],
): Relation | null {
  const child = findEntity(blueprint, words);
  const found = entity.relations.filter(
    ({ kind, target, name }) =>
      kind !== 'belongs-to' && (target === child?.name || name === toFieldName(words)),
  );
  const [only] = found.length === 1 ? found : [];
  return only ?? null;
}

/** Name of the own field or of the `belongs-to` relation. */
export function findMember(entity: Entity, words: readonly string[]): string | null {
  const name = toFieldName(words) ?? '';
  const exact = entity.fields.find((field) => isSame(field.name, name));
  const found = exact ?? findParent(entity, words) ?? findField(entity, words);
  const one = [...words.slice(0, -1), singular(words.at(-1) ?? '')];
  return (found ?? findField(entity, one))?.name ?? null;
}

/** The field and value of an entity that a state names: a value of an `enum` ("drafts" are a draft), or a flag ("returned"). */
function findState(entity: Entity, word: string): { field: Field; value: string | boolean } | null {
  for (const meant of [word.toLowerCase(), singular(word.toLowerCase())])
    for (const field of entity.fields) {
      const isOne = field.type === 'enum';
      const value = isOne && field.values?.find((each) => each.toLowerCase() === meant);
      if (typeof value === 'string') return { field, value };
    }
  const flag = findField(entity, word.split(' '));
  return flag?.type === 'boolean' ? { field: flag, value: true } : null;
}

const NOT = /^(?:not(?: yet)? |non-?|un-?|in(?=active|complete))/;

/** The rows that a state means: "open", "not returned", "unreturned". Null when no field of the entity knows it. */
export function findCondition(
  entity: Entity,
  { word, isNot }: State,
): { field: string; values: (string | boolean)[] } | null {
  const plain = findState(entity, word);
  if (plain === null)
    return NOT.test(word)
      ? findCondition(entity, { word: word.replace(NOT, ''), isNot: !isNot })
      : null;
  const { field, value } = plain;
  return { field: field.name, values: isNot ? othersOf(field, [value]) : [value] };
}

/** All values of a field but these. */
export function othersOf(
  field: Field,
  values: readonly (string | boolean)[],
): (string | boolean)[] {
  const all = field.type === 'boolean' ? [true, false] : (field.values ?? []);
  return all.filter((each) => !values.includes(each));
}
