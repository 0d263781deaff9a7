import type { GeneratedFile } from '@quantumlayer/contracts';
import { sentence } from '../identifiers.ts';
import type { EntityModel, UploadModel } from '../model.ts';
import { importNames, indent, inImportOrder, wrap } from '../text.ts';
import { sessionMembers } from './access-parts.ts';
import { type Part, partsOf, readColumns, rowsName } from './entity-parts.ts';
import { passwordsOf } from './password-parts.ts';

/** The table as Drizzle sees it; the migration is what makes it. */
export function tableFile(entity: EntityModel): GeneratedFile {
  const parts = partsOf(entity);
  const builders = parts
    .filter(({ kind: { builder, columnModule } }) => builder !== 'instant' && !columnModule)
    .map(({ kind }) => kind.builder);
  const [stored, computed] = [true, false].map((isStored) =>
    parts.filter(({ model }) => (model.computed?.isStored ?? true) === isStored),
  );
  const columns = [
    "id: uuid('id').primaryKey().defaultRandom(),",
    ...(stored ?? []).map(({ model, kind }) => {
      const call = column(kind.builder, model.column, kind.builderArguments);
      const start = `${model.name}: `;
      const initial = model.name === entity.lifecycle?.member ? kind.defaultValue : null;
      const required = model.field.required ? '.notNull()' : '';
      if (model.computed !== null) return computedColumn({ model, kind });
      if (initial !== null) return `${start}${withDefault(call, start, initial.typescript)},`;
      const type = kind.builder === 'jsonb' ? '.$type<Record<string, unknown>>()' : '';
      const around = start.length + type.length + required.length;
      return `${start}${fit(call, around)}${type}${required},`;
    }),
    ...entity.references.map(
      ({ name, column: columnName, required }) =>
        `${name}: uuid('${columnName}')${required ? '.notNull()' : ''},`,
    ),
    ...sessionMembers(entity).map(({ name, column: of }) => `${name}: uuid('${of}').notNull(),`),
    ...(entity.version
      ? [`${entity.version.name}: integer('${entity.version.column}').notNull().default(1),`]
      : []),
    ...(entity.softDeletion
      ? [`${entity.softDeletion.name}: instant('${entity.softDeletion.column}'),`]
      : []),
    ...(entity.audit ? [entity.audit.createdBy, entity.audit.updatedBy] : []).map(
      (by) => `${by.name}: uuid('${by.column}'),`,
    ),
    "createdAt: instant('created_at').notNull().default(sql`now()`),",
    "updatedAt: instant('updated_at').notNull().default(sql`now()`),",
  ];
  const view = entity.view === null ? [] : ['pgView'];
  const drizzle = [
    'sql',
    ...(readColumns(entity) === ''
      ? []
      : [entity.view === null ? 'getTableColumns' : 'getViewSelectedFields']),
  ];
  const integer = entity.version === null ? [] : ['integer'];
  const content = `${importNames(drizzle, 'drizzle-orm')}${importNames(['pgTable', 'uuid', ...view, ...builders, ...integer], 'drizzle-orm/pg-core')}${inImportOrder([...columnImports(parts), "import { instant } from '../../database/columns.ts';\n", ...fileImports(entity)])}
${entity.view === null ? plainTable(entity, columns) : tableAndView(entity, columns, computed ?? [])}
${recordType(entity)}`;
  return { path: `src/modules/${entity.file}/table.ts`, content };
}

function plainTable({ variable, table }: EntityModel, columns: string[]): string {
  return `export const ${variable}Table = pgTable('${table}', {
${indent(columns.join('\n'))}
});
`;
}

function tableAndView(entity: EntityModel, columns: string[], computed: Part[]): string {
  const { variable, table, view } = entity;
  const seen = hiddenMembers(entity);
  return `const columns = {
${indent(columns.join('\n'))}
};

export const ${variable}Table = pgTable('${table}', columns);

${seen.length === 0 ? '' : `${wrap('const {', [...hiddenMembers(entity), '...shown'], '} = columns;')}\n`}/** The rows with what other rows decide on. */
export const ${variable}View = pgView('${view}', {
  ...${seen.length === 0 ? 'columns' : 'shown'},
${indent(computed.map(viewColumn).join('\n'))}
}).existing();
`;
}

/** Computed by the database, which takes it from nobody. */
function computedColumn({ model, kind }: Part): string {
  const call = column(kind.builder, model.column, kind.builderArguments);
  const start = `${model.name}: `;
  const required = model.field.required ? ['.notNull()'] : [];
  const generated = `.generatedAlwaysAs(sql\`${model.computed?.sql ?? ''}\`)`;
  const calls = [fit(call, start.length), ...required, generated];
  const line = `${start}${calls.join('')},`;
  // Of three calls Biome gives each a line where one takes an object.
  const isBroken = required.length > 0 && kind.builderArguments !== '';
  if (line.length + 2 <= 100 && !isBroken) return line;
  return `${start}${[calls[0], ...calls.slice(1).map((each) => `  ${each}`)].join('\n')},`;
}

function viewColumn({ model, kind }: Part): string {
  const call = column(kind.builder, model.column, kind.builderArguments);
  return `${model.name}: ${fit(call, 0)}${model.field.required ? '.notNull()' : ''},`;
}

/** The type of a row as it is read, and what is read of it where that is not exactly its columns. */
function recordType(entity: EntityModel): string {
  const { name, variable, uploads } = entity;
  const from = rowsName(entity);
  const row = `typeof ${from}.$inferSelect`;
  if (readColumns(entity) === '') {
    return `/** A row, which is also what the API gives. */\nexport type ${name}Record = ${row};\n`;
  }
  // A view has no passwords.
  const hidden = entity.view === null ? passwordsOf(entity).map(({ model }) => model.name) : [];
  const all = entity.view === null ? `getTableColumns(${from})` : `getViewSelectedFields(${from})`;
  const left = wrap('const {', [...hiddenMembers(entity), '...shown'], `} = ${all};`);
  const start = hidden.length === 0 ? all : 'shown';
  const files = uploads.map((upload) => fileColumn(entity, upload));
  const columns =
    files.length === 0 ? start : `{\n${indent([`...${start},`, ...files].join('\n'))}\n}`;
  const omitted = hidden.map((member) => `'${member}'`).join(' | ');
  const record = hidden.length === 0 ? row : `Omit<${row}, ${omitted}>`;
  const more = uploads.map((upload) => `  ${upload.name}: StoredFile | null;\n`);
  const type = more.length === 0 ? record : `${record} & {\n${more.join('')}}`;
  return `${uploads.map((upload) => `/** Its ${sentence(upload.name)}. */\nexport const ${upload.variable} = fileTable('${upload.table}');\n\n`).join('')}${hidden.length === 0 ? '' : `${left}\n\n`}/** What is read of a row: all but its passwords, and what is known of its files. */
export const ${variable}Columns = ${columns};

/** A row as it is read, which is also what the API gives. */
export type ${name}Record = ${type};
`;
}

function fileColumn(entity: EntityModel, { name, variable, nested }: UploadModel): string {
  const parts = [variable, `${rowsName(entity)}.id`, `'/api/${entity.path}/'`];
  const call = wrap('describeFile(', [...parts, `'/${nested.segment}'`], ')', name.length + 5);
  return `${name}: ${call},`;
}

function hiddenMembers(entity: EntityModel): string[] {
  return passwordsOf(entity).map(({ model: { name } }) => `${name}: _${name}`);
}

function fileImports({ uploads }: EntityModel): string[] {
  if (uploads.length === 0) return [];
  return [
    importNames(['describeFile', 'fileTable'], '../../database/files.ts'),
    importNames(['type StoredFile'], '../../fields/stored-file.ts'),
  ];
}

function columnImports(parts: Part[]): string[] {
  const own = parts.flatMap(({ kind: { builder, columnModule } }) =>
    columnModule === null ? [] : [importNames([builder], `../../database/${columnModule}.ts`)],
  );
  return [...new Set(own)];
}

type Call = { open: string; items: string[]; close: string };

function column(builder: string, name: string, options: string): Call {
  return { open: `${builder}(`, items: [`'${name}'`, ...(options ? [options] : [])], close: ')' };
}

/** A required column with a default; Biome gives each call a line where the first one takes an object. */
function withDefault(call: Call, start: string, initial: string): string {
  const calls = ['.notNull()', `.default(${initial})`];
  return [fit(call, start.length), ...calls.map((each) => `  ${each}`)].join('\n');
}

/** A long list of enum values is broken where Biome would break it. */
function fit({ open, items, close }: Call, around: number): string {
  const line = `${open}${items.join(', ')}${close}`;
  const [name, options = ''] = items;
  if (line.length + around + 3 <= 100) return line;
  if (options.startsWith('['))
    return wrap(`${open}${name}, [`, splitLiterals(options), `]${close}`, 100);
  const list = options.match(/^\{ enum: \[(.*)\] \}$/)?.[1];
  if (list === undefined) return line;
  const values = wrap('enum: [', splitLiterals(list), '],', 2);
  return `${open}${name}, {\n${indent(values)}\n}${close}`;
}

function splitLiterals(list: string): string[] {
  return list.match(/'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"/g) ?? [];
}
