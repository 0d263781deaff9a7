import type { GeneratedFile } from '@quantumlayer/contracts';
import type { EntityModel } from '../model.ts';
import { importNames, indent, wrap } from '../text.ts';
import { partsOf } from './entity-parts.ts';

/** The table as Drizzle sees it; the migration is what makes it. */
export function tableFile(entity: EntityModel): GeneratedFile {
  const parts = partsOf(entity);
  const owner = entity.access?.owner;
  const builders = parts.map(({ kind }) => kind.builder).filter((name) => name !== 'instant');
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
  const content = `import { sql } from 'drizzle-orm';
${importNames(['pgTable', 'uuid', ...builders, ...(entity.version ? ['integer'] : [])], 'drizzle-orm/pg-core')}import { instant } from '../../database/columns.ts';

export const ${entity.variable}Table = pgTable('${entity.table}', {
${indent(columns.join('\n'))}
});

/** A row, which is also what the API gives. */
export type ${entity.name}Record = typeof ${entity.variable}Table.$inferSelect;
`;
  return { path: `src/modules/${entity.file}/table.ts`, content };
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
  const [name, options] = items;
  const list = options?.match(/^\{ enum: \[(.*)\] \}$/)?.[1];
  if (line.length + around + 3 <= 100 || list === undefined) return line;
  const values = wrap('enum: [', splitLiterals(list), '],', 2);
  return `${open}${name}, {\n${indent(values)}\n}${close}`;
}

function splitLiterals(list: string): string[] {
  return list.match(/'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"/g) ?? [];
}
