import type { ApiContract, GeneratedFile, Member, Resource, View } from '@quantumlayer/contracts';
import { importNames, indent, tsString } from '../text.ts';
import { privateReferences } from './private-references.ts';
import { constantText, memberAccess, propertyName } from './shape-text.ts';
import { shareColumn, shareColumns } from './share-column.ts';
import { storedKind } from './stored-kind.ts';

export function fileOf(name: string): string {
  return name.replaceAll(/([a-z\d])([A-Z])/g, '$1-$2').toLowerCase();
}

/** The table of a resource, what there is to know of its members, and how the document shows its rows. */
export function resourceFile(contract: ApiContract, resource: Resource): GeneratedFile {
  const { name, title, table, key, owner } = resource;
  const shares = shareColumns(contract.resources, resource);
  const columns = [
    ...resource.members.flatMap((member) => columnLines(resource, member)),
    ...shares.map(
      ({ property, column }) => `${tsString(property)}: doublePrecision(${tsString(column)}),`,
    ),
  ];
  const views = contract.views.filter((view) => view.resource === name);
  const rules = resource.members.flatMap(ruleOf);
  const numbers = resource.members
    .filter(({ kind }) => kind === 'integer' || kind === 'number')
    .map(({ name: member }) => tsString(member));
  const content = `${imports(contract, resource, views)}
const table = pgTable(${tsString(table)}, {
${indent(columns.join('\n'))}
  [SEQUENCE]: sequence(),
});

export const ${name}: Resource = {
  title: ${tsString(title)},
  table,
  key: { member: ${tsString(key.member)}, made: ${tsString(key.made)} },
  numbers: [${numbers.join(', ')}],
  rules: {${rules.length === 0 ? '' : `\n${indent(rules.join('\n'), 2)}\n  `}},
${owner === null ? '' : `  owner: ${tsString(owner)},\n`}  ${hiddenText(resource)}${resource.tree === null ? '' : `tree: ${tsString(resource.tree)},\n  `}${refersText(contract, resource)}gathered: [${resource.gathered.length === 0 ? '' : `\n${indent(gatheredOf(contract, resource).join('\n'), 2)}\n  `}],
${derivedText(resource)}${orderedText(resource)}};
${views.map((view) => `\n${viewText(resource, view)}`).join('')}`;
  return { path: `src/resources/${fileOf(name)}.ts`, content };
}

function hiddenText({ hidden, party, treeWithin, expires, spent, apart }: Resource): string {
  const parts = Object.entries({ party, hidden, treeWithin, expires, spent, apart }).filter(
    ([, each]) => each !== undefined,
  );
  return parts.map(([name, each]) => `${name}: ${constantText(each)},\n  `).join('');
}

function refersText(contract: ApiContract, resource: Resource): string {
  const found = privateReferences(contract, resource).map(
    ({ name, refers }) => `{ member: ${tsString(name)}, to: () => ${refers} }`,
  );
  return found.length === 0 ? '' : `refers: [${found.join(', ')}],\n  `;
}

function imports(contract: ApiContract, resource: Resource, views: readonly View[]): string {
  const kinds = new Set(resource.members.map(storedKind));
  const builders = ['pgTable'];
  if (kinds.has('integer')) builders.push('bigint');
  if (kinds.has('number') || shareColumns(contract.resources, resource).length > 0)
    builders.push('doublePrecision');
  if (kinds.has('boolean')) builders.push('boolean');
  if (kinds.has('json') || kinds.has('file')) builders.push('jsonb');
  if (kinds.has('text') || kinds.has('password')) builders.push('text');
  const others = new Map<string, Set<string>>();
  const add = (from: string, name: string) =>
    others.set(from, (others.get(from) ?? new Set()).add(name));
  for (const { resource: target } of resource.gathered)
    if (target !== resource.name) add(target, target);
  for (const { refers = resource.name } of privateReferences(contract, resource))
    if (refers !== resource.name) add(refers, refers);
  for (const one of resource.derived ?? [])
    if (one.take === 'lookup' && one.resource !== resource.name) add(one.resource, one.resource);
  for (const view of views)
    for (const { view: inner } of view.properties) {
      const target = contract.views.find(({ name }) => name === inner)?.resource;
      if (inner !== undefined && target !== undefined && target !== resource.name)
        add(target, inner);
    }
  const foreign = [...others].toSorted(([one], [other]) => (fileOf(one) < fileOf(other) ? -1 : 1));
  const isAddressed = views.some(({ properties }) =>
    properties.some(({ address }) => address?.isWhole),
  );
  return [
    importNames(builders, 'drizzle-orm/pg-core'),
    ...(isAddressed ? [importNames(['addressOf'], '../contract/addresses.ts')] : []),
    importNames([...(kinds.has('file') ? ['bytes'] : []), 'sequence'], '../records/columns.ts'),
    importNames(
      ['type Resource', ...(views.length > 0 ? ['type Row'] : []), 'SEQUENCE'],
      '../records/resource.ts',
    ),
    ...foreign.map(([target, names]) => importNames(names, `./${fileOf(target)}.ts`)),
  ].join('');
}

function columnLines({ key }: Resource, member: Member): string[] {
  const { name, column } = member;
  const property = propertyName(name);
  const primary = name === key.member ? '.primaryKey()' : '';
  const own = tsString(column);
  switch (storedKind(member)) {
    case 'integer':
      return [`${property}: bigint(${own}, { mode: 'number' })${primary},`];
    case 'number':
      return [`${property}: doublePrecision(${own}),`];
    case 'boolean':
      return [`${property}: boolean(${own}),`];
    case 'json':
      return [`${property}: jsonb(${own}),`];
    case 'file':
      return [
        `${property}: bytes(${own}),`,
        `${tsString(`${name}.about`)}: jsonb(${tsString(`${column}_about`)}),`,
      ];
    default:
      return [`${property}: text(${own})${primary},`];
  }
}

/** Most members are what clients give, and need no word. */
function ruleOf(member: Member): string[] {
  const parts = [
    ...(member.made === undefined ? [] : [`made: ${tsString(member.made)}`]),
    ...(member.numberedBy === undefined ? [] : [`numberedBy: ${tsString(member.numberedBy)}`]),
    ...(member.shows === undefined ? [] : [`shows: [${member.shows.map(tsString).join(', ')}]`]),
    ...(member.mediaTypes === undefined
      ? []
      : [`types: [${member.mediaTypes.map(tsString).join(', ')}]`]),
    ...(member.maxBytes === undefined ? [] : [`maxBytes: ${member.maxBytes}`]),
    ...(member.caseless ? ['caseless: true'] : []),
    ...(member.hashed ? ['hashed: true'] : []),
    ...(member.lasts === undefined ? [] : [`lasts: ${constantText(member.lasts)}`]),
    ...(member.otherwise === undefined ? [] : [`otherwise: ${tsString(member.otherwise)}`]),
    ...(member.slugOf === undefined ? [] : [`slugOf: ${tsString(member.slugOf)}`]),
    ...(member.startsAs === undefined ? [] : [`startsAs: ${tsString(member.startsAs)}`]),
    ...(member.default === undefined ? [] : [`initial: ${constantText(member.default)}`]),
    ...(member.file === undefined
      ? []
      : [`file: { of: ${tsString(member.file.of)}, fact: ${tsString(member.file.fact)} }`]),
    ...(member.kind === 'file' || member.kind === 'password' || member.kind === 'json'
      ? [`kind: ${tsString(member.kind)}`]
      : []),
  ];
  return parts.length === 0 ? [] : [`${propertyName(member.name)}: { ${parts.join(', ')} },`];
}

function gatheredOf({ resources }: ApiContract, { gathered }: Resource): string[] {
  return gathered.map(({ name, resource, by, take, member, when = [], order, ...more }) => {
    const below = resources.find((one) => one.name === resource);
    const taken = below?.members.find((one) => one.name === member);
    const isShare = take === 'average' && taken?.kind === 'boolean';
    const column = isShare ? shareColumn(taken).property : member;
    const of = column === undefined ? '' : `, member: ${tsString(column)}`;
    const only =
      when.length === 0 ? '' : `, when: [${when.map((one) => constantText(one)).join(', ')}]`;
    const sorted = order === undefined ? '' : `, order: ${constantText(order)}`;
    const extra = Object.entries(more).map(([key, value]) => `, ${key}: ${constantText(value)}`);
    return `{ name: ${tsString(name)}, from: () => ${resource}, by: ${tsString(by)}, take: ${tsString(take)}${of}${only}${sorted}${extra.join('')} },`;
  });
}

function orderedText({ ordered = [] }: Resource): string {
  if (ordered.length === 0) return '';
  return `  ordered: [${ordered.map((one) => constantText(one)).join(', ')}],\n`;
}

function derivedText({ derived = [] }: Resource): string {
  if (derived.length === 0) return '';
  const lines = derived.map((one) => {
    if (one.take !== 'lookup' && one.take !== 'product') return `${constantText(one)},`;
    const own = `name: ${tsString(one.name)}, take: ${tsString(one.take)}`;
    return one.take === 'product'
      ? `{ ${own}, of: [${one.of.map(tsString).join(', ')}] },`
      : `{ ${own}, by: ${tsString(one.by)}, from: () => ${one.resource}, member: ${tsString(one.member)} },`;
  });
  return `  derived: [\n${indent(lines.join('\n'), 2)}\n  ],\n`;
}

/** The path with the key in its place, behind the name of this server where the document wants all of it. */
function addressText(
  { path, isWhole }: NonNullable<View['properties'][number]['address']>,
  key: string,
): string {
  const [before = '', after = ''] = path.split('{key}');
  const template = `\`${before}\${encodeURIComponent(String(${key}))}${after}\``;
  return isWhole ? `addressOf(${template})` : template;
}

function viewText({ members, gathered }: Resource, { name, properties }: View): string {
  const isNumberAsText = (from: string) =>
    members.some((one) => one.name === from && one.kind === 'text' && storedKind(one) !== 'text');
  const isAverage = (from: string) =>
    gathered.some((one) => one.name === from && one.take === 'average');
  const isTree = properties.some(({ view }) => view === name);
  const lines = properties.map(({ name: shown, from, keepNull, view, address }) => {
    const value = memberAccess('row', from);
    if (view !== undefined)
      return `${propertyName(shown)}: (${value} as Row[]).map(${view}), // rows, see \`gathered\``;
    if (address !== undefined) return `${propertyName(shown)}: ${addressText(address, value)},`;
    if (isNumberAsText(from)) return `${propertyName(shown)}: String(${value}),`;
    const empty = isAverage(from) ? 0 : undefined;
    return `${propertyName(shown)}: ${value}${keepNull ? '' : ` ?? ${empty}`},`;
  });
  return `export const ${name} = (row: Row)${isTree ? ': Row' : ''} => ({\n${indent(lines.join('\n'))}\n});\n`;
}
