import type { Blueprint, Entity, Field, Reading, Remark } from '@quantumlayer/contracts';
import { addRelation } from '@quantumlayer/contracts/add-to-blueprint';
import { changeEntity } from '@quantumlayer/contracts/edit-blueprint';
import { fieldsOf, nameAlone, say, sayMany, sayOne, standsAlone, upper } from '../answers.ts';
import { checkBlueprint } from '../check-blueprint.ts';
import {
  USUAL_THINGS,
  type UsualField,
  type UsualOwner,
  type UsualThing,
} from '../lexicon/usual-things.ts';
import { lowerFirst, toFieldName } from '../names.ts';
import { inferType } from './field-types.ts';
import { NAMES_NO_FIELDS, WITHOUT_FIELDS, WITHOUT_RELATION } from './remark-words.ts';

/**
 * A reading in which things that the prompt only names have what such things usually have, and what stands in no relation
 * belongs to what it usually belongs to. All of it is assumed, and said so; what the prompt does say stays as it is.
 */
export function assumeUsual(reading: Reading, alone: ReadonlySet<string>): Reading {
  const told = { ...reading, assumptions: [...reading.assumptions] };
  told.blueprint = tieAll(told, alone);
  told.blueprint = {
    ...told.blueprint,
    entities: told.blueprint.entities.map((entity) => fillIn(told, entity)),
  };
  const isSettled = ({ path, text }: Remark) =>
    text.includes(WITHOUT_RELATION) && relationsOf(told.blueprint, path) > 0;
  const isAnswered = ({ path, text }: Remark) =>
    text.includes(NAMES_NO_FIELDS) && usualOf(told.blueprint, path) !== undefined;
  told.questions = told.questions.filter((each) => !isSettled(each) && !isAnswered(each));
  return told;
}

const relationsOf = ({ entities }: Blueprint, name: string) =>
  entities.find((entity) => entity.name === name)?.relations.length ?? 0;

/** What things of that name usually have: of the whole name, else of its last words. */
export function usualOf({ entities }: Blueprint, name: string): UsualThing | undefined {
  const words = say(name).split(' ');
  const known = words.map((_, at) => USUAL_THINGS.get(words.slice(at).join(' '))).find(Boolean);
  return known?.find(
    ({ beside }) =>
      beside.length === 0 ||
      beside.some((what) => entities.some((other) => other.name !== name && isCalled(other, what))),
  );
}

/** By its whole name or by the last words of it. */
const isCalled = ({ name }: Pick<Entity, 'name'>, what: string) =>
  say(name) === what || say(name).endsWith(` ${what}`);

function fillIn(told: Reading, entity: Entity): Entity {
  const path = `${entity.name}.name`;
  const at = told.assumptions.findIndex(
    (each) => each.path === path && each.text.includes(WITHOUT_FIELDS),
  );
  const usual = at < 0 ? undefined : usualOf(told.blueprint, entity.name);
  if (usual === undefined) return entity;
  const others = entity.fields.filter(({ name }) => name !== 'name');
  const taken = new Set([...others, ...entity.relations].map(({ name }) => name));
  const isSummed = others.some(({ name, computed }) => name === 'total' && computed !== undefined);
  const made = usual.fields
    .map(toField)
    .filter(({ name }) => !taken.has(name) && !(isSummed && /^total/.test(name)));
  const what = usual.fields.map(({ name }) => name).join(', ');
  told.assumptions[at] = {
    path: `${entity.name}.${made[0]?.name ?? 'name'}`,
    text: `${entity.name} ${WITHOUT_FIELDS} of its own, so it got what ${sayOne(entity.name)} usually has: ${what}.`,
    answers: [...fieldsOf(entity.name), ...nameAlone(entity.name)],
  };
  return { ...entity, fields: [...made, ...others] };
}

const IDENTIFYING = new Set(['string', 'text', 'slug', 'email', 'file', 'image']);

/** A product of which only the stock is told has nothing by which one is known: it gets what products usually have as well. */
export function nameTheNameless(reading: Reading): Reading {
  const assumptions = [...reading.assumptions];
  const entities = reading.blueprint.entities.map((entity) => {
    const { name, fields, relations } = entity;
    const isKnown =
      fields.length === 0 ||
      fields.some(({ type }) => IDENTIFYING.has(type)) ||
      relations.some(({ kind, required }) => kind === 'belongs-to' && required);
    const usual = isKnown ? undefined : usualOf(reading.blueprint, name);
    const taken = new Set([...fields, ...relations].map((each) => each.name));
    const made = (usual?.fields ?? []).map(toField).filter((each) => !taken.has(each.name));
    const [first] = made;
    if (first === undefined) return entity;
    assumptions.push({
      path: `${name}.${first.name}`,
      text: `Nothing tells one ${sayOne(name).replace(/^an? /, '')} from another, so it also got what it usually has: ${made.map((each) => say(each.name)).join(', ')}.`,
      answers: [...nameAlone(name)],
    });
    return { ...entity, fields: [...made, ...fields] };
  });
  return { ...reading, assumptions, blueprint: { ...reading.blueprint, entities } };
}

function toField({ name: words, type, values, isOptional, isUnique }: UsualField): Field {
  const split = words.split(' ');
  const name = toFieldName(split);
  if (name === null) throw new Error(`no name of a field: ${words}`);
  const [first] = values;
  const inferred = type ?? inferType(split, first === undefined ? {} : { values });
  const isFile = inferred === 'file' || inferred === 'image';
  const field = { name, type: inferred, required: !isOptional && !isFile, unique: isUnique };
  return first === undefined ? field : { ...field, values, default: first };
}

/** Things that stand in no relation first; then what others would hold that stand in none. */
function tieAll(told: Reading, alone: ReadonlySet<string>): Blueprint {
  const names = told.blueprint.entities.map(({ name }) => name).filter((name) => !alone.has(name));
  const lonely = names.filter((name) => relationsOf(told.blueprint, name) === 0);
  let blueprint = told.blueprint;
  for (const name of lonely) blueprint = tie(told, blueprint, name, names, () => true);
  for (const name of names)
    blueprint = tie(told, blueprint, name, names, (owner) => lonely.includes(owner));
  for (const name of names) blueprint = tie(told, blueprint, name, names, () => true, isLacking);
  return blueprint;
}

/** Candidates submit applications, and to what is not told: it must belong to one of these, and to none of them does it. */
function isLacking(entity: Entity, { names, isOptional, isShared }: UsualOwner): boolean {
  const owners = entity.relations.filter(({ kind }) => kind === 'belongs-to');
  const isTold = owners.some(({ target }) =>
    names.some((what) => isCalled({ name: target }, what)),
  );
  return !isOptional && !isShared && owners.length === 1 && !isTold;
}

function tie(
  told: Reading,
  given: Blueprint,
  name: string,
  names: readonly string[],
  isOpen: (owner: string) => boolean,
  isMeant: (entity: Entity, owner: UsualOwner) => boolean = () => true,
): Blueprint {
  let blueprint = given;
  for (const owner of usualOf(given, name)?.owners ?? []) {
    const entity = blueprint.entities.find((each) => each.name === name);
    const other = ownerIn(blueprint, name, names, owner);
    if (entity === undefined || other === undefined || !isOpen(other.name)) continue;
    if (!isMeant(entity, owner)) continue;
    if (isRelated(entity, other) || isThroughAnother(blueprint, entity, other)) continue;
    const related = relate(blueprint, name, other.name, owner);
    // What all share cannot hang on what is somebody's own, and the like.
    if (!checkBlueprint(related).ok) continue;
    blueprint = related;
    told.assumptions.push(tied(name, other.name, owner, isOpen(name) ? name : other.name));
  }
  return blueprint;
}

/** A field of that name says it already, in its own way. */
const isRelated = ({ fields, relations }: Entity, other: Entity) =>
  relations.some(({ target }) => target === other.name) ||
  fields.some(({ name }) => name === lowerFirst(other.name));

/** "A grade of an enrolment" is the student's already. */
function isThroughAnother({ entities }: Blueprint, { name, relations }: Entity, other: Entity) {
  const owners = relations.filter(({ kind }) => kind === 'belongs-to').map(({ target }) => target);
  return entities.some(
    (owner) => owner.name !== name && owners.includes(owner.name) && isRelated(owner, other),
  );
}

/** The first of the usual owners that the prompt names. */
function ownerIn(
  { entities }: Blueprint,
  name: string,
  names: readonly string[],
  owner: UsualOwner,
): Entity | undefined {
  const others = entities.filter((other) => other.name !== name && names.includes(other.name));
  return owner.names
    .map((what) => others.find((other) => isCalled(other, what)))
    .find((other) => other !== undefined);
}

function relate(
  given: Blueprint,
  name: string,
  owner: string,
  { isOptional, isShared }: UsualOwner,
): Blueprint {
  const blueprint = addRelation(name, isShared ? 'many-to-many' : 'belongs-to', owner)(given);
  if (!isOptional || isShared) return blueprint;
  return changeEntity(name, (entity) => ({
    ...entity,
    relations: entity.relations.map((each) =>
      each.target === owner ? { ...each, required: false } : each,
    ),
  }))(blueprint);
}

function tied(name: string, owner: string, { isShared }: UsualOwner, lonely: string): Remark {
  const many = upper(sayMany(name));
  const how = isShared
    ? `${many} usually go with many ${sayMany(owner)}`
    : `${many} usually belong to ${sayOne(owner)}`;
  return {
    path: `${name}.${owner}`,
    text: `${how}, and the prompt does not say what ${sayOne(lonely)} belongs to or holds.`,
    answers: standsAlone(lonely),
  };
}
