import type { Behaviour, ContractFilter } from '@quantumlayer/contracts';
import { indent, tsString } from '../text.ts';
import type { AllImports } from './imports.ts';
import { constantText, propertyName } from './shape-text.ts';

type List = Extract<Behaviour, { kind: 'list' }>;

const MATCHES: Readonly<Record<ContractFilter['match'], string>> = {
  equals: 'equals',
  contains: 'contains',
  'at-least': 'atLeast',
  'at-most': 'atMost',
  'one-of': 'oneOf',
  'starts-with': 'startsWith',
  before: 'before',
  after: 'after',
  'on-day': 'onDay',
  'any-left': 'anyLeft',
  switched: 'switched',
  'all-of': 'allOf',
  'has-room': 'hasRoom',
};

/** What parameters a removal of several is kept to. */
export function filtersLine(filters: readonly ContractFilter[], imports: AllImports): string[] {
  const conditions = filters.map(({ parameter, member, match }) => {
    imports.add('../behaviours/filters.ts', MATCHES[match]);
    return `${MATCHES[match]}(${tsString(parameter)}, ${tsString(member)})`;
  });
  return conditions.length === 0 ? [] : [listLine('filters', conditions)];
}

/** How a list is filtered, sorted and cut into pages. */
export function listingLines(
  { filters, search, sort, paging, through, except = [], ranges = [] }: List,
  imports: AllImports,
): string[] {
  const conditions = filters.map(({ parameter, member, match, of, room }) => {
    imports.add('../behaviours/filters.ts', MATCHES[match]);
    const taken = [parameter, member, ...(of === undefined ? [] : [of])].map(tsString);
    if (room !== undefined) taken.push(roomText(room, imports));
    return `${MATCHES[match]}(${taken.join(', ')})`;
  });
  if (search !== null) {
    const name = search.in === 'body' ? 'searchesBody' : 'searches';
    imports.add('../behaviours/filters.ts', name);
    conditions.push(`${name}(${[search.parameter, ...search.members].map(tsString).join(', ')})`);
  }
  return [
    ...(conditions.length === 0 ? [] : [listLine('filters', conditions)]),
    ...(through === undefined
      ? []
      : [
          `through: { resource: ${imports.named(through.resource)}, by: ${tsString(through.by)} },`,
        ]),
    ...(sort === null ? [] : sortLines(sort)),
    ...(paging === null ? [] : [pagingLine(paging)]),
    ...(ranges.length === 0
      ? []
      : [
          listLine(
            'ranges',
            ranges.map((one) => constantText(one)),
          ),
        ]),
    ...(except.length === 0
      ? []
      : [
          listLine(
            'except',
            except.map((one) => constantText(one)),
          ),
        ]),
  ];
}

function roomText(
  { resource, by, when }: NonNullable<ContractFilter['room']>,
  imports: AllImports,
): string {
  const states = when.map((one) => constantText(one)).join(', ');
  return `{ resource: ${imports.named(resource)}, by: ${tsString(by)}, when: [${states}] }`;
}

function listLine(name: string, items: readonly string[]): string {
  const line = `${name}: [${items.join(', ')}],`;
  return line.length <= 90
    ? line
    : `${name}: [\n${indent(items.map((item) => `${item},`).join('\n'))}\n],`;
}

function orderText({
  member,
  descending,
}: {
  member: string;
  descending?: boolean | undefined;
}): string {
  return `{ member: ${tsString(member)}, descending: ${descending === true} }`;
}

function sortLines({ parameter, direction, by, initial }: NonNullable<List['sort']>): string[] {
  const lines = [
    ...(parameter === null ? [] : [`parameter: ${tsString(parameter)},`]),
    ...(direction === null ? [] : [`direction: ${tsString(direction)},`]),
    `by: {${by.length === 0 || parameter === null ? '' : `\n${indent(by.map((one) => `${propertyName(one.value)}: ${orderText(one)},`).join('\n'))}\n`}},`,
    ...(initial === null ? [] : [`initial: ${orderText(initial)},`]),
  ];
  return ['sort: {', indent(lines.join('\n')), '},'];
}

function pagingLine({ by, at, size, first, initial, most }: NonNullable<List['paging']>): string {
  const parts = [
    `by: ${tsString(by)}`,
    ...(at === null ? [] : [`at: ${tsString(at)}`]),
    ...(size === null ? [] : [`size: ${tsString(size)}`]),
    ...[`first: ${first}`, `initial: ${initial}`, `most: ${most}`],
  ];
  return `paging: { ${parts.join(', ')} },`;
}
