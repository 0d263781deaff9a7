import type { Design } from '@quantumlayer/contracts';
import type { Stack } from '../stack.ts';
import { decisionsOf } from './decisions.ts';
import { endpointsOf } from './endpoints.ts';
import { sessionMembers } from './files/access-parts.ts';
import { appFiles } from './files/app-files.ts';
import { partsOf } from './files/entity-parts.ts';
import { peopleFiles } from './files/people-files.ts';
import { type AppModel, type EntityModel, entityNamed, type LinkModel } from './model.ts';
import { peopleTablesOf } from './people-design.ts';

type Table = Design['tables'][number];

const ID = { name: 'id', type: 'uuid', nullable: false, unique: true, references: null };
const STAMPS = ['created_at', 'updated_at'].map((name) => ({
  name,
  type: 'timestamptz(3)',
  nullable: false,
  unique: false,
  references: null,
}));

/** The architecture of the app that the code generator will write: computed from the same model. */
export function designApp(app: AppModel, { id, version, title }: Stack): Design {
  const peopleCount = peopleFiles(app).length;
  return {
    stack: { id, version, title },
    modules: [
      {
        name: 'app',
        purpose: 'Server, configuration, migrations, documents, health',
        files: appFiles(app).length - peopleCount,
      },
      ...(app.people === null
        ? []
        : [
            {
              name: 'people',
              purpose: 'Accounts, sessions, roles, password resets and the audit log',
              files: peopleCount,
            },
          ]),
      ...app.entities.map(({ file, pluralTitle, access, lifecycle, lists, audit }) => ({
        name: file,
        purpose: `Schema, table, repository, routes and sample rows of ${pluralTitle}`,
        files:
          (access === null ? 5 : 6) +
          (lifecycle === null ? 0 : 3) +
          (lists.length > 0 ? 1 : 0) +
          (audit === null ? 0 : 2),
      })),
      ...app.links.map(({ file }) => ({
        name: file,
        purpose: 'Join table and its routes',
        files: 3,
      })),
    ],
    tables: [
      ...(app.people === null ? [] : peopleTablesOf(app)),
      ...app.entities.map((entity) => tableOf(app, entity)),
      ...app.entities.flatMap(fileTablesOf),
      ...app.links.map((link) => linkTable(app, link)),
      ...app.entities.flatMap((entity) => historyTableOf(app, entity)),
      ...app.entities.flatMap(changeTableOf),
    ],
    diagram: diagramOf(app),
    endpoints: endpointsOf(app),
    decisions: decisionsOf(app),
  };
}

function tableOf(app: AppModel, entity: EntityModel): Table {
  const own = partsOf(entity).map(({ model, kind }) => ({
    name: model.column,
    type: model.computed === null ? kind.sqlType : `${kind.sqlType}, computed`,
    nullable: !model.field.required,
    unique: model.uniqueName !== null,
    references: null,
  }));
  const foreign = entity.references.map(({ column, required, unique, target }) => ({
    name: column,
    type: 'uuid',
    nullable: !required,
    unique,
    references: `${entityNamed(app, target).table}.id`,
  }));
  return {
    name: entity.table,
    columns: [
      ID,
      ...own,
      ...foreign,
      ...ownerColumn(app, entity),
      ...versionColumn(entity),
      ...deletionColumn(entity),
      ...auditColumns(entity),
      ...STAMPS,
    ],
  };
}

function versionColumn({ version }: EntityModel): Table['columns'] {
  if (version === null) return [];
  const type = 'integer';
  return [{ name: version.column, type, nullable: false, unique: false, references: null }];
}

function fileTablesOf({ table, uploads }: EntityModel): Table[] {
  const column = (name: string, type: string, references: string | null = null) => ({
    ...{ name, type, nullable: false, unique: name === 'row_id', references },
  });
  return uploads.map((upload) => ({
    name: upload.table,
    columns: [
      column('row_id', 'uuid', `${table}.id`),
      column('name', 'varchar(128)'),
      column('type', 'text'),
      column('size', 'integer'),
      column('content', 'bytea'),
    ],
  }));
}

function ownerColumn(app: AppModel, entity: EntityModel): Table['columns'] {
  const { owner = null } = entity.access ?? {};
  const team = app.people?.team == null ? '' : entityNamed(app, app.people.team.entity).table;
  return sessionMembers(entity).map((member) => ({
    ...{ name: member.column, type: 'uuid', nullable: false, unique: false },
    references: `${member === owner ? 'account' : team}.id`,
  }));
}

function deletionColumn({ softDeletion }: EntityModel): Table['columns'] {
  if (softDeletion === null) return [];
  const { column: name } = softDeletion;
  return [{ name, type: 'timestamptz(3)', nullable: true, unique: false, references: null }];
}

function auditColumns({ audit }: EntityModel): Table['columns'] {
  const all = audit === null ? [] : [audit.createdBy, audit.updatedBy];
  return all.map(({ column: name }) => ({
    ...{ name, type: 'uuid', nullable: true, unique: false, references: null },
  }));
}

function changeTableOf({ table, audit }: EntityModel): Table[] {
  if (audit === null) return [];
  const column = (name: string, type: string, references: string | null = null) => ({
    ...{ name, type, nullable: name === 'account_id', unique: name === 'id', references },
  });
  const columns = [
    column('id', 'uuid'),
    column('number', 'bigint'),
    column('row_id', 'uuid', `${table}.id`),
    column('action', 'text'),
    column('changes', 'jsonb'),
    column('at', 'timestamptz(3)'),
    column('account_id', 'uuid'),
  ];
  return [{ name: audit.changes.table, columns }];
}

function linkTable(app: AppModel, link: LinkModel): Table {
  const [side] = link.sides;
  const ends = side
    ? [[side.ownColumn, side.from] as const, [side.otherColumn, side.to] as const]
    : [];
  const columns = ends.map(([{ column }, target]) => ({
    name: column,
    type: 'uuid',
    nullable: false,
    unique: false,
    references: `${entityNamed(app, target).table}.id`,
  }));
  return { name: link.table, columns };
}

function historyTableOf({ people }: AppModel, { table, lifecycle }: EntityModel): Table[] {
  if (lifecycle === null) return [];
  const column = (name: string, type: string, references: string | null = null) => ({
    ...{ name, type, nullable: name === 'account_id', unique: name === 'id', references },
  });
  const columns = [
    column('id', 'uuid'),
    column('number', 'bigint'),
    column('row_id', 'uuid', `${table}.id`),
    ...['transition', 'from_state', 'to_state'].map((name) => column(name, 'text')),
    column('at', 'timestamptz(3)'),
    ...(people === null ? [] : [column('account_id', 'uuid')]),
  ];
  return [{ name: lifecycle.history.table, columns }];
}

/** Mermaid reads attribute types as one word: `numeric(17,2)` becomes `numeric`. */
function diagramOf(app: AppModel): string {
  const blocks = app.entities.map((entity) => {
    const own = partsOf(entity).map(
      ({ model, kind }) =>
        `    ${kind.sqlType.replace(/\(.*/, '')} ${model.column}${model.uniqueName ? ' UK' : ''}${model.computed === null ? '' : ` "${model.computed.words}"`}`,
    );
    const foreign = entity.references.map(
      ({ column, unique }) => `    uuid ${column} FK${unique ? ', UK' : ''}`,
    );
    const owner = ownerColumn(app, entity).map(({ name }) => `    uuid ${name} FK`);
    return `  ${entity.table} {\n    uuid id PK\n${[...own, ...foreign, ...owner].join('\n')}\n  }`;
  });
  const references = app.entities.flatMap((entity) =>
    entity.references.map(({ target, required, unique, relation }) => {
      const parent = required ? '||' : '|o';
      const child = unique ? 'o|' : 'o{';
      return `  ${entityNamed(app, target).table} ${parent}--${child} ${entity.table} : "${relation.name}"`;
    }),
  );
  const links = app.links.flatMap(({ sides: [side] }) =>
    side
      ? [
          `  ${entityNamed(app, side.from).table} }o--o{ ${entityNamed(app, side.to).table} : "${side.relation.name}"`,
        ]
      : [],
  );
  const owners = app.entities
    .filter(({ access }) => access?.owner)
    .map(({ table }) => `  account ||--o{ ${table} : "owns"`);
  const team = app.people?.team == null ? [] : [entityNamed(app, app.people.team.entity)];
  const teams = team.flatMap(({ table }) => [
    `  ${table} ||--o{ account : "has"`,
    ...app.entities
      .filter(({ access }) => access?.team?.isItself === false)
      .map((entity) => `  ${table} ||--o{ ${entity.table} : "has"`),
  ]);
  const account =
    app.people === null
      ? []
      : ['  account {\n    uuid id PK\n    varchar email UK\n    text role\n  }'];
  return ['erDiagram', ...account, ...blocks, ...references, ...links, ...owners, ...teams].join(
    '\n',
  );
}
