import type {
  ApiContract,
  ContractOperation,
  GeneratedFile,
  ParentLookup,
  Resource,
} from '@quantumlayer/contracts';
import { staticFiles } from '../templates.ts';
import { indent, tsString } from '../text.ts';
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
import { bodyOf } from './sample-body.ts';
import { boundedIn } from './sample-bounds.ts';
import { withComputable } from './sample-computed.ts';
import { withFileTypes } from './sample-files.ts';
import { bodyInOrder } from './sample-order.ts';
import { rowsFile, rowValues } from './sample-rows.ts';
import { filledFor, refusedIn, servedIn } from './sample-states.ts';
import { sampleValue } from './sample-value.ts';
import { constantText, propertyName } from './shape-text.ts';

/** Tests of the app against its document: requests for every operation, and the rows that they need. */
export function contractTests({ contract }: ContractBlueprint): GeneratedFile[] {
  const document: unknown = JSON.parse(contract.document);
  return [
    ...templateFiles(factsOf(contract), (path) => path.startsWith('tests/')),
    databaseTests(),
    requestsFile(contract, document),
    rowsFile(contract, document),
  ];
}

/** The database is the one that all apps of the stack have, and so are its tests. */
function databaseTests(): GeneratedFile {
  const path = 'tests/app-database.test.ts';
  const own = "import { testDatabase as database } from './support/world.ts';";
  const content = staticFiles.get(path) ?? '';
  return { path, content: content.replace("import { database } from './support/api.ts';", own) };
}

function isOptional({ access }: ContractOperation): boolean {
  return access.for === 'session' && access.optional;
}

/** Whether somebody else is refused: the row is private, and is named by the request. */
function isOwn({ behaviour, access }: ContractOperation): boolean {
  if (!('scope' in behaviour) || access.for !== 'session' || access.orKey) return false;
  const isNamed = behaviour.where.some(({ source }) => source.in === 'path');
  // Who puts what is named among their own makes one of theirs.
  const isAmongOwn = behaviour.where.some(({ source }) => source.in === 'account');
  if (behaviour.kind === 'change' && behaviour.makes && isAmongOwn) return false;
  // Of nothing that is one's own a summary is one of nothing.
  const isOfMany = behaviour.kind === 'list' || behaviour.kind === 'summary';
  return !isOfMany && behaviour.scope !== 'all' && isNamed;
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

type Needed = {
  resource: Resource;
  with: [member: string, resource: string][];
  /** It is somebody else's, since its owner is refused. */
  isOthers: boolean;
  /** Whoever sends the request has a row that names it. */
  joined: ParentLookup['joined'];
  /** What it holds so that the request is served. */
  holds: JsonObject;
  /** There is something below it. */
  isFilled: boolean;
};

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
  const rows = neededRows(contract, document, operation);
  const made = rows.map(({ resource }) => resource.name);
  const named = new Map([...namedRows(operation)].filter(([, { row }]) => made.includes(row)));
  const inPath = parameters
    .filter((one) => one.in === 'path')
    .map(({ name, schema }) => [
      String(name),
      named.get(String(name)) ?? String(sampleValue(document, schema)),
    ]);
  const headers = {
    ...requiredOf(document, parameters, 'header'),
    ...('ifMatch' in operation.behaviour &&
      operation.behaviour.ifMatch !== null && { 'If-Match': '*' }),
  };
  const sample = bodyOf(document, documented);
  const { path, query, body } = withComputable(operation, {
    path: Object.fromEntries(inPath),
    query: {
      ...requiredOf(document, parameters, 'query'),
      ...namedInQuery(contract, document, operation),
      ...claimedInQuery(document, parameters, operation),
    },
    body: sample === null ? null : withFileTypes(contract.resources, operation, sample),
  });
  return `{
  id: ${tsString(operation.id)},
  method: ${tsString(operation.method)},
  path: ${tsString(operation.path)},
  access: ${tsString(isOptional(operation) ? 'everybody' : operation.access.for)},
  isOptional: ${isOptional(operation)},${operation.access.for === 'session' && operation.access.role !== null ? `\n  role: ${tsString(operation.access.role)},` : ''}
  isDetermined: ${operation.behaviour.kind !== 'undetermined'},
  isOwn: ${isOwn(operation)},
  isLogin: ${operation.behaviour.kind === 'login'},${operation.behaviour.kind === 'remove' && operation.behaviour.every ? '\n  isQuiet: true,' : ''}${shownBy(operation)}
  refusedIn: ${constantText(refusedIn(operation, made))},${boundedIn(document, operation)}
  optional: ${constantText(optionalOf(document, parameters))},
  rows: [${rows.map(rowText).join(', ')}],${opensText(operation)}
  parameters: ${constantText(path)},
  query: ${constantText(query)},
  headers: ${constantText(headers)},${sample === null ? '' : `\n  body: { type: ${tsString(sample.type)}, value: ${constantText(withReferences(withoutKey(contract, operation, body), operation, rows))} },`}
},`;
}

function shownBy({ behaviour }: ContractOperation): string {
  return behaviour.kind === 'list' || behaviour.kind === 'groups' || behaviour.kind === 'read'
    ? `\n  shows: ${tsString(behaviour.resource)},`
    : '';
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
  // A new row is of the first version.
  if (behaviour.kind === 'change' && behaviour.expects?.source.in === 'body')
    found[behaviour.expects.source.name] = 1;
  if (behaviour.kind === 'create' && behaviour.moves !== undefined)
    conditions.push({ ...behaviour.moves.to, resource: behaviour.moves.resource });
  for (const { member, source, resource } of conditions)
    if (source.in === 'body' && rows.some((row) => row.resource.name === resource))
      found[source.name] = { $row: resource, member };
  const among = behaviour.kind === 'create' ? behaviour.among : undefined;
  if (among !== undefined && 'name' in among.source)
    found[among.source.name] = { $row: among.of, member: among.list, first: true };
  return Object.keys(found).length === 0 ? value : { ...asObject(value), ...found };
}

function rowText(needed: Needed): string {
  const { resource, with: references, isOthers, joined, holds, isFilled } = needed;
  const more = [
    ...(isOthers ? ['isOthers: true'] : []),
    ...(isFilled ? ['isFilled: true'] : []),
    ...(joined === undefined ? [] : [`joined: ${constantText(joined)}`]),
    ...(Object.keys(holds).length === 0 ? [] : [`holds: ${constantText(holds)}`]),
  ].map((part) => `, ${part}`);
  const of = references.map(([member, target]) => `${propertyName(member)}: ${tsString(target)}`);
  return `{ resource: ${tsString(resource.name)}, with: {${of.length === 0 ? '' : ` ${of.join(', ')} `}}${more.join('')} }`;
}

const NAMING = ['path', 'query', 'body'];

/** The rows that a request names, those above them first. */
function neededRows(
  contract: ApiContract,
  document: unknown,
  operation: ContractOperation,
): Needed[] {
  const { behaviour } = operation;
  if (!('parents' in behaviour)) return [];
  const find = (name: string) => contract.resources.find((one) => one.name === name);
  const names = behaviour.parents.map(({ resource }) => resource);
  const moves = behaviour.kind === 'create' ? behaviour.moves : undefined;
  if (moves !== undefined) names.push(moves.resource);
  // The one row of an account is not named, and may have to be there all the same.
  const isFound = 'makes' in behaviour && behaviour.makes ? NAMING : [...NAMING, 'account'];
  const isNamed = behaviour.where.some(({ source }) => isFound.includes(source.in));
  const isMade =
    !['create', 'list', 'exists', 'groups', 'summary'].includes(behaviour.kind) &&
    (isNamed || behaviour.where.some(({ source }) => source.in === 'parent'));
  if (isMade && !names.includes(behaviour.resource)) names.push(behaviour.resource);
  return names.flatMap((name, at) => {
    const resource = find(name);
    if (resource === undefined) return [];
    const before = names.slice(0, at);
    const references = resource.members.flatMap(({ name: member, refers }): [string, string][] =>
      refers !== undefined && before.includes(refers) ? [[member, refers]] : [],
    );
    const parent = behaviour.parents.find((one) => one.resource === name);
    const isOthers = parent?.others !== undefined;
    const holds = servedIn(contract, document, operation, resource);
    const isFilled = filledFor(operation).includes(name);
    return [{ resource, with: references, isOthers, joined: parent?.joined, holds, isFilled }];
  });
}

function namedRows({ behaviour }: ContractOperation): Map<string, { row: string; member: string }> {
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
      source.in === 'path' ? [[source.name, { row: resource, member }] as const] : [],
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

/** Who signs in says a name and a password, also where the document lets both be left out. */
function claimedInQuery(
  document: unknown,
  parameters: readonly JsonObject[],
  { behaviour }: ContractOperation,
): JsonObject {
  if (behaviour.kind !== 'login') return {};
  const claims = [...behaviour.login.map(({ property }) => property), behaviour.password];
  const wanted = parameters.filter(
    (one) => one.in === 'query' && claims.includes(String(one.name)),
  );
  return Object.fromEntries(
    wanted.map(({ name, schema }) => [String(name), String(sampleValue(document, schema))]),
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
