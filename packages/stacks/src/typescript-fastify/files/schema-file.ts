import type { GeneratedFile } from '@quantumlayer/contracts';
import type { EntityModel } from '../model.ts';
import { importNames, indent, tsString, wrap } from '../text.ts';
import { accessImport } from './access-parts.ts';
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

${newSchema(entity)}
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
${indent([...parts.map(outputLine), ...referenceOutputs(entity), ...ownerOutput(entity), ...versionOutput(entity), ...deletionOutput(entity), ...auditOutput(entity)].join('\n'), 2)}
    createdAt: timestamp,
    updatedAt: timestamp,
  })
  .meta({ id: '${componentName(name)}' });

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
  const between = rules.filter(({ document: { kind } }) => kind === 'order');
  return between.length === 0 ? '' : `\n${indent(ruleMeta(between))}`;
}

function newSchema(entity: EntityModel): string {
  const { name, rules } = entity;
  const lines = indent(
    [...writablePartsOf(entity).map(newLine), ...referenceLines(entity, true)].join('\n'),
  );
  if (rules.length === 0) return `export const new${name} = z.strictObject({\n${lines}\n});`;
  return `export const new${name} = z
  .strictObject({
${indent(lines)}
  })
${indent(ruleMeta(rules))};`;
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
  byModule.set('timestamp', new Set(['timestamp']));
  const modules = [...byModule].sort(([left], [right]) => (left < right ? -1 : 1));
  const query = ['pageParameters', 'sortBy'];
  if (searchableOf(entity).length > 0) query.push('searchText');
  if (parts.some(({ kind }) => kind.query === 'queryBoolean')) query.push('queryBoolean');
  const usesAccess = entity.softDeletion !== null && !isOpen(entity);
  const fields = modules.map(([module, names]) => importNames(names, `../../fields/${module}.ts`));
  return `import { z } from 'zod';\n${fields.join('')}${importNames(query, '../../http/query.ts')}${usesAccess ? accessImport(entity, '.') : ''}`;
}

function fieldLine({ model, kind }: Part): string {
  const list = kind.schema.match(/^z\.enum\(\[(.*)\]\)$/)?.[1];
  const values = list?.match(/'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"/g) ?? [];
  const start = `${model.name}: `;
  const schema =
    list === undefined ? kind.schema : wrap('z.enum([', values, '])', start.length + 3);
  const { description } = model.field;
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
  const schema = kind.schema.startsWith('z.enum(') ? `fields.${model.name}` : kind.output;
  return `${model.name}: ${schema}${model.field.required ? '' : '.nullable()'},`;
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

/** Given, and never taken: it comes from the session. */
function ownerOutput({ access }: EntityModel): string[] {
  return access?.owner ? [`${access.owner.name}: z.uuid(),`] : [];
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
    const schema = part === null ? 'z.uuid()' : (part.kind.query ?? `fields.${part.model.name}`);
    return `${key}: ${schema}.optional(),`;
  });
  return [sort, ...search, ...filters];
}
