import { BlueprintUnsound } from '../../stack.ts';
import { computedKind } from '../computed/computed-kind.ts';
import type { FieldKind } from '../field-kind.ts';
import { kindOf } from '../kind-of.ts';
import type { AppModel, EntityModel, FieldModel, ReferenceModel } from '../model.ts';
import { orderedSample } from '../rules/ordered-samples.ts';
import { sqlString, tsString } from '../text.ts';

export type Part = { model: FieldModel; kind: FieldKind };

/** The fields of an entity with what they become. */
export function partsOf(entity: EntityModel): Part[] {
  return entity.fields.map((model) => {
    if (model.computed !== null) return { model, kind: computedKind(model.computed) };
    const kind = kindOf(model.field, `${entity.name}.${model.field.name}`);
    const ordered = { ...kind, ...orderedSample(entity.entity, model.field) };
    return { model, kind: stateKind(entity, model, deletable(entity, model, ordered)) };
  });
}

/** What is read of a row where that is not exactly its columns; nothing where it is. */
export function readColumns(entity: EntityModel): string {
  const hides = entity.view === null && partsOf(entity).some(({ kind }) => kind.writeOnly);
  const isPartial = entity.uploads.length > 0 || hides;
  return isPartial ? `${entity.variable}Columns` : '';
}

/** The fields that a request may set: all but the state, which transitions change, and what is computed. */
export function writablePartsOf(entity: EntityModel): Part[] {
  return partsOf(entity).filter(
    ({ model }) => model.name !== entity.lifecycle?.member && model.computed === null,
  );
}

export function hasComputed({ entities }: AppModel): boolean {
  return entities.some(({ fields }) => fields.some(({ computed }) => computed !== null));
}

/** The fields that are columns of the table; the view has the others. */
export function storedPartsOf(entity: EntityModel): Part[] {
  return partsOf(entity).filter(({ model }) => model.computed?.isStored !== false);
}

/** What rows are read from: the view where there is one. */
export function rowsName({ variable, view }: EntityModel): string {
  return view === null ? `${variable}Table` : `${variable}View`;
}

/** A state starts where the lifecycle does. */
function stateKind({ lifecycle }: EntityModel, model: FieldModel, kind: FieldKind): FieldKind {
  if (lifecycle === null || lifecycle.member !== model.name) return kind;
  const { initial } = lifecycle;
  const initially = { typescript: tsString(initial), sql: sqlString(initial) };
  return { ...kind, sample: initially.typescript, capacity: 1, defaultValue: initially };
}

/** Examples have no value that keeps a row from being changed or deleted. */
function deletable(
  { name, entity }: EntityModel,
  { field }: FieldModel,
  kind: FieldKind,
): FieldKind {
  const blocked = (entity.rules ?? []).flatMap((rule) =>
    (rule.kind === 'delete-blocked' || rule.kind === 'change-blocked') && rule.field === field.name
      ? rule.values
      : [],
  );
  if (blocked.length === 0) return kind;
  const all: readonly (string | boolean)[] =
    field.type === 'boolean' ? [false, true] : (field.values ?? []);
  const free = all.filter((value) => !blocked.includes(value));
  const list = free.map((value) => (typeof value === 'string' ? tsString(value) : String(value)));
  if (list.length === 0) {
    throw new BlueprintUnsound(
      `${name}.${field.name}`,
      'every value keeps a row from being changed or deleted',
    );
  }
  const one = field.type === 'boolean' ? list[0] : `${list[0]} as const`;
  const sample = list.length === 1 ? `${one}` : `pick(n, [${list.join(', ')}])`;
  return { ...kind, sample, capacity: list.length };
}

/** Longer unique text does not fit an index entry of PostgreSQL and is compared by its hash. */
const LONGEST_INDEXED = 600;

export function isLong({ builder, builderArguments, sqlType }: FieldKind): boolean {
  if (builder === 'text') return builderArguments === '';
  return Number(sqlType.match(/^varchar\((\d+)\)$/)?.[1] ?? 0) > LONGEST_INDEXED;
}

/** Parameters that every list has; a filter of the same name gets `.eq`. */
const LIST_PARAMETERS = ['limit', 'cursor', 'sort', 'q'];

export type ListFilter = { parameter: string; member: string; operator: string; part: Part | null };

/** One filter per field and reference; ranges give two more. */
export function filtersOf(entity: EntityModel): ListFilter[] {
  const own = partsOf(entity).flatMap((part): ListFilter[] => {
    const member = part.model.name;
    const parameter = LIST_PARAMETERS.includes(member) ? `${member}.eq` : member;
    if (part.kind.filter === 'none') return [];
    const equal = { parameter, member, operator: 'equals', part };
    if (part.kind.filter === 'equals') return [equal];
    if (part.kind.filter === 'near') {
      return [{ parameter: `${member}.near`, member, operator: 'near', part }];
    }
    if (part.kind.filter === 'holds') return [{ ...equal, operator: 'holds' }];
    return [
      equal,
      { parameter: `${member}.gte`, member, operator: 'atLeast', part },
      { parameter: `${member}.lte`, member, operator: 'atMost', part },
    ];
  });
  const references = entity.references.map(({ name }) => ({
    parameter: name,
    member: name,
    operator: 'equals',
    part: null,
  }));
  return [...own, ...references];
}

/** Members that can be asked for between two bounds. */
export function rangesOf(entity: EntityModel): string[] {
  return filtersOf(entity)
    .filter(({ parameter, member }) => parameter === `${member}.gte`)
    .map(({ member }) => member);
}

export function searchableOf(entity: EntityModel): string[] {
  return partsOf(entity)
    .filter(({ kind }) => kind.searchable)
    .map(({ model }) => model.name);
}

export function sortsOf(entity: EntityModel): string[] {
  const own = partsOf(entity).filter(({ kind }) => kind.sortable);
  return [...own.map(({ model }) => model.name), 'createdAt', 'updatedAt'];
}

/** How many distinct rows can an entity have when each is made from its own example? */
export function capacityOf(app: AppModel, entity: EntityModel): number {
  const own = partsOf(entity)
    .filter(({ model }) => model.uniqueName !== null)
    .map(({ kind }) => kind.capacity);
  const parents = requiredReferences(entity)
    .filter(({ unique }) => unique)
    .flatMap(({ target }) => app.entities.filter(({ name }) => name === target))
    .map((parent) => capacityOf(app, parent));
  return Math.min(1_000, ...own, ...parents, ...groupCapacities(app, entity));
}

/** Rows of a group differ when one of its members does; examples share the parents of which there are few. */
function groupCapacities(app: AppModel, entity: EntityModel): number[] {
  const parts = new Map(partsOf(entity).map(({ model, kind }) => [model.field.name, kind]));
  const ofReference = ({ required, target }: ReferenceModel): number => {
    const parent = app.entities.find(({ name }) => name === target);
    if (!required || parent === undefined) return 1_000;
    return isLimited(app, parent) ? 1 : 1_000;
  };
  const limits = (entity.entity.rules ?? []).flatMap((rule) => {
    const reference = entity.references.find(
      ({ relation }) => rule.kind === 'at-most' && relation.name === rule.per,
    );
    return rule.kind === 'at-most' && reference && ofReference(reference) === 1 ? rule.most : [];
  });
  const groups = (entity.entity.uniqueTogether ?? []).map((group) =>
    Math.max(
      ...group.map((name) => {
        const reference = entity.references.find(({ relation }) => relation.name === name);
        return reference ? ofReference(reference) : (parts.get(name)?.capacity ?? 1);
      }),
    ),
  );
  return [...limits, ...groups];
}

/** Fewer distinct rows than this: the tests work with one row at a time. */
const FEW = 50;

export function isLimited(app: AppModel, entity: EntityModel): boolean {
  return capacityOf(app, entity) < FEW;
}

export function requiredReferences(entity: EntityModel): ReferenceModel[] {
  return entity.references.filter(({ required }) => required);
}

/** `an invoice`, `a customer`. */
export function withArticle(title: string): string {
  return `${/^[aeio]/.test(title) ? 'an' : 'a'} ${title}`;
}
