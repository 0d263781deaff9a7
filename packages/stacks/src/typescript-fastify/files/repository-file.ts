import type { GeneratedFile } from '@quantumlayer/contracts';
import type { EntityModel } from '../model.ts';
import { chain, importNames, indent, inImportOrder, wrap } from '../text.ts';
import { isScoped } from './access-parts.ts';
import { filtersOf, readColumns, searchableOf, sortsOf } from './entity-parts.ts';

/** Reads and writes the rows of one entity. */
export function repositoryFile(entity: EntityModel): GeneratedFile {
  const { variable, name } = entity;
  const table = `${variable}Table`;
  const columns = readColumns(entity);
  const { owner } = entity.access ?? { owner: null };
  const isHidden = isScoped(entity, 'read');
  const rows = owner === null ? [] : ['whose: Rows'];
  const readRows = isHidden ? rows : [];
  const scope = owner === null ? '' : `within(${table}.${owner.name}, whose)`;
  const one = `eq(${table}.id, id)`;
  const mine = owner === null ? one : wrap('and(', [one, scope], ')', 15);
  const where = `.where(${mine})`;
  const values = owner === null ? `New${name}` : `New${name} & { ${owner.name}: string }`;
  const content = `${importNames([...(owner === null ? [] : ['and']), 'eq', 'sql'], 'drizzle-orm')}${inImportOrder(["import type { Database } from '../../database/database.ts';\n", ...filterImports(entity)])}import { onlyRow } from '../../database/only-row.ts';
${importNames(['type Listing', 'type Page', 'planPage', 'toPage'], '../../database/paging.ts')}${owner === null ? '' : importNames(['type Rows', 'within'], '../../people/rows.ts')}${importNames(
  [`type ${name}Changes`, `type ${name}Query`, `type New${name}`],
  './schema.ts',
)}${importNames([`type ${name}Record`, table, ...(columns === '' ? [] : [columns])], './table.ts')}
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
${indent(wrap('async list(', [`query: ${name}Query`, ...readRows], `): Promise<Page<${name}Record>> {`, 4), 2)}
      const { where, orderBy, limit } = planPage(${variable}Listing, query);
      const rows = await database
        .select(${columns})
        .from(${table})
        .where(${isHidden ? `and(${scope}, where)` : 'where'})
        .orderBy(...orderBy)
        .limit(limit);
      return toPage(rows, query);
    },

${indent(wrap('async find(', ['id: string', ...rows], `): Promise<${name}Record | null> {`, 4), 2)}
${indent(chain('const [row] = await database', [`.select(${columns})`, `.from(${table})`, `${where};`], 6), 3)}
      return row ?? null;
    },

${indent(wrap('async insert(', [`values: ${values}`], `): Promise<${name}Record> {`, 4), 2)}
${insertStatement(table, columns)}
    },

    /** Null when there is no such row. */
${indent(wrap('async update(', ['id: string', `changes: ${name}Changes`, ...rows], `): Promise<${name}Record | null> {`, 4), 2)}
      const [row] = await database
        .update(${table})
        .set({ ...changes, updatedAt: sql\`now()\` })
        ${where}
        .returning(${columns});
      return row ?? null;
    },

    /** False when there is no such row. */
${indent(wrap('async remove(', ['id: string', ...rows], '): Promise<boolean> {', 4), 2)}
${indent(chain('const rows = await database', [`.delete(${table})`, where, '.returning();'], 6), 3)}
      return rows.length > 0;
    },
  };
}
`;
  return { path: `src/modules/${entity.file}/repository.ts`, content };
}

function insertStatement(table: string, columns: string): string {
  const line = `return onlyRow(await database.insert(${table}).values(values).returning(${columns}));`;
  if (line.length + 6 <= 100) return `      ${line}`;
  const insert = chain(
    'await database',
    [`.insert(${table})`, '.values(values)', `.returning(${columns})`],
    9,
  );
  return indent(`return onlyRow(\n${indent(insert)},\n);`, 3);
}

function filterImports(entity: EntityModel): string[] {
  const files = new Map<string, string[]>();
  const use = (operator: string, file: string) =>
    files.set(file, [...(files.get(file) ?? []), operator]);
  for (const { operator, part } of filtersOf(entity)) {
    use(operator, part?.kind.columnModule ?? 'filters');
  }
  if (searchableOf(entity).length > 0) use('contains', 'filters');
  return [...files].map(([file, names]) => importNames(names, `../../database/${file}.ts`));
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
