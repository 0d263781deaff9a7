import type { GeneratedFile } from '@quantumlayer/contracts';
import type { EntityModel } from '../model.ts';
import { chain, importNames, indent, wrap } from '../text.ts';
import { isScoped } from './access-parts.ts';
import { filtersOf, searchableOf, sortsOf } from './entity-parts.ts';

/** Reads and writes the rows of one entity. */
export function repositoryFile(entity: EntityModel): GeneratedFile {
  const { variable, name } = entity;
  const parts = partsFor(entity);
  const methods = [
    listMethod(entity, parts),
    findMethod(entity, parts),
    insertMethod(entity, parts),
    updateMethod(entity, parts),
    removeMethod(entity, parts),
    ...(entity.softDeletion === null ? [] : deletedMethods(entity, parts)),
  ];
  const content = `${imports(entity, methods.join('\n'))}
export const ${variable}Listing = {
  id: ${parts.table}.id,
${filterMap(entity, parts.table)}
  sorts: {
${indent(
  sortsOf(entity)
    .map((sort) => `${sort}: ${parts.table}.${sort},`)
    .join('\n'),
  2,
)}
  },
} satisfies Listing;

export function create${name}Repository(database: Database) {
  return {
${indent(methods.join('\n\n'), 2)}
  };
}
`;
  return { path: `src/modules/${entity.file}/repository.ts`, content };
}

type Parts = {
  table: string;
  /** The parameter that says whose rows are meant; none where rows have no owner. */
  rows: string[];
  versions: string[];
  /** Conditions on the row with the id, on a row that is shown, and on one that is hidden. */
  one: string;
  shown: string[];
  hidden: string[];
  /** The condition on whose rows are meant. */
  scope: string[];
  /** The row that is read, and the one that is changed. */
  where: string;
  changed: string;
};

function partsFor({ variable, access, version, softDeletion }: EntityModel): Parts {
  const table = `${variable}Table`;
  const owner = access?.owner ?? null;
  const scope = owner === null ? [] : [`within(${table}.${owner.name}, whose)`];
  const shown = softDeletion === null ? [] : [`isNull(${table}.${softDeletion.name})`];
  const based = version === null ? [] : [`inArray(${table}.${version.name}, versions)`];
  const one = `eq(${table}.id, id)`;
  return {
    ...{ table, one, shown, scope },
    hidden: softDeletion === null ? [] : [`isNotNull(${table}.${softDeletion.name})`],
    rows: owner === null ? [] : ['whose: Rows'],
    versions: version === null ? [] : ['versions: readonly number[]'],
    where: whereAll([one, ...shown, ...scope]),
    changed: whereAll([one, ...based, ...shown, ...scope]),
  };
}

/** One condition, or several of them; behind the inner call on a line of its own stands a comma. */
function whereAll(conditions: string[]): string {
  const [only = ''] = conditions;
  if (conditions.length === 1) return `.where(${only})`;
  return wrap('.where(', [wrap('and(', conditions, ')', 11)], ')', 8);
}

function imports(entity: EntityModel, body: string): string {
  const { name, access, version, variable } = entity;
  const used = (names: string[]) => names.filter((each) => body.includes(`${each}(`));
  const operators = ['eq', 'sql', ...used(['and', 'inArray', 'isNotNull', 'isNull'])];
  return `${importNames(operators, 'drizzle-orm')}import type { Database } from '../../database/database.ts';
${filterImport(entity)}import { onlyRow } from '../../database/only-row.ts';
${importNames(['type Listing', 'type Page', 'planPage', 'toPage'], '../../database/paging.ts')}${version === null ? '' : importNames(['expectVersion'], '../../http/versions.ts')}${access?.owner ? importNames(['type Rows', 'within'], '../../people/rows.ts') : ''}${importNames(
  [`type ${name}Changes`, `type ${name}Query`, `type New${name}`],
  './schema.ts',
)}${importNames([`type ${name}Record`, `${variable}Table`], './table.ts')}`;
}

function listMethod(entity: EntityModel, { table, rows, shown, scope }: Parts): string {
  const isHidden = isScoped(entity, 'read');
  const conditions = [...shown, ...(isHidden ? scope : [])];
  return pageMethod(entity, table, { name: 'list', rows: isHidden ? rows : [], conditions });
}

type PageMethod = { name: string; rows: string[]; conditions: string[] };

function pageMethod({ variable, name }: EntityModel, table: string, method: PageMethod): string {
  const conditions = [...method.conditions, 'where'];
  const where = conditions.length === 1 ? '.where(where)' : whereAll(conditions);
  return `${wrap(`async ${method.name}(`, [`query: ${name}Query`, ...method.rows], `): Promise<Page<${name}Record>> {`, 4)}
  const { where, orderBy, limit } = planPage(${variable}Listing, query);
  const rows = await database
    .select()
    .from(${table})
${indent(where, 2)}
    .orderBy(...orderBy)
    .limit(limit);
  return toPage(rows, query);
},`;
}

function findMethod({ name }: EntityModel, { table, rows, where }: Parts): string {
  return `${wrap('async find(', ['id: string', ...rows], `): Promise<${name}Record | null> {`, 4)}
${indent(query('const [row] = await database', ['.select()', `.from(${table})`, where]))}
  return row ?? null;
},`;
}

/** A query as Biome prints it, ending in its condition or in what comes after it. */
function query(start: string, calls: string[]): string {
  const ended = calls.map((call, at) => (at === calls.length - 1 ? `${call};` : call));
  return chain(
    start,
    ended.map((call) => call.replaceAll('\n', '\n  ')),
    6,
  );
}

function insertMethod({ name, access }: EntityModel, { table }: Parts): string {
  const owner = access?.owner;
  const values = owner ? `New${name} & { ${owner.name}: string }` : `New${name}`;
  return `${wrap('async insert(', [`values: ${values}`], `): Promise<${name}Record> {`, 4)}
  return onlyRow(await database.insert(${table}).values(values).returning());
},`;
}

function updateMethod(entity: EntityModel, parts: Parts): string {
  const { name } = entity;
  const { table, rows, versions, changed } = parts;
  const parameters = ['id: string', `changes: ${name}Changes`, ...versions, ...rows];
  return `/** Null when there is no such row. */
${wrap('async update(', parameters, `): Promise<${name}Record | null> {`, 4)}
  const [row] = await database
    .update(${table})
    .set({ ...changes, updatedAt: sql\`now()\` })
${indent(changed, 2)}
    .returning();
${indent(otherwise(entity, parts, 'row !== undefined', 'row', 'null'))}
},`;
}

function removeMethod(entity: EntityModel, parts: Parts): string {
  const { table, rows, versions, changed } = parts;
  const { softDeletion } = entity;
  const start =
    softDeletion === null
      ? [`.delete(${table})`]
      : [
          `.update(${table})`,
          `.set({ ${softDeletion.name}: sql\`now()\`, updatedAt: sql\`now()\` })`,
        ];
  return `/** False when there is no such row. */
${wrap('async remove(', ['id: string', ...versions, ...rows], '): Promise<boolean> {', 4)}
${indent(query('const rows = await database', [...start, changed, '.returning()']))}
${indent(otherwise(entity, parts, 'rows.length > 0', 'true', 'false'))}
},`;
}

/** The answer of a change: where nothing was changed, the row may have another version. */
function otherwise(
  { version }: EntityModel,
  { table, where }: Parts,
  isDone: string,
  done: string,
  none: string,
): string {
  if (version === null) return done === 'row' ? `return row ?? ${none};` : `return ${isDone};`;
  const current = query('const [current] = await database', [
    '.select()',
    `.from(${table})`,
    where,
  ]);
  return `if (${isDone}) return ${done};
${current}
if (current !== undefined) expectVersion(current.${version.name}, versions);
return ${none};`;
}

/** What is there for rows that are deleted. */
function deletedMethods(entity: EntityModel, parts: Parts): string[] {
  const { name, softDeletion } = entity;
  const { table, rows, one, hidden, scope } = parts;
  const restored = whereAll([one, ...hidden, ...scope]);
  const list = { name: 'listDeleted', rows, conditions: [...hidden, ...scope] };
  return [
    `/** The rows that can be restored. */\n${pageMethod(entity, table, list)}`,
    `/** Null when no such row is deleted. */
${wrap('async restore(', ['id: string', ...rows], `): Promise<${name}Record | null> {`, 4)}
  const [row] = await database
    .update(${table})
    .set({ ${softDeletion?.name}: null, updatedAt: sql\`now()\` })
${indent(restored, 2)}
    .returning();
  return row ?? null;
},`,
  ];
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
