import type { GeneratedFile } from '@quantumlayer/contracts';
import type { EntityModel } from '../model.ts';
import { chain, importNames, indent, wrap } from '../text.ts';
import { isScoped } from './access-parts.ts';
import { filtersOf, searchableOf, sortsOf } from './entity-parts.ts';

/** Reads and writes the rows of one entity. */
export function repositoryFile(entity: EntityModel): GeneratedFile {
  const { variable, name } = entity;
  const table = `${variable}Table`;
  const { owner } = entity.access ?? { owner: null };
  const isHidden = isScoped(entity, 'read');
  const rows = owner === null ? [] : ['whose: Rows'];
  const readRows = isHidden ? rows : [];
  const scope = owner === null ? '' : `within(${table}.${owner.name}, whose)`;
  const one = `eq(${table}.id, id)`;
  const mine = owner === null ? one : wrap('and(', [one, scope], ')', 15);
  const where = `.where(${mine})`;
  const { version } = entity;
  const versions = version === null ? [] : ['versions: readonly number[]'];
  const based = version === null ? [] : [`inArray(${table}.${version.name}, versions)`];
  const scopes = owner === null ? [] : [scope];
  // Behind the inner call on a line of its own stands a comma.
  const changed =
    version === null
      ? where
      : wrap('.where(', [wrap('and(', [one, ...based, ...scopes], ')', 11)], ')', 8);
  const values = owner === null ? `New${name}` : `New${name} & { ${owner.name}: string }`;
  const staleCheck = indent(
    `${chain('const [current] = await database', ['.select()', `.from(${table})`, `${where};`], 6)}
if (current !== undefined) expectVersion(current.${version?.name}, versions);`,
    3,
  );
  const content = `${importNames([...(owner === null && version === null ? [] : ['and']), 'eq', ...(version === null ? [] : ['inArray']), 'sql'], 'drizzle-orm')}import type { Database } from '../../database/database.ts';
${filterImport(entity)}import { onlyRow } from '../../database/only-row.ts';
${importNames(['type Listing', 'type Page', 'planPage', 'toPage'], '../../database/paging.ts')}${version === null ? '' : importNames(['expectVersion'], '../../http/versions.ts')}${owner === null ? '' : importNames(['type Rows', 'within'], '../../people/rows.ts')}${importNames(
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
${indent(wrap('async list(', [`query: ${name}Query`, ...readRows], `): Promise<Page<${name}Record>> {`, 4), 2)}
      const { where, orderBy, limit } = planPage(${variable}Listing, query);
      const rows = await database
        .select()
        .from(${table})
        .where(${isHidden ? `and(${scope}, where)` : 'where'})
        .orderBy(...orderBy)
        .limit(limit);
      return toPage(rows, query);
    },

${indent(wrap('async find(', ['id: string', ...rows], `): Promise<${name}Record | null> {`, 4), 2)}
${indent(chain('const [row] = await database', ['.select()', `.from(${table})`, `${where};`], 6), 3)}
      return row ?? null;
    },

${indent(wrap('async insert(', [`values: ${values}`], `): Promise<${name}Record> {`, 4), 2)}
      return onlyRow(await database.insert(${table}).values(values).returning());
    },

    /** Null when there is no such row. */
${indent(wrap('async update(', ['id: string', `changes: ${name}Changes`, ...versions, ...rows], `): Promise<${name}Record | null> {`, 4), 2)}
      const [row] = await database
        .update(${table})
        .set({ ...changes, updatedAt: sql\`now()\` })
        ${changed.replaceAll('\n', '\n        ')}
        .returning();
${version === null ? '      return row ?? null;' : `      if (row !== undefined) return row;\n${staleCheck}\n      return null;`}
    },

    /** False when there is no such row. */
${indent(wrap('async remove(', ['id: string', ...versions, ...rows], '): Promise<boolean> {', 4), 2)}
${indent(chain('const rows = await database', [`.delete(${table})`, changed.replaceAll('\n', '\n  '), '.returning();'], 6), 3)}
${version === null ? '      return rows.length > 0;' : `      if (rows.length > 0) return true;\n${staleCheck}\n      return false;`}
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
