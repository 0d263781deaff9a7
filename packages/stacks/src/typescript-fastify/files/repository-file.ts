import type { GeneratedFile } from '@quantumlayer/contracts';
import type { EntityModel } from '../model.ts';
import { chain, importNames, indent, wrap } from '../text.ts';
import { filtersOf, searchableOf, sortsOf } from './entity-parts.ts';

/** Reads and writes the rows of one entity. */
export function repositoryFile(entity: EntityModel): GeneratedFile {
  const { variable, name } = entity;
  const table = `${variable}Table`;
  const where = `.where(eq(${table}.id, id))`;
  const content = `import { eq, sql } from 'drizzle-orm';
import type { Database } from '../../database/database.ts';
${filterImport(entity)}import { onlyRow } from '../../database/only-row.ts';
${importNames(['type Listing', 'type Page', 'planPage', 'toPage'], '../../database/paging.ts')}${importNames(
  [`type ${name}Changes`, `type ${name}Query`, `type New${name}`],
  './schema.ts',
)}${importNames([`type ${name}Record`, table], './table.ts')}
export const ${variable}Listing = {
  id: ${table}.id,
${filterMap(entity, table)}
  sorts: {
${indent(
  sortsOf(entity)
    .map((sort) => `${sort}: ${table}.${sort},`)
    .join('\n'),
  2,
)}
  },
} satisfies Listing;

export function create${name}Repository(database: Database) {
  return {
    async list(query: ${name}Query): Promise<Page<${name}Record>> {
      const { where, orderBy, limit } = planPage(${variable}Listing, query);
      const rows = await database
        .select()
        .from(${table})
        .where(where)
        .orderBy(...orderBy)
        .limit(limit);
      return toPage(rows, query);
    },

    async find(id: string): Promise<${name}Record | null> {
${indent(chain('const [row] = await database', ['.select()', `.from(${table})`, `${where};`], 6), 3)}
      return row ?? null;
    },

    async insert(values: New${name}): Promise<${name}Record> {
      return onlyRow(await database.insert(${table}).values(values).returning());
    },

    /** Null when there is no such row. */
${indent(wrap('async update(', ['id: string', `changes: ${name}Changes`], `): Promise<${name}Record | null> {`, 4), 2)}
      const [row] = await database
        .update(${table})
        .set({ ...changes, updatedAt: sql\`now()\` })
        .where(eq(${table}.id, id))
        .returning();
      return row ?? null;
    },

    /** False when there is no such row. */
    async remove(id: string): Promise<boolean> {
${indent(chain('const rows = await database', [`.delete(${table})`, where, '.returning();'], 6), 3)}
      return rows.length > 0;
    },
  };
}
`;
  return { path: `src/modules/${entity.file}/repository.ts`, content };
}

function filterImport(entity: EntityModel): string {
  const operators = filtersOf(entity).map(({ operator }) => operator);
  if (searchableOf(entity).length > 0) operators.push('contains');
  return importNames(operators, '../../database/filters.ts');
}

function filterMap(entity: EntityModel, table: string): string {
  const search = searchableOf(entity).map((member) => `${table}.${member}`);
  const lines = [
    ...(search.length > 0 ? [`${wrap('q: contains(', search, ')', 5)},`] : []),
    ...filtersOf(entity).map(({ parameter, member, operator }) => {
      const key = parameter.includes('.') ? `'${parameter}'` : parameter;
      return `${key}: ${operator}(${table}.${member}),`;
    }),
  ];
  return lines.length === 0
    ? '  filters: {},'
    : `  filters: {\n${indent(lines.join('\n'), 2)}\n  },`;
}
