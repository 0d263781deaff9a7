import { flattenSchema, type Schema } from './json-schema.ts';
import { type ApiDocument, findResponse, isJson, type Operation } from './openapi-document.ts';

/** A collection whose records can be made: `POST path` answers a record with an `id`. */
export type Resource = {
  readonly path: string;
  readonly create: Operation;
  /** Lower-case names it may be called by in a foreign key: `invoice`, `invoices`. */
  readonly aliases: readonly string[];
};

/** A member of a body, or a path parameter, that holds the id of a record. */
export type Reference = {
  readonly name: string;
  readonly many: boolean;
  readonly required: boolean;
  /** Where the id may come from, the likeliest first; `null` stands for a made-up value. */
  readonly candidates: readonly (Resource | null)[];
};

export function findResources(document: ApiDocument): Resource[] {
  // Who signs up makes an account, but the accounts are somewhere else.
  const signUp = document.people?.signUp;
  return document.operations
    .filter(({ method, path }) => method === 'post' && !path.endsWith('}') && path !== signUp)
    .flatMap((create) => {
      const made = createdSchema(create);
      const hasId = made !== null && 'id' in flattenSchema(document.root, made).properties;
      return hasId ? [{ path: create.path, create, aliases: aliasesOf(create.path, made) }] : [];
    });
}

function createdSchema(create: Operation): Schema | null {
  const schemas = Object.entries(findResponse(create, 201)?.schemas ?? {});
  return schemas.find(([type]) => isJson(type))?.[1] ?? null;
}

function aliasesOf(path: string, made: Schema): string[] {
  const segment = normalise(lastSegment(path));
  const component = typeof made.$ref === 'string' ? normalise(lastSegment(made.$ref)) : segment;
  return [...new Set([segment, singular(segment), component])];
}

function lastSegment(path: string): string {
  return path.split('/').at(-1) ?? '';
}

function normalise(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}

function singular(word: string): string {
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(ss|sh|ch|x|z)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

function findByName(resources: readonly Resource[], name: string): Resource | null {
  const wanted = normalise(name);
  return resources.find(({ aliases }) => aliases.includes(wanted)) ?? null;
}

/** The members of a body that hold ids: declared by `x-references`, named `...Id`, or of format uuid. */
export function findReferences(
  document: ApiDocument,
  body: Schema,
  resources: readonly Resource[],
): Reference[] {
  const { properties, required } = flattenSchema(document.root, body);
  return Object.entries(properties).flatMap(([name, raw]) => {
    const schema = flattenSchema(document.root, raw);
    const many = schema.types[0] === 'array';
    const item = many && schema.items ? flattenSchema(document.root, schema.items) : schema;
    if (item.types[0] !== 'string' && item.types[0] !== 'integer') return [];
    const declared = schema.references ?? item.references;
    const stem = /^(.+?)_?ids?$/i.exec(name)?.[1] ?? '';
    const known = findByName(resources, declared ?? stem);
    const named = known !== null && (declared !== null || /[a-z]Ids?$|_ids?$/.test(name));
    if (!named && item.format !== 'uuid') return [];
    const candidates = named ? [known] : [null, ...resources];
    // A role may bear the name of another entity, so that only a declaration is certain.
    const others = named && declared === null ? resources.filter((one) => one !== known) : [];
    const all = [...candidates, ...others];
    return [{ name, many, required: required.includes(name), candidates: all }];
  });
}

/** Which record each parameter of a path names, left to right: `/orders/{id}/tags/{tagId}`. */
export function findPathReferences(
  operation: Operation,
  resources: readonly Resource[],
): Reference[] {
  const segments = operation.path.split('/');
  return segments.flatMap((segment, at) => {
    const name = /^\{(.+)\}$/.exec(segment)?.[1];
    if (name === undefined) return [];
    const prefix = segments.slice(0, at).join('/');
    const exact = resources.find(({ path }) => path === prefix);
    const stem = name.replace(/_?id$/i, '');
    const found =
      exact ??
      findByName(resources, stem === '' ? (segments[at - 1] ?? '') : stem) ??
      findByName(resources, segments[at - 1] ?? '');
    const candidates = found ? [found] : [...resources, null];
    return [{ name, many: false, required: true, candidates }];
  });
}
