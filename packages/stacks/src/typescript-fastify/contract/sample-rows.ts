import type { ApiContract, Condition, GeneratedFile, Resource } from '@quantumlayer/contracts';
import { importNames, indent, inImportOrder, tsString } from '../text.ts';
import {
  asList,
  asObject,
  behindReferences,
  type JsonObject,
  operationAt,
} from './document-place.ts';
import { fileOf } from './resource-file.ts';
import { bodyOf } from './sample-body.ts';
import { inOrder } from './sample-order.ts';
import { joined, samplePattern } from './sample-value.ts';
import { constantText, propertyName } from './shape-text.ts';

/** What rows hold that tests put into the database themselves. */
export function rowsFile(contract: ApiContract, document: unknown): GeneratedFile {
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
      ...resource.uniqueTogether.flatMap((group) => {
        // A choice among few is no value of its own, where another member of the group can be any.
        const free = group.filter(
          (name) => choicesOf(contract, document, resource, name).length === 0,
        );
        return free.length > 0 ? free : group;
      }),
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
    const named = behaviour.where.find(({ member }) => member === name)?.source;
    if (named?.in === 'path') {
      const { item, operation } = operationAt(document, path, method);
      const parameters = [...asList(item.parameters), ...asList(operation.parameters)];
      const found = parameters
        .map((one) => behindReferences(document, one))
        .find((one) => one.in === 'path' && one.name === named.name);
      const schema = joined(document, found?.schema, 0);
      if (typeof schema.pattern === 'string') return samplesLike(schema);
    }
    const source = behaviour.set.find(({ member }) => member === name)?.source;
    if (source?.in !== 'body') continue;
    const schema = propertyOf(document, operationAt(document, path, method).operation, source.name);
    if (typeof schema.pattern === 'string') return samplesLike(schema);
  }
  return [];
}

/** Different texts of one pattern. */
function samplesLike(schema: JsonObject): unknown[] {
  return [...new Set(Array.from({ length: SAMPLES }, (_, at) => samplePattern(schema, at + 1)))];
}

/** The schema of a member of the body of an operation, or of its items. */
export function propertyOf(document: unknown, operation: JsonObject, name: string): JsonObject {
  const [media] = Object.values(
    asObject(behindReferences(document, operation.requestBody).content),
  );
  const schema = joined(document, asObject(media).schema, 0);
  const item = schema.items === undefined ? schema : joined(document, schema.items, 0);
  return joined(document, asObject(item.properties)[name], 0);
}

/** Values of members as a client would give them, by the bodies of the operations that make and change rows. */
export function rowValues(
  contract: ApiContract,
  document: unknown,
  resource: Resource,
): JsonObject {
  const { operations, accounts } = contract;
  const values: Record<string, unknown> = {};
  for (const { behaviour, path, method } of operations) {
    const set = setOf(behaviour, resource);
    if (set.length === 0) continue;
    const body = bodyOf(document, operationAt(document, path, method).operation);
    const sample = asObject(Array.isArray(body?.value) ? body.value[0] : body?.value);
    for (const { member, source } of set) {
      const isFree = member === resource.key.member && resource.key.made === 'either';
      if (isFree || member === resource.tree) continue;
      if (behaviour.kind === 'calculate' && source.in === 'constant')
        values[member] ??= source.value;
      const kind = resource.members.find(({ name }) => name === member)?.kind;
      if (source.in === 'whole-body' && kind === 'text' && typeof body?.value === 'string')
        values[member] ??= body.value;
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
  for (const member of takenFrom(operations, resource)) values[member] = MUCH;
  for (const { behaviour } of operations) {
    if (!('resource' in behaviour) || behaviour.resource !== resource.name) continue;
    const leads = 'answer' in behaviour ? behaviour.answer.body : null;
    if (leads?.as === 'redirect' && !URL.canParse(String(values[leads.member])))
      values[leads.member] = 'https://example.com/';
  }
  showToAll(values, contract, document, resource);
  const { owner, key } = resource;
  // An account that is known by its name is its own.
  const own = Object.fromEntries(
    Object.entries(values).filter(([name]) => name !== owner || name === key.member),
  );
  return inOrder(resource, own);
}

/** What an operation says of a row that it makes, changes or keeps of a change. */
function setOf(
  behaviour: ApiContract['operations'][number]['behaviour'],
  { name }: Resource,
): readonly Condition[] {
  if (behaviour.kind === 'calculate') {
    const { logs } = behaviour;
    if (logs?.resource !== name) return [];
    const result: Condition[] =
      logs.result === null
        ? []
        : [{ member: logs.result, source: { in: 'constant', value: RESULT } }];
    return [...logs.set, ...result];
  }
  if (behaviour.kind !== 'create' && behaviour.kind !== 'change') return [];
  if (behaviour.resource === name) return behaviour.set;
  const logs = behaviour.kind === 'change' ? behaviour.logs : undefined;
  return logs?.resource === name ? logs.set : [];
}

/** A row that everybody sees: in another state than the one that is hidden. */
function showToAll(
  values: Record<string, unknown>,
  contract: ApiContract,
  document: unknown,
  resource: Resource,
): void {
  const { hidden } = resource;
  if (hidden === undefined || (values[hidden.member] === hidden.value) === (hidden.not === true))
    return;
  const other = otherChoice(contract, document, resource, hidden);
  if (other !== undefined) values[hidden.member] = other;
}

/** The values that the document lets be given for a member, where they are few. */
function choicesOf(
  { operations }: ApiContract,
  document: unknown,
  { name: resource }: Resource,
  member: string,
): readonly unknown[] {
  for (const { behaviour, path, method } of operations) {
    if (behaviour.kind !== 'create' && behaviour.kind !== 'change') continue;
    const source = behaviour.set.find((one) => one.member === member)?.source;
    if (behaviour.resource !== resource || source?.in !== 'body') continue;
    const { operation } = operationAt(document, path, method);
    const choices = asList(propertyOf(document, operation, source.name).enum);
    if (choices.length > 0) return choices;
  }
  return [];
}

/** Another value of a member than this one, among those that the document lets be given. */
export function otherChoice(
  contract: ApiContract,
  document: unknown,
  resource: Resource,
  { member, value }: { member: string; value?: unknown },
): unknown {
  if (typeof value === 'boolean') return !value;
  return choicesOf(contract, document, resource, member).find((each) => each !== value);
}

const RESULT = 3;
const MUCH = 1_000_000;

/** Numbers from which requests take something: there has to be something. */
function takenFrom(operations: ApiContract['operations'], { name }: Resource): string[] {
  return operations.flatMap(({ behaviour }) => {
    if (behaviour.kind === 'increment' && behaviour.amount !== undefined)
      return behaviour.resource === name ? [behaviour.member] : [];
    const moves = behaviour.kind === 'create' ? behaviour.moves : undefined;
    return moves?.resource === name ? [moves.member] : [];
  });
}
