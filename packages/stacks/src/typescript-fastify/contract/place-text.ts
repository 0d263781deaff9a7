import type {
  ApiContract,
  Condition,
  ContractGuard,
  ContractLimit,
  ExpectedVersion,
  ParentLookup,
  Source,
} from '@quantumlayer/contracts';
import { indent, tsString } from '../text.ts';
import type { AllImports } from './imports.ts';
import { constantText, propertyName } from './shape-text.ts';

export type Writing = { contract: ApiContract; imports: AllImports };

type Placed = {
  where: readonly Condition[];
  parents: readonly ParentLookup[];
  scope: 'all' | 'own-or-hidden' | 'own-or-forbidden';
  opens?: Condition | null | undefined;
  ifMatch?: 'required' | 'optional' | null;
  guards?: readonly ContractGuard[] | undefined;
  orOwnerOf?: string | undefined;
  limit?: ContractLimit | undefined;
  expects?: ExpectedVersion | undefined;
};

/** Which rows an operation is about, as lines of its options. */
export function placeLines(
  writing: Writing,
  { where, parents, scope, opens, ifMatch, guards = [], orOwnerOf, limit, expects }: Placed,
): string[] {
  return [
    ...(parents.length === 0
      ? []
      : [`parents: [${parents.map((parent) => parentText(writing, parent)).join(', ')}],`]),
    ...(where.length === 0 ? [] : [membersLine(writing, 'where', where)]),
    ...(scope === 'all' ? [] : [`scope: ${tsString(scope)},`]),
    ...(orOwnerOf === undefined ? [] : [`orOwnerOf: ${writing.imports.named(orOwnerOf)},`]),
    ...(limit === undefined ? [] : [limitText(writing, limit)]),
    ...(opens == null
      ? []
      : [
          `opens: { member: ${tsString(opens.member)}, source: ${sourceText(writing, opens.source)} },`,
        ]),
    ...(ifMatch == null ? [] : [`ifMatch: ${tsString(ifMatch)},`]),
    ...(expects === undefined
      ? []
      : [
          `expects: { member: ${tsString(expects.member)}, source: ${sourceText(writing, expects.source)}, refusal: ${tsString(expects.refusal)} },`,
        ]),
    ...(guards.length === 0
      ? []
      : [`guards: [\n${indent(guards.map((guard) => guardText(writing, guard)).join('\n'))}\n],`]),
  ];
}

function parentText(
  writing: Writing,
  { resource, where, scope, opens, joined, others, referred }: ParentLookup,
): string {
  const own = scope === 'all' ? '' : `, scope: ${tsString(scope)}`;
  const secret =
    opens === undefined
      ? ''
      : `, opens: { member: ${tsString(opens.member)}, source: ${sourceText(writing, opens.source)} }`;
  const more = [
    joined === undefined ? '' : `, joined: ${ofResource(writing, joined)}`,
    others === undefined ? '' : `, others: ${tsString(others)}`,
    referred ? ', referred: true' : '',
  ].join('');
  return `{ resource: ${writing.imports.named(resource)}, ${membersText(writing, 'where', where)}${own}${secret}${more} }`;
}

export function ofResource(
  { imports }: Writing,
  { resource, by }: { resource: string; by: string },
) {
  return `{ resource: ${imports.named(resource)}, by: ${tsString(by)} }`;
}

function guardText({ imports }: Writing, { of, ...guard }: ContractGuard): string {
  const inner = constantText(guard).slice(1, -1).trim();
  return of === undefined ? `{ ${inner} },` : `{ of: ${imports.named(of)}, ${inner} },`;
}

function limitText({ imports }: Writing, { of, ...limit }: ContractLimit): string {
  const inner = constantText(limit).slice(1, -1).trim();
  return `limit: { of: ${imports.named(of)}, ${inner} },`;
}

export function setLine(writing: Writing, set: readonly Condition[]): string {
  return membersLine(writing, 'set', set);
}

export function membersLine(writing: Writing, name: string, members: readonly Condition[]): string {
  const line = `${membersText(writing, name, members)},`;
  if (line.length <= 90) return line;
  const lines = members.map(
    ({ member, source }) => `${propertyName(member)}: ${sourceText(writing, source)},`,
  );
  return `${name}: {\n${indent(lines.join('\n'))}\n},`;
}

function membersText(writing: Writing, name: string, members: readonly Condition[]): string {
  const inner = members.map(
    ({ member, source }) => `${propertyName(member)}: ${sourceText(writing, source)}`,
  );
  return inner.length === 0 ? `${name}: {}` : `${name}: { ${inner.join(', ')} }`;
}

const SOURCES = {
  path: 'fromPath',
  query: 'fromQuery',
  header: 'fromHeader',
  cookie: 'fromCookie',
  body: 'fromBody',
} as const;

export function sourceText({ imports }: Writing, source: Source): string {
  const from = '../behaviours/sources.ts';
  switch (source.in) {
    case 'constant':
      imports.add(from, 'always');
      return `always(${constantText(source.value)})`;
    case 'account':
      imports.add(from, 'ownKey');
      return 'ownKey';
    case 'now':
      imports.add(from, 'now');
      return 'now';
    case 'parent':
      imports.add(from, 'parentKey');
      return `parentKey(${imports.named(source.name)})`;
    case 'whole-body':
      imports.add(from, 'wholeBody');
      return 'wholeBody';
    default:
      imports.add(from, SOURCES[source.in]);
      return `${SOURCES[source.in]}(${tsString(source.name)})`;
  }
}
