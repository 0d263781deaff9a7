import type { Blueprint, Entity, Relation } from '@quantumlayer/contracts';
import { BlueprintUnsound } from '../stack.ts';
import { auditOf, nameChanges } from './audit.ts';
import { addComputed } from './computed/add-computed.ts';
import { isLimited } from './files/entity-parts.ts';
import { createNames, kebab, lowerFirst, sentence, snake, upperFirst } from './identifiers.ts';
import { addLifecycles } from './lifecycle.ts';
import type {
  AppModel,
  EntityModel,
  LinkModel,
  LinkSide,
  NestedNames,
  ReferenceModel,
} from './model.ts';
import { nameAccess } from './name-access.ts';
import { addNested } from './nested/nested-model.ts';
import { PEOPLE_NAMES, type PeopleModel, peopleOf } from './people.ts';
import { relaxedReferences } from './reference-order.ts';
import { rulesOf } from './rules/rules-of.ts';
import { addRestoreGuards } from './soft-deletion.ts';
import { isUpload, nameUpload } from './uploads.ts';

const SYSTEM_MEMBERS = ['id', 'createdAt', 'updatedAt'];
/** Members that objects have already, that make a row look like a promise, or that Drizzle's tables own. */
const RESERVED_MEMBERS = [
  ...SYSTEM_MEMBERS,
  ...Object.getOwnPropertyNames(Object.prototype),
  ...['then', 'enableRLS', 'getSQL', 'shouldOmitSQLParens'],
];
const SYSTEM_COLUMNS = [
  ...['id', 'created_at', 'updated_at'],
  ...['oid', 'ctid', 'xmin', 'xmax', 'cmin', 'cmax', 'tableoid'],
];

/** Path segment below a row that is deleted. */
const RESTORE = 'restore';

type Names = ReturnType<typeof createNames>;

/** Addresses of the web UI, and what else its server answers. */
const WEB_PATHS = [
  ...['account', 'api', 'assets', 'counts', 'docs', 'healthz', 'readyz', 'reset-password'],
  ...['sign-in', 'sign-up'],
];

/** Resolves names and relations of the whole app; every generator starts from this. */
export function buildModel(blueprint: Blueprint, { hasWeb = false } = {}): AppModel {
  const byName = new Map(blueprint.entities.map((entity) => [entity.name, entity]));
  if (byName.size < blueprint.entities.length) {
    throw new BlueprintUnsound('entities', 'two entities have the same name; rename one');
  }
  checkRelations(blueprint, byName);
  const people = peopleOf(blueprint);
  const taken = people === null ? null : PEOPLE_NAMES;
  const names: ModelNames = {
    table: createNames(['schema_migration', ...(taken?.tables ?? [])], '_'),
    // Files of the app itself: src/modules/routes.ts and tests/app.test.ts and what else is beside it.
    file: createNames(
      [
        ...[
          'app',
          'app-database',
          'app-document',
          'app-problems',
          'routes',
          ...(taken?.files ?? []),
        ],
        ...(people?.team ? ['teams'] : []),
        ...(hasWeb ? ['counts', 'web', 'web-values'] : []),
      ],
      '-',
    ),
    path: createNames([...(taken?.paths ?? []), ...(hasWeb ? WEB_PATHS : [])], '-'),
    plural: createNames(taken?.plurals ?? [], ''),
    variable: createNames(
      blueprint.entities.map(({ name }) => lowerFirst(name)),
      '',
    ),
  };
  const relaxed = relaxedReferences(blueprint.entities);
  const entities = blueprint.entities.map((entity) => nameEntity(entity, names));
  const nested = createNestedNames(entities);
  for (const entity of entities) {
    addColumns(entity, { byName, relaxed, tableName: names.table, nested, people });
  }
  const links = findLinks(entities, names, nested);
  addComputed(entities, links, names.table);
  addNested(entities);
  nameChanges(entities, nested);
  addLifecycles(entities, { people, tableName: names.table, nested });
  const creationOrder = inCreationOrder(entities);
  const app = { blueprint, hasWeb, people, entities, links, creationOrder };
  for (const entity of entities) entity.rules = rulesOf(app, entity, names.table);
  addRestoreGuards(app, names.table);
  checkTeamCapacity(app);
  return app;
}

/** Everybody who signs up needs a team of their own. */
function checkTeamCapacity(app: AppModel): void {
  const team = app.entities.find(({ access }) => access?.team?.isItself);
  if (team !== undefined && isLimited(app, team)) {
    throw new BlueprintUnsound(
      team.name,
      'accounts belong to it, and there can be only few of them',
    );
  }
}

type NestedNamer = (parent: string, relation: string) => NestedNames;

/** Names for the lists below a row that collide neither with each other nor with an operation of an entity. */
function createNestedNames(entities: readonly EntityModel[]): NestedNamer {
  const segments = new Map(
    entities.map(({ name, entity }) => [
      name,
      createNames(entity.softDelete ? [RESTORE] : [], '-'),
    ]),
  );
  const operation = createNames(
    entities.flatMap(({ name, plural }) => [name, plural]),
    '',
  );
  return (parent, relation) => ({
    segment: segments.get(parent)?.(kebab(relation)) ?? kebab(relation),
    operation: operation(`${parent}${upperFirst(relation)}`),
  });
}

type ModelNames = { table: Names; file: Names; path: Names; plural: Names; variable: Names };

function nameEntity(entity: Entity, names: ModelNames): EntityModel {
  const table = snake(entity.name);
  return {
    entity,
    name: entity.name,
    variable: lowerFirst(entity.name),
    file: names.file(kebab(entity.name)),
    table: names.table(table.startsWith('pg_') ? `app_${table}` : table),
    path: names.path(kebab(entity.plural)),
    title: sentence(entity.name),
    pluralTitle: sentence(entity.plural),
    plural: names.plural(entity.plural),
    fields: [],
    uploads: [],
    references: [],
    access: null,
    rules: [],
    lifecycle: null,
    lists: [],
    view: null,
    version: null,
    softDeletion: null,
    restoreGuards: [],
    audit: null,
  };
}

type Columns = {
  byName: ReadonlyMap<string, Entity>;
  relaxed: ReadonlySet<Relation>;
  tableName: Names;
  nested: NestedNamer;
  people: PeopleModel | null;
};

function addColumns(model: EntityModel, app: Columns): void {
  const { byName, relaxed, tableName, nested, people } = app;
  const member = createNames(SYSTEM_MEMBERS, '');
  const column = createNames(SYSTEM_COLUMNS, '_');
  if (model.entity.optimisticLocking) {
    const counterName = tableName(`${model.table}_version`);
    model.version = { name: member('version'), column: column('version'), counterName };
  }
  if (model.entity.softDelete) {
    const [hide, restore] = [tableName(`${model.table}_hide`), tableName(`${model.table}_restore`)];
    model.softDeletion = {
      ...{ name: member('deletedAt'), column: column('deleted_at'), triggers: { hide, restore } },
      restore: { segment: RESTORE, operationId: `restore${model.name}` },
    };
  }
  model.audit = auditOf(model, people !== null, { tableName, member, column });
  const reserved = (name: string) => (RESERVED_MEMBERS.includes(name) ? `${name}Value` : name);
  for (const field of model.entity.fields) {
    const name = member(reserved(field.name));
    if (isUpload(field)) {
      model.uploads.push(nameUpload(model, { field, name }, { tableName, nested }));
      continue;
    }
    const columnName = column(snake(name));
    const uniqueName = field.unique ? tableName(`${model.table}_${columnName}_key`) : null;
    const checkName = tableName(`${model.table}_${columnName}_check`);
    model.fields.push({ name, column: columnName, field, uniqueName, checkName, computed: null });
  }
  if (model.fields.length === 0) {
    throw new BlueprintUnsound(model.name, 'an entity needs a field besides its files');
  }
  for (const relation of model.entity.relations.filter(({ kind }) => kind === 'belongs-to')) {
    const inverse = findInverse(byName, model.name, relation);
    const columnName = column(`${snake(relation.name)}_id`);
    model.references.push({
      name: member(`${relation.name}Id`),
      column: columnName,
      target: relation.target,
      required: relation.required && !relaxed.has(relation),
      relaxed: relation.required && relaxed.has(relation),
      unique: inverse?.kind === 'has-one',
      onDelete: onDeleteOf(relation, `${model.name}.${relation.name}`),
      relation,
      inverse,
      nested: inverse === null ? null : nested(relation.target, inverse.name),
      foreignKeyName: tableName(`${model.table}_${columnName}_fkey`),
      indexName: tableName(`${model.table}_${columnName}_idx`),
      heldName: byName.get(relation.target)?.softDelete
        ? tableName(`${model.table}_${columnName}_held`)
        : '',
    });
  }
  if (people !== null) model.access = nameAccess(model, people, { tableName, member, column });
}

function onDeleteOf({ onDelete, required }: Relation, path: string): ReferenceModel['onDelete'] {
  if (onDelete !== 'set-null') return onDelete ?? 'restrict';
  if (!required) return 'set null';
  throw new BlueprintUnsound(
    path,
    'a required relation cannot be left empty; it cannot be set-null',
  );
}

function findInverse(
  byName: ReadonlyMap<string, Entity>,
  owner: string,
  relation: Relation,
): Relation | null {
  const found = byName
    .get(relation.target)
    ?.relations.find(
      (other) =>
        other !== relation &&
        other.kind !== 'belongs-to' &&
        other.name === relation.inverse &&
        other.target === owner,
    );
  return found ?? null;
}

function checkRelations(blueprint: Blueprint, byName: ReadonlyMap<string, Entity>): void {
  for (const entity of blueprint.entities) {
    for (const relation of entity.relations) {
      const path = `${entity.name}.${relation.name}`;
      const target = byName.get(relation.target);
      if (!target) throw new BlueprintUnsound(path, `there is no entity ${relation.target}`);
      if (relation.kind !== 'has-many' && relation.kind !== 'has-one') continue;
      const held = target.relations.some(
        ({ kind, name, inverse, target: back }) =>
          kind === 'belongs-to' &&
          name === relation.inverse &&
          inverse === relation.name &&
          back === entity.name,
      );
      if (!held) {
        const wanted = `a belongs-to "${relation.inverse}" with the inverse "${relation.name}"`;
        throw new BlueprintUnsound(path, `${relation.target} needs ${wanted}`);
      }
    }
  }
}

function findLinks(entities: EntityModel[], names: ModelNames, nested: NestedNamer): LinkModel[] {
  const links: LinkModel[] = [];
  const done = new Set<string>();
  for (const model of entities) {
    for (const relation of model.entity.relations.filter(({ kind }) => kind === 'many-to-many')) {
      if (done.has(`${model.name}.${relation.name}`)) continue;
      const other = entities.find(({ name }) => name === relation.target);
      if (!other) continue;
      done.add(`${model.name}.${relation.name}`).add(`${other.name}.${relation.inverse}`);
      links.push(nameLink(model, other, relation, names, nested));
    }
  }
  return links;
}

function nameLink(
  model: EntityModel,
  other: EntityModel,
  relation: Relation,
  names: ModelNames,
  nested: NestedNamer,
): LinkModel {
  const table = names.table(`${model.table}_${snake(relation.name)}`);
  const column = createNames([], '_');
  const member = createNames([], '');
  const own = { name: member(`${model.variable}Id`), column: column(`${snake(model.name)}_id`) };
  const wanted = model === other ? `other${other.name}` : other.variable;
  const far = { name: member(`${wanted}Id`), column: column(`${snake(wanted)}_id`) };
  const back = other.entity.relations.find(
    ({ kind, name, target }) =>
      kind === 'many-to-many' && name === relation.inverse && target === model.name,
  );
  const sides: LinkSide[] = [
    {
      ...{ from: model.name, to: other.name, relation },
      ...{ nested: nested(model.name, relation.name), ownColumn: own, otherColumn: far },
    },
  ];
  if (back && back !== relation) {
    const reverse = {
      ...{ relation: back, ownColumn: far, otherColumn: own },
      nested: nested(other.name, back.name),
    };
    sides.push({ from: other.name, to: model.name, ...reverse });
  }
  return {
    file: names.file(kebab(`${model.name}${upperFirst(relation.name)}`)),
    table,
    variable: names.variable(`${model.variable}${upperFirst(relation.name)}`),
    sides,
    keyName: names.table(`${table}_pkey`),
    foreignKeyNames: [
      names.table(`${table}_${own.column}_fkey`),
      names.table(`${table}_${far.column}_fkey`),
    ],
    keepsLinked: [keepsLinked(model, relation), back !== undefined && keepsLinked(other, back)],
    indexName: names.table(`${table}_${far.column}_idx`),
    teamTrigger: names.table(`${table}_team`),
  };
}

function keepsLinked({ entity }: EntityModel, { name }: Relation): boolean {
  return (entity.rules ?? []).some(
    (rule) => rule.kind === 'delete-blocked-by' && rule.relation === name,
  );
}

/** Terminates because required references have no cycle: those that close one were relaxed. */
function inCreationOrder(entities: EntityModel[]): EntityModel[] {
  const ordered: EntityModel[] = [];
  const visit = (model: EntityModel): void => {
    if (ordered.includes(model)) return;
    for (const { target, required } of model.references) {
      const parent = entities.find(({ name }) => name === target);
      if (required && parent) visit(parent);
    }
    ordered.push(model);
  };
  for (const model of entities) visit(model);
  return ordered;
}
