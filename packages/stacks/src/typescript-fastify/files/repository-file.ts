import type { GeneratedFile } from '@quantumlayer/contracts';
import type { EntityModel } from '../model.ts';
import { chain, importNames, indent, inImportOrder, wrap } from '../text.ts';
import { isScoped } from './access-parts.ts';
import { removeReturning, updateAndRead, updateReturning } from './change-parts.ts';
import { filtersOf, readColumns, rowsName, searchableOf, sortsOf } from './entity-parts.ts';

/** Reads and writes the rows of one entity. */
export function repositoryFile(entity: EntityModel): GeneratedFile {
  const { variable, name } = entity;
  const table = `${variable}Table`;
  const columns = readColumns(entity);
  const { owner } = entity.access ?? { owner: null };
  const isHidden = isScoped(entity, 'read');
  const rows = owner === null ? [] : ['whose: Rows'];
  const readRows = isHidden ? rows : [];
  const rowsIn = rowsName(entity);
  const scope = owner === null ? '' : `within(${rowsIn}.${owner.name}, whose)`;
  const whereIn = (from: string, column = 15) => {
    const one = `eq(${from}.id, id)`;
    const mine = [one, `within(${from}.${owner?.name}, whose)`];
    return `.where(${owner === null ? one : wrap('and(', mine, ')', column)})`;
  };
  const where = whereIn(table);
  const { version } = entity;
  const versions = version === null ? [] : ['versions: readonly number[]'];
  const own = ownBody(entity);
  const values = owner === null ? own : `${own} & { ${owner.name}: string }`;
  const content = `${importNames([...(owner === null && version === null ? [] : ['and']), 'eq', ...(version === null ? [] : ['inArray']), 'sql'], 'drizzle-orm')}${inImportOrder(["import type { Database } from '../../database/database.ts';\n", ...filterImports(entity)])}import { onlyRow } from '../../database/only-row.ts';
${importNames(['type Listing', 'type Page', 'planPage', 'toPage'], '../../database/paging.ts')}${version === null ? '' : importNames(['expectVersion'], '../../http/versions.ts')}${owner === null ? '' : importNames(['type Rows', 'within'], '../../people/rows.ts')}${importNames(
  [`type ${name}Changes`, `type ${name}Query`, `type New${name}`],
  './schema.ts',
)}${importNames([`type ${name}Record`, table, rowsIn, ...(columns === '' ? [] : [columns])], './table.ts')}
export const ${variable}Listing = {
  id: ${rowsIn}.id,
${filterMap(entity, rowsIn)}
  sorts: {
${indent(
  sortsOf(entity)
    .map((sort) => `${sort}: ${rowsIn}.${sort},`)
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
        .from(${rowsIn})
        .where(${isHidden ? `and(${scope}, where)` : 'where'})
        .orderBy(...orderBy)
        .limit(limit);
      return toPage(rows, query);
    },

${indent(wrap('async find(', ['id: string', ...rows], `): Promise<${name}Record | null> {`, 4), 2)}
${indent(chain('const [row] = await database', [`.select(${columns})`, `.from(${rowsIn})`, `${whereIn(rowsIn)};`], 6), 3)}
      return row ?? null;
    },

${indent(wrap('async insert(', [`values: ${values}`], `): Promise<${name}Record> {`, 4), 2)}
${entity.view === null ? insertStatement(table, columns) : insertAndRead(entity)}
    },

    /** Null when there is no such row. */
${indent(wrap('async update(', ['id: string', `changes: ${name}Changes`, ...versions, ...rows], `): Promise<${name}Record | null> {`, 4), 2)}
${entity.view === null ? updateReturning(entity, where) : updateAndRead(entity, whereIn)}
    },

    /** False when there is no such row. */
${indent(wrap('async remove(', ['id: string', ...versions, ...rows], '): Promise<boolean> {', 4), 2)}
${removeReturning(entity, where)}
    },
  };
}
`;
  return { path: `src/modules/${entity.file}/repository.ts`, content };
}

/** What is computed of other rows is read in the same transaction, so that nobody can have changed the row. */
function insertAndRead(entity: EntityModel): string {
  const [table, view] = [`${entity.variable}Table`, rowsName(entity)];
  const insert = chain(
    'const made = await transaction',
    [`.insert(${table})`, '.values(values)', `.returning({ id: ${table}.id });`],
    8,
  );
  const read = chain(
    'const rows = await transaction',
    ['.select()', `.from(${view})`, `.where(eq(${view}.id, id));`],
    8,
  );
  return `      return database.transaction(async (transaction) => {
${indent(insert, 4)}
        const { id } = onlyRow(made);
${indent(read, 4)}
        return onlyRow(rows);
      });`;
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

/** A new row without the rows that come with it, which are made after it. */
function ownBody({ name, lists }: EntityModel): string {
  if (lists.length === 0) return `New${name}`;
  return `Omit<New${name}, ${lists.map((list) => `'${list.name}'`).join(' | ')}>`;
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
