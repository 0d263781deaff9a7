import type { Blueprint, Entity, Field } from '@quantumlayer/contracts';
import { toEntityName, toFieldName, upperFirst } from '../names.ts';
import { findEntity } from '../policy/things.ts';
import { plural, singular } from '../text/nouns.ts';
import { nearest } from './nearest.ts';
import type { Reference } from './reference.ts';

/** Something that is there: an entity, or a field or relation of one. */
export type Place = { entity: string; member: string | null };

export type Resolution =
  | { kind: 'found'; place: Place }
  | { kind: 'ambiguous'; places: Place[] }
  /** `places` have names like it. */
  | { kind: 'unknown'; places: Place[]; owner: string | null };

/** `near`: the entity spoken of last in the same sentence, which settles a name that several have. */
export type Scope = { near: string | null; wants: Wants };

/** `member`: a field or a relation; `entity-first`: an entity of that name goes before fields and relations. */
export type Wants = 'any' | 'member' | 'entity-first';

/** What a reference stands for, once for each owner that it names. */
export function resolve(blueprint: Blueprint, reference: Reference, scope: Scope): Resolution[] {
  const { owners, words } = withOwnerInside(blueprint, reference);
  if (owners.length === 0) return [resolveAlone(blueprint, { ...reference, words }, scope)];
  return owners.map((owner): Resolution => {
    const entity = findEntity(blueprint, owner);
    if (entity === null) {
      const near = new Set(nearEntities(blueprint, owner).map((place) => place.entity));
      const meant = blueprint.entities.filter(({ name }) => near.has(name));
      const members = meant.flatMap((each) => membersCalled(each, words));
      return { kind: 'unknown', places: members, owner: owner.join(' ') };
    }
    const places = membersCalled(entity, words);
    return places.length > 0
      ? settle(places, scope)
      : { kind: 'unknown', places: nearMembers([entity], words), owner: null };
  });
}

/** "status of orders", which the reader of nouns takes for one name. */
function withOwnerInside(
  blueprint: Blueprint,
  { words, owners }: Reference,
): Pick<Reference, 'words' | 'owners'> {
  const of = words.lastIndexOf('of');
  if (owners.length > 0 || of < 1) return { words, owners };
  const isWhole = blueprint.entities.some((entity) => membersCalled(entity, words).length > 0);
  const owner = words.slice(of + 1);
  return isWhole || findEntity(blueprint, owner) === null
    ? { words, owners }
    : { words: words.slice(0, of), owners: [owner] };
}

function resolveAlone(blueprint: Blueprint, reference: Reference, scope: Scope): Resolution {
  const { words, sort, plural: isPlural } = reference;
  const isMember = sort === 'member' || scope.wants === 'member';
  const entity = isMember ? null : entityCalled(blueprint, words);
  const isFirst = scope.wants === 'entity-first' || (isPlural && !isMany(blueprint, words));
  if (entity !== null && isFirst)
    return { kind: 'found', place: { entity: entity.name, member: null } };
  if (sort === 'entity') {
    return entity === null
      ? { kind: 'unknown', places: nearEntities(blueprint, words), owner: null }
      : { kind: 'found', place: { entity: entity.name, member: null } };
  }
  for (const called of [exactly, alike]) {
    const members = blueprint.entities.flatMap((each) =>
      called(each, words)
        .filter((member) => entity === null || !isOtherSide(each, member, entity))
        .map((member) => ({ entity: each.name, member })),
    );
    const places = [
      ...(entity === null ? [] : [{ entity: entity.name, member: null }]),
      ...members,
    ];
    if (places.length > 0) return settle(places, scope);
  }
  return prefixed(blueprint, words, scope) ?? unknown(blueprint, words, isMember);
}

/** The line items of an invoice are all there is of line items. */
function isOtherSide({ relations }: Entity, member: string, { name }: Entity): boolean {
  const relation = relations.find((each) => each.name === member);
  return relation?.target === name && ['has-many', 'has-one'].includes(relation.kind);
}

/** "invoice number", where the invoice has a number. */
function prefixed(blueprint: Blueprint, words: readonly string[], scope: Scope): Resolution | null {
  for (let cut = words.length - 1; cut > 0; cut -= 1) {
    const entity = entityCalled(blueprint, words.slice(0, cut));
    const places = entity === null ? [] : membersCalled(entity, words.slice(cut));
    if (places.length > 0) return settle(places, { ...scope, near: null });
  }
  return null;
}

function settle(places: Place[], { near }: Scope): Resolution {
  const [first, second] = places;
  if (first !== undefined && second === undefined) return { kind: 'found', place: first };
  const close = places.filter(({ entity, member }) => entity === near && member !== null);
  const [only, other] = close;
  return only !== undefined && other === undefined
    ? { kind: 'found', place: only }
    : { kind: 'ambiguous', places };
}

function membersCalled(entity: Entity, words: readonly string[]): Place[] {
  const exact = exactly(entity, words);
  const found = exact.length > 0 ? exact : alike(entity, words);
  return found.map((member) => ({ entity: entity.name, member }));
}

/** An entity of just that name, in the singular or the plural. */
function entityCalled({ entities }: Blueprint, words: readonly string[]): Entity | null {
  const names = [toEntityName(words)?.toLowerCase(), toFieldName(words)?.toLowerCase()];
  return (
    entities.find(({ name }) => names.includes(name.toLowerCase())) ??
    entities.find(({ plural: many }) => names.includes(many.toLowerCase())) ??
    null
  );
}

/** "tags" and "tag" are one name. */
function exactly({ fields, relations }: Entity, words: readonly string[]): string[] {
  const last = words.at(-1) ?? '';
  const names = [last, singular(last), plural(singular(last))].map((each) =>
    toFieldName([...words.slice(0, -1), each])?.toLowerCase(),
  );
  return [...fields, ...relations]
    .map(({ name }) => name)
    .filter((name) => names.includes(name.toLowerCase()));
}

/** "date" for the only date that an entity has, "fax" for the fax number. */
function alike({ fields, relations }: Entity, words: readonly string[]): string[] {
  const name = toFieldName(words);
  if (name === null) return [];
  const found = [...fields, ...relations].filter(
    (each) =>
      each.name.endsWith(upperFirst(name)) ||
      (each.name.startsWith(name) && /^[A-Z]/.test(each.name.slice(name.length))),
  );
  if (found.length > 0) return found.length === 1 ? found.map((each) => each.name) : [];
  return sortedCalled(fields, words);
}

const SORTS: Readonly<Record<string, readonly Field['type'][]>> = {
  ...{ number: ['phone'], address: ['email', 'url'], date: ['date', 'datetime'] },
  ...{ time: ['time', 'datetime'], link: ['url'], percentage: ['percentage'], amount: ['money'] },
};

/** "phone number" for the phone: the last word only says of which sort it is. */
function sortedCalled(fields: readonly Field[], words: readonly string[]): string[] {
  const types = SORTS[words.at(-1) ?? ''];
  const name = words.length < 2 ? null : toFieldName(words.slice(0, -1));
  return fields
    .filter((field) => field.name === name && types?.includes(field.type) === true)
    .map((field) => field.name);
}

/** "tags" beside the `tags` of a product; "suppliers" beside its `supplier` means the table. */
function isMany({ entities }: Blueprint, words: readonly string[]): boolean {
  const name = toFieldName(words);
  return entities.some(({ fields, relations }) =>
    [...fields, ...relations].some((each) => each.name === name),
  );
}

function unknown(blueprint: Blueprint, words: readonly string[], isMember: boolean): Resolution {
  const entities = isMember ? [] : nearEntities(blueprint, words);
  const places = [...entities, ...nearMembers(blueprint.entities, words)];
  return { kind: 'unknown', places, owner: null };
}

function nearEntities({ entities }: Blueprint, words: readonly string[]): Place[] {
  return nearest(
    toEntityName(words) ?? '',
    entities.map(({ name }) => ({ name, place: { entity: name, member: null } })),
  );
}

function nearMembers(entities: readonly Entity[], words: readonly string[]): Place[] {
  const named = entities.flatMap(({ name: entity, fields, relations }) =>
    [...fields, ...relations].map(({ name }) => ({ name, place: { entity, member: name } })),
  );
  return nearest(toFieldName(words) ?? '', named);
}
