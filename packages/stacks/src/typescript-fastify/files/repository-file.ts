import type { GeneratedFile } from '@quantumlayer/contracts';
import type { EntityModel } from '../model.ts';
import { chain, importNames, indent, inImportOrder, wrap } from '../text.ts';
import { isOwned, isScoped, sessionType } from './access-parts.ts';
import { filtersOf, readColumns, rowsName, searchableOf, sortsOf } from './entity-parts.ts';
import { insertAndRead, updateAndRead } from './view-writes.ts';
import { type Parts, partsFor, query, staleCheck, whereAll } from './where-parts.ts';

/** Reads and writes the rows of one entity. */
export function repositoryFile(entity: EntityModel): GeneratedFile {
  const { variable, name } = entity;
  const parts = partsFor(entity);
  const methods = [
    listMethod(entity, parts),
    findMethod(entity, parts),
    insertMethod(entity),
    updateMethod(entity, parts),
    removeMethod(entity, parts),
    ...(entity.softDeletion === null ? [] : deletedMethods(entity, parts)),
  ];
  const content = `${imports(entity, methods.join('\n'))}
export const ${variable}Listing = {
  id: ${parts.rowsIn}.id,
${filterMap(entity, parts.rowsIn)}
  sorts: {
${indent(
  sortsOf(entity)
    .map((sort) => `${sort}: ${parts.rowsIn}.${sort},`)
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

function imports(entity: EntityModel, body: string): string {
  const { name, version, variable } = entity;
  const columns = readColumns(entity) === '' ? [] : [readColumns(entity)];
  const used = (names: string[]) => names.filter((each) => body.includes(`${each}(`));
  const operators = ['eq', 'sql', ...used(['and', 'inArray', 'isNotNull', 'isNull'])];
  return `${importNames(operators, 'drizzle-orm')}${inImportOrder(["import type { Database } from '../../database/database.ts';\n", ...filterImports(entity)])}import { onlyRow } from '../../database/only-row.ts';
${importNames(['type Listing', 'type Page', 'planPage', 'toPage'], '../../database/paging.ts')}${version === null ? '' : importNames(['expectVersion'], '../../http/versions.ts')}${isOwned(entity) ? importNames(['type Rows', 'within'], '../../people/rows.ts') : ''}${importNames(
  [`type ${name}Changes`, `type ${name}Query`, `type New${name}`],
  './schema.ts',
)}${importNames([`type ${name}Record`, `${variable}Table`, rowsName(entity), ...columns], './table.ts')}`;
}

function listMethod(entity: EntityModel, { rowsIn, rows, shown, scope }: Parts): string {
  const isHidden = isScoped(entity, 'read');
  const conditions = [...shown, ...(isHidden ? scope : [])];
  return pageMethod(entity, rowsIn, { name: 'list', rows: isHidden ? rows : [], conditions });
}

type PageMethod = { name: string; rows: string[]; conditions: string[] };

function pageMethod(entity: EntityModel, from: string, method: PageMethod): string {
  const { variable, name } = entity;
  const conditions = [...method.conditions, 'where'];
  const where = conditions.length === 1 ? '.where(where)' : whereAll(conditions);
  return `${wrap(`async ${method.name}(`, [`query: ${name}Query`, ...method.rows], `): Promise<Page<${name}Record>> {`, 4)}
  const { where, orderBy, limit } = planPage(${variable}Listing, query);
  const rows = await database
    .select(${readColumns(entity)})
    .from(${from})
${indent(where, 2)}
    .orderBy(...orderBy)
    .limit(limit);
  return toPage(rows, query);
},`;
}

function findMethod(entity: EntityModel, { rowsIn, rows, where }: Parts): string {
  return `${wrap('async find(', ['id: string', ...rows], `): Promise<${entity.name}Record | null> {`, 4)}
${indent(query('const [row] = await database', [`.select(${readColumns(entity)})`, `.from(${rowsIn})`, where]))}
  return row ?? null;
},`;
}

function insertMethod(entity: EntityModel): string {
  const { name, view } = entity;
  const values = `${ownBody(entity)}${sessionType(entity)}`;
  return `${wrap('async insert(', [`values: ${values}`], `): Promise<${name}Record> {`, 4)}
${view === null ? insertStatement(entity) : insertAndRead(entity)}
},`;
}

/** A new row without the rows that come with it, which are made after it. */
function ownBody({ name, lists }: EntityModel): string {
  if (lists.length === 0) return `New${name}`;
  return `Omit<New${name}, ${lists.map((list) => `'${list.name}'`).join(' | ')}>`;
}

function insertStatement(entity: EntityModel): string {
  const table = `${entity.variable}Table`;
  const columns = readColumns(entity);
  const line = `return onlyRow(await database.insert(${table}).values(values).returning(${columns}));`;
  if (line.length + 6 <= 100) return `  ${line}`;
  const insert = chain(
    'await database',
    [`.insert(${table})`, '.values(values)', `.returning(${columns})`],
    9,
  );
  return indent(`return onlyRow(\n${indent(insert)},\n);`);
}

function updateMethod(entity: EntityModel, parts: Parts): string {
  const { name } = entity;
  const { table, rows, versions, changed } = parts;
  const parameters = ['id: string', `changes: ${name}Changes`, ...versions, ...rows];
  const body =
    entity.view === null
      ? `  const [row] = await database
    .update(${table})
    .set({ ...changes, updatedAt: sql\`now()\` })
${indent(changed, 2)}
    .returning(${readColumns(entity)});
${indent(otherwise(entity, parts, 'row !== undefined', 'row', 'null'))}`
      : updateAndRead(entity, parts);
  return `/** Null when there is no such row. */
${wrap('async update(', parameters, `): Promise<${name}Record | null> {`, 4)}
${body}
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
${indent(query('const rows = await database', [...start, changed, `.returning({ id: ${table}.id })`]))}
${indent(otherwise(entity, parts, 'rows.length > 0', 'true', 'false'))}
},`;
}

/** The answer of a change: where nothing was changed, the row may have another version. */
function otherwise(
  entity: EntityModel,
  parts: Parts,
  isDone: string,
  done: string,
  none: string,
): string {
  if (entity.version === null)
    return done === 'row' ? `return row ?? ${none};` : `return ${isDone};`;
  return `if (${isDone}) return ${done};
${staleCheck(entity, parts)}
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
    .returning(${readColumns(entity)});
  return row ?? null;
},`,
  ];
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
