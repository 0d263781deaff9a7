import type { GeneratedFile } from '@quantumlayer/contracts';
import type { EntityModel } from '../model.ts';
import { importNames, indent, tsString, wrap } from '../text.ts';
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
${indent([...parts.filter(({ kind }) => !kind.writeOnly).map(outputLine), ...uploadOutputs(entity), ...referenceOutputs(entity), ...ownerOutput(entity)].join('\n'), 2)}
    createdAt: timestamp,
    updatedAt: timestamp,
  })
  .meta({ id: '${componentName(name)}' });

export const ${variable}Query = z.strictObject({
  ...pageParameters,
${indent(queryLines(entity).join('\n'))}
});
export type ${name}Query = z.output<typeof ${variable}Query>;
`;
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
  if (entity.uploads.length > 0) byModule.set('stored-file', new Set(['storedFile']));
  byModule.set('timestamp', new Set(['timestamp']));
  const modules = [...byModule].sort(([left], [right]) => (left < right ? -1 : 1));
  const query = ['pageParameters', 'sortBy'];
  if (searchableOf(entity).length > 0) query.push('searchText');
  if (parts.some(({ kind }) => kind.query === 'queryBoolean')) query.push('queryBoolean');
  const fields = modules.map(([module, names]) => importNames(names, `../../fields/${module}.ts`));
  return `import { z } from 'zod';\n${fields.join('')}${importNames(query, '../../http/query.ts')}`;
}

function fieldLine({ model, kind }: Part): string {
  const [, open = '', list] =
    kind.schema.match(/^(z\.enum\(|choices\(\{ min: \d \}, )\[(.*)\]\)$/) ?? [];
  const values = list?.match(/'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"/g) ?? [];
  const start = `${model.name}: `;
  const schema =
    list === undefined ? kind.schema : wrap(`${open}[`, values, '])', start.length + 3);
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
  const schema = kind.output ?? `fields.${model.name}`;
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

/** What is known of a file; what is in it is fetched from its `url`. */
function uploadOutputs({ uploads }: EntityModel): string[] {
  return uploads.map(({ name }) => `${name}: storedFile.nullable(),`);
}

/** Given, and never taken: it comes from the session. */
function ownerOutput({ access }: EntityModel): string[] {
  return access?.owner ? [`${access.owner.name}: z.uuid(),`] : [];
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
