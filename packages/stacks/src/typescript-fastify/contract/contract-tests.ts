import type {
  ApiContract,
  ContractOperation,
  GeneratedFile,
  Resource,
} from '@quantumlayer/contracts';
import { importNames, indent, inImportOrder, tsString } from '../text.ts';
import { templateFiles } from './contract-app.ts';
import type { ContractBlueprint } from './contract-blueprint.ts';
import { factsOf } from './contract-facts.ts';
import {
  asList,
  asObject,
  behindReferences,
  type JsonObject,
  operationAt,
} from './document-place.ts';
import { fileOf } from './resource-file.ts';
import { bodyInOrder, inOrder } from './sample-order.ts';
import { joined, samplePattern, sampleValue } from './sample-value.ts';
import { constantText, propertyName } from './shape-text.ts';

/** Tests of the app against its document: requests for every operation, and the rows that they need. */
export function contractTests({ contract }: ContractBlueprint): GeneratedFile[] {
  const document: unknown = JSON.parse(contract.document);
  return [
    ...templateFiles(factsOf(contract), (path) => path.startsWith('tests/')),
    requestsFile(contract, document),
    rowsFile(contract, document),
  ];
}

function isOptional({ access }: ContractOperation): boolean {
  return access.for === 'session' && access.optional;
}

/** Whether somebody else is refused: the row is private, and is named by the request. */
function isOwn({ behaviour, access }: ContractOperation): boolean {
  if (!('scope' in behaviour) || access.for !== 'session' || access.orKey) return false;
  const isNamed = behaviour.where.some(({ source }) => source.in === 'path');
  return behaviour.kind !== 'list' && behaviour.scope !== 'all' && isNamed;
}

function optionalOf(document: unknown, parameters: readonly JsonObject[]): JsonObject {
  const free = parameters.filter((one) => one.in === 'query' && one.required !== true);
  return Object.fromEntries(
    free.map(({ name, schema }) => {
      const value = sampleValue(document, schema);
      return [String(name), Array.isArray(value) ? value.join(',') : String(value)];
    }),
  );
}

/** The secret that a request has to bring: of the row itself, or of one around it. */
function opensText({ behaviour }: ContractOperation): string {
  const own =
    'opens' in behaviour && behaviour.opens != null
      ? [{ resource: behaviour.resource, opens: behaviour.opens }]
      : [];
  const around = 'parents' in behaviour ? behaviour.parents : [];
  for (const { resource, opens } of [...own, ...around]) {
    if (opens === undefined || !('name' in opens.source)) continue;
    if (!['header', 'query', 'body'].includes(opens.source.in)) continue;
    const { member, source } = opens;
    return `\n  opens: { row: ${tsString(resource)}, member: ${tsString(member)}, in: ${tsString(source.in)}, name: ${tsString(source.name)} },`;
  }
  return '';
}

type Needed = { resource: Resource; with: [member: string, resource: string][] };

/** A request that the document allows, for each operation. */
function requestsFile(contract: ApiContract, document: unknown): GeneratedFile {
  const requests = contract.operations.map((operation) =>
    requestText(contract, document, operation),
  );
  const content = `import type { SampleRequest } from './send.ts';

/** A valid request for every operation of the document; paths take members of rows that are made before. */
export const requests: readonly SampleRequest[] = [
${indent(requests.join('\n'))}
];
`;
  return { path: 'tests/support/requests.ts', content };
}

function requestText(
  contract: ApiContract,
  document: unknown,
  operation: ContractOperation,
): string {
  const { item, operation: documented } = operationAt(document, operation.path, operation.method);
  const parameters = [...asList(item.parameters), ...asList(documented.parameters)].map((one) =>
    behindReferences(document, one),
  );
  const rows = neededRows(contract, operation);
  const named = namedRows(operation);
  const path = parameters
    .filter((one) => one.in === 'path')
    .map(({ name, schema }) => {
      const row = named.get(String(name));
      const value =
        row === undefined
          ? constantText(String(sampleValue(document, schema)))
          : `{ row: ${tsString(row.resource)}, member: ${tsString(row.member)} }`;
      return `${propertyName(String(name))}: ${value}`;
    });
  const query = {
    ...requiredOf(document, parameters, 'query'),
    ...namedInQuery(contract, document, operation),
  };
  const headers = {
    ...requiredOf(document, parameters, 'header'),
    ...('ifMatch' in operation.behaviour &&
      operation.behaviour.ifMatch !== null && { 'If-Match': '*' }),
  };
  const body = bodyOf(document, documented);
  return `{
  id: ${tsString(operation.id)},
  method: ${tsString(operation.method)},
  path: ${tsString(operation.path)},
  access: ${tsString(isOptional(operation) ? 'everybody' : operation.access.for)},
  isOptional: ${isOptional(operation)},${operation.access.for === 'session' && operation.access.role !== null ? `\n  role: ${tsString(operation.access.role)},` : ''}
  isDetermined: ${operation.behaviour.kind !== 'undetermined'},
  isOwn: ${isOwn(operation)},
  isLogin: ${operation.behaviour.kind === 'login'},
  optional: ${constantText(optionalOf(document, parameters))},
  rows: [${rows.map(rowText).join(', ')}],${opensText(operation)}
  parameters: ${path.length === 0 ? '{}' : `{ ${path.join(', ')} }`},
  query: ${constantText(query)},
  headers: ${constantText(headers)},${body === null ? '' : `\n  body: { type: ${tsString(body.type)}, value: ${constantText(withReferences(withoutKey(contract, operation, body.value), operation, rows))} },`}
},`;
}

/** A key that clients may leave out is left out, since the next request would bring the same one; moments come in their order. */
function withoutKey(
  { resources }: ApiContract,
  operation: ContractOperation,
  value: unknown,
): unknown {
  const { behaviour } = operation;
  const resource =
    'resource' in behaviour ? resources.find(({ name }) => name === behaviour.resource) : undefined;
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (resource === undefined || !('set' in behaviour) || !isObject) return value;
  const ordered = bodyInOrder(resources, operation, asObject(value));
  const isFree = resource.key.made === 'either' && behaviour.kind === 'create';
  const tree = behaviour.set.find(({ member }) => member === resource.tree)?.source;
  const left = [isFree ? resource.key.member : '', tree?.in === 'body' ? tree.name : ''];
  return Object.fromEntries(Object.entries(ordered).filter(([name]) => !left.includes(name)));
}

/** Members of the body that name rows are filled when these are made. */
function withReferences(
  value: unknown,
  { behaviour }: ContractOperation,
  rows: readonly Needed[],
): unknown {
  if (!('parents' in behaviour)) return value;
  const found: Record<string, unknown> = {};
  const conditions = [
    ...behaviour.where.map((one) => ({ ...one, resource: behaviour.resource })),
    ...behaviour.parents.flatMap(({ resource, where }) =>
      where.map((one) => ({ ...one, resource })),
    ),
  ];
  for (const { member, source, resource } of conditions)
    if (source.in === 'body' && rows.some((row) => row.resource.name === resource))
      found[source.name] = { $row: resource, member };
  return Object.keys(found).length === 0 ? value : { ...asObject(value), ...found };
}

function rowText({ resource, with: references }: Needed): string {
  const of = references.map(([member, target]) => `${propertyName(member)}: ${tsString(target)}`);
  return `{ resource: ${tsString(resource.name)}, with: {${of.length === 0 ? '' : ` ${of.join(', ')} `}} }`;
}

/** The rows that a request names, those above them first. */
function neededRows({ resources }: ApiContract, { behaviour }: ContractOperation): Needed[] {
  if (!('parents' in behaviour)) return [];
  const find = (name: string) => resources.find((one) => one.name === name);
  const names = behaviour.parents.map(({ resource }) => resource);
  const isNamed = behaviour.where.some(({ source }) =>
    ['path', 'query', 'body'].includes(source.in),
  );
  const isMade =
    behaviour.kind !== 'create' &&
    behaviour.kind !== 'list' &&
    (isNamed || behaviour.where.some(({ source }) => source.in === 'parent'));
  if (isMade && !names.includes(behaviour.resource)) names.push(behaviour.resource);
  return names.flatMap((name, at) => {
    const resource = find(name);
    if (resource === undefined) return [];
    const before = names.slice(0, at);
    const references = resource.members.flatMap(({ name: member, refers }): [string, string][] =>
      refers !== undefined && before.includes(refers) ? [[member, refers]] : [],
    );
    return [{ resource, with: references }];
  });
}

function namedRows({
  behaviour,
}: ContractOperation): Map<string, { resource: string; member: string }> {
  if (!('parents' in behaviour)) return new Map();
  const own = behaviour.where.map(({ member, source }) => ({
    resource: behaviour.resource,
    member,
    source,
  }));
  const parents = behaviour.parents.flatMap(({ resource, where }) =>
    where.map(({ member, source }) => ({ resource, member, source })),
  );
  return new Map(
    [...own, ...parents].flatMap(({ resource, member, source }) =>
      source.in === 'path' ? [[source.name, { resource, member }] as const] : [],
    ),
  );
}

/** Values of the query by which a row is found: those that rows of tests have. */
function namedInQuery(
  contract: ApiContract,
  document: unknown,
  { behaviour }: ContractOperation,
): JsonObject {
  if (!('parents' in behaviour)) return {};
  const conditions = behaviour.parents.flatMap(({ resource, where }) =>
    where.map(({ member, source }) => ({ resource, member, source })),
  );
  return Object.fromEntries(
    conditions.flatMap(({ resource: name, member, source }) => {
      const resource = contract.resources.find((one) => one.name === name);
      if (source.in !== 'query' || resource === undefined) return [];
      const value = rowValues(contract, document, resource)[member];
      return value === undefined ? [] : [[source.name, String(value)]];
    }),
  );
}

function requiredOf(
  document: unknown,
  parameters: readonly JsonObject[],
  place: string,
): JsonObject {
  const wanted = parameters.filter(
    (one) =>
      one.in === place && one.required === true && !/^authorization$/i.test(String(one.name)),
  );
  return Object.fromEntries(
    wanted.map(({ name, schema }) => [String(name), String(sampleValue(document, schema))]),
  );
}

function bodyOf(document: unknown, operation: JsonObject): { type: string; value: unknown } | null {
  const content = Object.entries(
    asObject(behindReferences(document, operation.requestBody).content),
  );
  const [type, media] =
    content.find(([each]) => /json/.test(each)) ??
    content.find(([each]) => /multipart/.test(each)) ??
    content[0] ??
    [];
  if (type === undefined) return null;
  return {
    type: type.includes('*') ? 'application/octet-stream' : type,
    value: sampleValue(document, asObject(media).schema ?? { type: 'string', format: 'binary' }),
  };
}

/** What rows hold that tests put into the database themselves. */
function rowsFile(contract: ApiContract, document: unknown): GeneratedFile {
  const { resources, accounts } = contract;
  const entries = resources.map((resource) => {
    const values = Object.entries(rowValues(contract, document, resource));
    const references = resource.members.flatMap(({ name, refers }) => {
      const target = refers ?? lookedUpIn(resource, name);
      return target === undefined || name === resource.owner
        ? []
        : [`${propertyName(name)}: ${tsString(target)}`];
    });
    const unique = [
      resource.key.made === 'client' ? resource.key.member : '',
      ...resource.members.filter((one) => one.unique).map(({ name }) => name),
      ...resource.uniqueTogether.flat(),
    ].filter(
      (name) => name !== '' && !references.some((one) => one.startsWith(propertyName(name))),
    );
    return `${resource.name}: {
  resource: ${resource.name},
  values: ${constantText(Object.fromEntries(values))},
  references: {${references.length === 0 ? '' : ` ${references.join(', ')} `}},
  files: [${resource.members
    .filter(({ kind }) => kind === 'file')
    .map(({ name }) => tsString(name))
    .join(', ')}],
  unique: {${unique.length === 0 ? '' : ` ${[...new Set(unique)].map((name) => `${propertyName(name)}: ${constantText(samplesOf(contract, document, resource, name))}`).join(', ')} `}},
},`;
  });
  const statements = [
    ...resources.map(({ name }) => importNames([name], `../../src/resources/${fileOf(name)}.ts`)),
    importNames(['type SampleRow'], './world.ts'),
  ];
  const content = `${inImportOrder(statements)}
/** Rows for tests; \`unique\` members differ from row to row. */
export const rows: Readonly<Record<string, SampleRow>> = {
${indent(entries.join('\n'))}
};
${accounts === null ? '' : `\n/** The resource of who signs in. */\nexport const ACCOUNT = ${tsString(accounts.resource)};\n`}`;
  return { path: 'tests/support/rows.ts', content };
}

/** The resource in which a row reads what it shows of the record that a member names. */
function lookedUpIn({ derived = [] }: Resource, member: string): string | undefined {
  for (const one of derived) if (one.take === 'lookup' && one.by === member) return one.resource;
  return undefined;
}

const SAMPLES = 150;

/** Different values of a member whose form is more than any text; none where any text does. */
function samplesOf(
  { operations }: ApiContract,
  document: unknown,
  resource: Resource,
  name: string,
): unknown[] {
  for (const { behaviour, path, method } of operations) {
    if (
      (behaviour.kind !== 'create' && behaviour.kind !== 'change') ||
      behaviour.resource !== resource.name
    )
      continue;
    const source = behaviour.set.find(({ member }) => member === name)?.source;
    if (source?.in !== 'body') continue;
    const schema = propertyOf(document, operationAt(document, path, method).operation, source.name);
    if (typeof schema.pattern === 'string')
      return [
        ...new Set(Array.from({ length: SAMPLES }, (_, at) => samplePattern(schema, at + 1))),
      ];
  }
  return [];
}

function propertyOf(document: unknown, operation: JsonObject, name: string): JsonObject {
  const [media] = Object.values(
    asObject(behindReferences(document, operation.requestBody).content),
  );
  const schema = joined(document, asObject(media).schema, 0);
  const item = schema.items === undefined ? schema : joined(document, schema.items, 0);
  return joined(document, asObject(item.properties)[name], 0);
}

/** Values of members as a client would give them, by the bodies of the operations that make and change rows. */
function rowValues(
  { operations, accounts }: ApiContract,
  document: unknown,
  resource: Resource,
): JsonObject {
  const values: Record<string, unknown> = {};
  for (const { behaviour, path, method } of operations) {
    if (
      (behaviour.kind !== 'create' && behaviour.kind !== 'change') ||
      behaviour.resource !== resource.name
    )
      continue;
    const body = bodyOf(document, operationAt(document, path, method).operation);
    const sample = asObject(Array.isArray(body?.value) ? body.value[0] : body?.value);
    for (const { member, source } of behaviour.set) {
      const isFree = member === resource.key.member && resource.key.made === 'either';
      if (isFree || member === resource.tree) continue;
      const kind = resource.members.find(({ name }) => name === member)?.kind;
      if (
        source.in === 'body' &&
        kind !== 'file' &&
        kind !== 'password' &&
        sample[source.name] !== undefined
      )
        values[member] ??= sample[source.name];
    }
  }
  for (const { name, kind } of resource.members) {
    if (accounts?.resource === resource.name && accounts.logins.includes(name))
      values[name] ??= 'someone@example.com';
    const isNamed = operations.some(
      ({ behaviour }) =>
        'where' in behaviour &&
        behaviour.resource === resource.name &&
        behaviour.where.some(({ member }) => member === name),
    );
    const isPlain = kind === 'integer' || kind === 'text';
    const isOwn = resource.members.some(
      (one) => one.name === name && (one.refers !== undefined || one.made !== undefined),
    );
    if (isNamed && isPlain && !isOwn && name !== resource.key.member)
      values[name] ??= kind === 'integer' ? 7 : 'sample';
    if (name === resource.key.member && resource.key.made === 'client')
      values[name] ??= kind === 'integer' ? 7 : 'sample';
  }
  showToAll(values, document, { operations, resource });
  const { owner } = resource;
  const own = Object.fromEntries(Object.entries(values).filter(([name]) => name !== owner));
  return inOrder(resource, own);
}

/** A row that everybody sees: in another state than the one that is hidden. */
function showToAll(
  values: Record<string, unknown>,
  document: unknown,
  { operations, resource }: { operations: ApiContract['operations']; resource: Resource },
): void {
  const { hidden } = resource;
  if (hidden === undefined || (values[hidden.member] === hidden.value) === (hidden.not === true))
    return;
  if (typeof hidden.value === 'boolean') values[hidden.member] = !hidden.value;
  for (const { behaviour, path, method } of operations) {
    if (behaviour.kind !== 'create' && behaviour.kind !== 'change') continue;
    const source = behaviour.set.find(({ member }) => member === hidden.member)?.source;
    if (behaviour.resource !== resource.name || source?.in !== 'body') continue;
    const { enum: choices } = propertyOf(
      document,
      operationAt(document, path, method).operation,
      source.name,
    );
    const other = asList(choices).find((each) => each !== hidden.value);
    if (other !== undefined) values[hidden.member] = other;
  }
}
