import type { GeneratedFile } from '@quantumlayer/contracts';
import { sentence } from '../identifiers.ts';
import type { EntityModel } from '../model.ts';
import { importNames, indent, inImportOrder, wrap } from '../text.ts';
import { type Part, partsOf, readColumns } from './entity-parts.ts';
import { passwordsOf } from './password-parts.ts';

/** The table as Drizzle sees it; the migration is what makes it. */
export function tableFile(entity: EntityModel): GeneratedFile {
  const parts = partsOf(entity);
  const owner = entity.access?.owner;
  const builders = parts
    .filter(({ kind: { builder, columnModule } }) => builder !== 'instant' && !columnModule)
    .map(({ kind }) => kind.builder);
  const columns = [
    "id: uuid('id').primaryKey().defaultRandom(),",
    ...parts.map(({ model, kind }) => {
      const call = column(kind.builder, model.column, kind.builderArguments);
      const start = `${model.name}: `;
      const initial = model.name === entity.lifecycle?.member ? kind.defaultValue : null;
      const required = model.field.required ? '.notNull()' : '';
      if (initial !== null) return `${start}${withDefault(call, start, initial.typescript)},`;
      const type = kind.builder === 'jsonb' ? '.$type<Record<string, unknown>>()' : '';
      const around = start.length + type.length + required.length;
      return `${start}${fit(call, around)}${type}${required},`;
    }),
    ...entity.references.map(
      ({ name, column: columnName, required }) =>
        `${name}: uuid('${columnName}')${required ? '.notNull()' : ''},`,
    ),
    ...(owner ? [`${owner.name}: uuid('${owner.column}').notNull(),`] : []),
    "createdAt: instant('created_at').notNull().default(sql`now()`),",
    "updatedAt: instant('updated_at').notNull().default(sql`now()`),",
  ];
  const content = `${importNames(['sql', ...(readColumns(entity) === '' ? [] : ['getTableColumns'])], 'drizzle-orm')}${importNames(['pgTable', 'uuid', ...builders], 'drizzle-orm/pg-core')}${inImportOrder([...columnImports(parts), "import { instant } from '../../database/columns.ts';\n", ...fileImports(entity)])}
export const ${entity.variable}Table = pgTable('${entity.table}', {
${indent(columns.join('\n'))}
});

${recordType(entity)}`;
  return { path: `src/modules/${entity.file}/table.ts`, content };
}

/** The type of a row as it is read, and what is read of it where that is not exactly its columns. */
function recordType(entity: EntityModel): string {
  const { name, variable, path, uploads } = entity;
  const hidden = passwordsOf(entity).map(({ model }) => model.name);
  const row = `typeof ${variable}Table.$inferSelect`;
  if (hidden.length + uploads.length === 0) {
    return `/** A row, which is also what the API gives. */\nexport type ${name}Record = ${row};\n`;
  }
  const left = hidden.map((member) => `${member}: _${member}`);
  const omitted = hidden.map((member) => `'${member}'`).join(' | ');
  const all = `getTableColumns(${variable}Table)`;
  const shown =
    hidden.length === 0 ? '' : `${wrap('const {', [...left, '...shown'], `} = ${all};`)}\n\n`;
  const files = uploads.map((upload) => {
    const parts = [upload.variable, `${variable}Table.id`, `'/api/${path}/'`];
    const call = wrap(
      'describeFile(',
      [...parts, `'/${upload.nested.segment}'`],
      ')',
      upload.name.length + 5,
    );
    return `${upload.name}: ${call},`;
  });
  const start = hidden.length === 0 ? all : 'shown';
  const columns =
    files.length === 0 ? start : `{\n${indent([`...${start},`, ...files].join('\n'))}\n}`;
  const record = hidden.length === 0 ? row : `Omit<${row}, ${omitted}>`;
  const more = uploads.map((upload) => `  ${upload.name}: StoredFile | null;\n`);
  const type = more.length === 0 ? record : `${record} & {\n${more.join('')}}`;
  return `${uploads.map((upload) => `/** Its ${sentence(upload.name)}. */\nexport const ${upload.variable} = fileTable('${upload.table}');\n\n`).join('')}${shown}/** What is read of a row: all but its passwords, and what is known of its files. */
export const ${variable}Columns = ${columns};

/** A row as it is read, which is also what the API gives. */
export type ${name}Record = ${type};
`;
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
