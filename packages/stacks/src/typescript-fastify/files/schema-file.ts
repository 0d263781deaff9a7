import type { GeneratedFile } from '@quantumlayer/contracts';
import { upperFirst } from '../identifiers.ts';
import type { EntityModel, NestedList } from '../model.ts';
import { MOST_NESTED } from '../nested/nested-model.ts';
import { importNames, indent, inImportOrder, tsString, wrap } from '../text.ts';
import { accessImport, sessionMembers } from './access-parts.ts';
import {
  filtersOf,
  type Part,
  partsOf,
  searchableOf,
  sortsOf,
  writablePartsOf,
} from './entity-parts.ts';
import { ruleMeta } from './rules-file.ts';

/** What the API takes and gives for one entity. */
export function schemaFile(entity: EntityModel): GeneratedFile {
  const { variable, name } = entity;
  const parts = partsOf(entity);
  const content = `${imports(entity, parts)}
const fields = {
${indent(parts.map(fieldLine).join('\n'))}
};

${entity.lists.map(nestedSchema).join('')}${newSchema(entity)}
export type New${name} = z.output<typeof new${name}>;

export const ${variable}Changes = z
  .strictObject({
${indent([...writablePartsOf(entity).map(changeLine), ...referenceLines(entity, false)].join('\n'), 2)}
  })
  .partial()${changesMeta(entity)};
export type ${name}Changes = z.output<typeof ${variable}Changes>;

export const ${variable}Schema = z
  .object({
    id: z.uuid(),
${indent([...parts.filter(({ kind }) => !kind.writeOnly).map(outputLine), ...uploadOutputs(entity), ...referenceOutputs(entity), ...ownerOutput(entity), ...versionOutput(entity), ...deletionOutput(entity), ...auditOutput(entity)].join('\n'), 2)}
    createdAt: timestamp,
    updatedAt: timestamp,
  })
  .meta({ id: '${componentName(name)}' });
${detailSchema(entity)}
export const ${variable}Query = z.strictObject({
  ...pageParameters,
${indent(queryLines(entity).join('\n'))}
});
export type ${name}Query = z.output<typeof ${variable}Query>;
${listQuery(entity)}`;
  return { path: `src/modules/${entity.file}/schema.ts`, content };
}

/** A change has to keep the rules between members of one record. */
function changesMeta({ rules }: EntityModel): string {
  const between = rules.filter(
    ({ document }) => document?.kind === 'order' || document?.kind === 'computed',
  );
  return between.length === 0 ? '' : `\n${indent(ruleMeta(between))}`;
}

function newSchema(entity: EntityModel): string {
  const { name } = entity;
  const rules = entity.rules.filter(({ document }) => document !== null);
  const lines = indent(
    [
      ...writablePartsOf(entity).map(newLine),
      ...referenceLines(entity, true),
      ...entity.lists.map(listLine),
    ].join('\n'),
  );
  if (rules.length === 0) return `export const new${name} = z.strictObject({\n${lines}\n});`;
  return `export const new${name} = z
  .strictObject({
${indent(lines)}
  })
${indent(ruleMeta(rules))};`;
}

/** A row of a list, without what the row around it decides. */
function nestedSchema(list: NestedList): string {
  const { child, reference } = list;
  const left = [reference, ...child.lists].map(({ name }) => `${name}: true`).join(', ');
  const rules = child.rules.filter(({ document }) =>
    ['change-blocked', 'computed', 'delete-blocked', 'order'].includes(String(document?.kind)),
  );
  const start = `const ${nestedName(list)} = new${child.name}`;
  const omit = `.omit({ ${left} })`;
  return rules.length === 0 ? `${start}${omit};\n\n` : `${start}${omit}${ruleMeta(rules)};\n\n`;
}

function nestedName({ name }: NestedList): string {
  return `nested${upperFirst(name)}`;
}

function listLine(list: NestedList): string {
  return `${list.name}: z.array(${nestedName(list)}).max(${MOST_NESTED}).optional(),`;
}

/** A row as it is shown alone: with its lists. */
function detailSchema({ name, variable, lists }: EntityModel): string {
  if (lists.length === 0) return '';
  const lines = lists.map(({ name: member, child }) => {
    const words = `The first ${MOST_NESTED}; the list below the row has them all`;
    const line = `${member}: z.array(${child.variable}Schema).describe('${words}'),`;
    if (line.length + 4 <= 100) return line;
    return `${member}: z\n  .array(${child.variable}Schema)\n  .describe('${words}'),`;
  });
  return `
export const ${variable}DetailSchema = ${variable}Schema
  .extend({
${indent(lines.join('\n'), 2)}
  })
  .meta({ id: '${name}.Detail' });
`;
}

/** Every component also exists as `<id>Input` in the document, so an entity of that name must differ. */
function componentName(name: string): string {
  return name.endsWith('Input') ? `${name}.Record` : name;
}

function imports(entity: EntityModel, parts: Part[]): string {
  const byModule = new Map<string, Set<string>>();
  for (const { kind } of parts) {
    if (kind.module === null) continue;
    const names = byModule.get(kind.module) ?? new Set();
    for (const name of kind.imports) names.add(name);
    byModule.set(kind.module, names);
  }
  if (entity.uploads.length > 0) byModule.set('stored-file', new Set(['storedFile']));
  byModule.set('timestamp', new Set(['timestamp']));
  if (parts.some(({ model }) => model.computed !== null)) {
    byModule.set('computed', new Set(['computed']));
  }
  const modules = [...byModule].sort(([left], [right]) => (left < right ? -1 : 1));
  const query = ['pageParameters', 'sortBy'];
  if (searchableOf(entity).length > 0) query.push('searchText');
  if (parts.some(({ kind }) => kind.query === 'queryBoolean')) query.push('queryBoolean');
  const usesAccess = entity.softDeletion !== null && !isOpen(entity);
  const fields = modules.map(([module, names]) => importNames(names, `../../fields/${module}.ts`));
  const others = [...new Set(entity.lists.map(({ child }) => child))].map((child) =>
    importNames([`${child.variable}Schema`, `new${child.name}`], `../${child.file}/schema.ts`),
  );
  return `import { z } from 'zod';\n${fields.join('')}${importNames(query, '../../http/query.ts')}${inImportOrder(others)}${usesAccess ? accessImport(entity, '.') : ''}`;
}

function fieldLine({ model, kind }: Part): string {
  const [, open = '', list] =
    kind.schema.match(/^(z\.enum\(|choices\(\{ min: \d \}, )\[(.*)\]\)$/) ?? [];
  const values = list?.match(/'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"/g) ?? [];
  const start = `${model.name}: `;
  const schema =
    list === undefined ? kind.schema : wrap(`${open}[`, values, '])', start.length + 3);
  const description = model.computed === null ? model.field.description : undefined;
  const line = `${start}${schema},`;
  if (!description) return line;
  const described = `${start}${schema}.describe(${tsString(description)}),`;
  return described.length <= 98 || described.includes('\n')
    ? described
    : `${start}${schema}.describe(\n${indent(tsString(description))},\n),`;
}

function newLine({ model, kind }: Part): string {
  const base = `fields.${model.name}`;
  const nullable = model.field.required ? base : `${base}.nullable()`;
  if (kind.defaultValue)
    return `${model.name}: ${nullable}.default(${kind.defaultValue.typescript}),`;
  return `${model.name}: ${model.field.required ? base : `${nullable}.optional()`},`;
}

function changeLine({ model }: Part): string {
  return `${model.name}: fields.${model.name}${model.field.required ? '' : '.nullable()'},`;
}

function outputLine({ model, kind }: Part): string {
  if (model.computed !== null) return computedLine({ model, kind });
  const schema = kind.output ?? `fields.${model.name}`;
  return `${model.name}: ${schema}${model.field.required ? '' : '.nullable()'},`;
}

function computedLine({ model, kind }: Part): string {
  const { description, required } = model.field;
  const words = description ?? upperFirst(model.computed?.words ?? '');
  const output = kind.output ?? kind.schema;
  const value = required ? output : `${output}.nullable()`;
  const start = `${model.name}: computed(`;
  return `${wrap(start, [value, tsString(words)], '),', 4)}`;
}

function referenceLines(entity: EntityModel, forNew: boolean): string[] {
  return entity.references.map(({ name, required }) => {
    const optional = forNew ? '.nullable().optional()' : '.nullable()';
    return `${name}: z.uuid()${required ? '' : optional},`;
  });
}

function referenceOutputs(entity: EntityModel): string[] {
  return entity.references.map(
    ({ name, required }) => `${name}: z.uuid()${required ? '' : '.nullable()'},`,
  );
}

/** What is known of a file; what is in it is fetched from its `url`. */
function uploadOutputs({ uploads }: EntityModel): string[] {
  return uploads.map(({ name }) => `${name}: storedFile.nullable(),`);
}

/** Given, and never taken: it comes from the session. */
function ownerOutput(entity: EntityModel): string[] {
  return sessionMembers(entity).map(({ name }) => `${name}: z.uuid(),`);
}

/** Counted up by the database; a change names it in `If-Match`. */
function versionOutput({ version }: EntityModel): string[] {
  return version === null ? [] : [`${version.name}: z.int(),`];
}

function deletionOutput({ softDeletion }: EntityModel): string[] {
  return softDeletion === null ? [] : [`${softDeletion.name}: timestamp.nullable(),`];
}

/** Written by the database; null for somebody who is not known. */
function auditOutput({ audit }: EntityModel): string[] {
  const all = audit === null ? [] : [audit.createdBy, audit.updatedBy];
  return all.map(({ name }) => `${name}: z.uuid().nullable(),`);
}

/** What the list of all rows takes: it also shows the deleted ones to who may delete. */
function listQuery(entity: EntityModel): string {
  const { variable, softDeletion } = entity;
  if (softDeletion === null) return '';
  const about = "'The deleted records, for who may delete them'";
  const described = isOpen(entity)
    ? [`deleted: z.enum(['only']).optional().describe(${about}),`]
    : [
        "deleted: z.enum(['only']).optional().meta({",
        `  description: ${about},`,
        `  'x-roles': ${variable}Access.delete,`,
        '}),',
      ];
  return `
export const ${variable}ListQuery = ${variable}Query.extend({
${indent(described.join('\n'))}
});
`;
}

/** May anybody delete who reads? */
function isOpen({ access }: EntityModel): boolean {
  return access === null || access.rules.delete === 'everyone';
}

function queryLines(entity: EntityModel): string[] {
  const sorts = sortsOf(entity).map((name) => `'${name}'`);
  const start = 'sort: ';
  const sort = `${start}${wrap('sortBy([', sorts, '])', start.length + 3)},`;
  const search = searchableOf(entity).length > 0 ? ['q: searchText,'] : [];
  const filters = filtersOf(entity).map(({ parameter, part }) => {
    const key = parameter.includes('.') ? `'${parameter}'` : parameter;
    const schema = part === null ? 'z.uuid()' : queryOf(part);
    return `${key}: ${schema}.optional(),`;
  });
  return [sort, ...search, ...filters];
}

function queryOf({ model, kind }: Part): string {
  const field = `fields.${model.name}`;
  return kind.query ?? (kind.filter === 'holds' ? `${field}.element` : field);
}
