import { wordsOf } from '../assemble/words.ts';
import type { ColumnType, Table, Tables } from '../tables/tables.ts';
import { createTable } from '../tables/tables.ts';
import { isPluralOf, type Member, type Shape } from './collect.ts';
import { columnOfSample, noteShown } from './columns.ts';

/** The shapes of a sample as tables, with links between those that stand in each other or name each other. */
export function toTables(roots: readonly Shape[]): Tables {
  const tables: Tables = { title: null, tables: [], links: [], outOfScope: [] };
  for (const shape of roots) addShape(tables, shape);
  for (const table of tables.tables) addReferences(tables, table);
  return tables;
}

/** Shapes of one name that show the same members are one table. */
function addShape(tables: Tables, shape: Shape): Table {
  const name = freeName(tables, shape);
  const known = tables.tables.find((table) => table.name === name);
  if (known !== undefined) return known;
  const table = createTable(name, shape.line);
  tables.tables.push(table);
  for (const member of shape.members.values()) addMember(tables, table, shape, member);
  return table;
}

function freeName({ tables }: Tables, { name, members }: Shape): string {
  for (let count = 1; ; count += 1) {
    const wanted = count === 1 ? name : `${name} ${count}`;
    const same = tables.find((table) => table.name === wanted);
    const isAlike = same?.columns.every((column) => members.has(column.name));
    if (same === undefined || isAlike === true) return wanted;
  }
}

function addMember(tables: Tables, table: Table, shape: Shape, member: Member): void {
  const missing = shape.count - member.count;
  if (member.isMixed || member.object?.members.size === 0) {
    addJson(tables, table, member, missing);
    return;
  }
  if (member.object !== null) {
    const other = addShape(tables, member.object);
    link(tables, table, other, member, missing === 0);
    return;
  }
  if (member.hasItems) {
    addItems(table, member, missing);
    return;
  }
  const shown = { name: member.name, line: member.line, values: member.scalars, missing };
  const column = columnOfSample(shown, false);
  table.columns.push(column);
  noteShown(tables, table.name, shown, column.type);
  if (member.name.toLowerCase() === 'id' || member.name === '_id') table.primaryKey = [member.name];
}

function addJson({ outOfScope }: Tables, table: Table, member: Member, missing: number): void {
  table.columns.push({
    ...columnOfSample({ ...member, values: [], missing }, false),
    type: { name: 'json', args: [], isArray: false, isUnsigned: false },
    isRequired: missing === 0,
  });
  outOfScope.push({
    what: `members of ${table.name.slice(0, 60)}.${member.name.slice(0, 60)}`,
    line: member.line,
    why: 'The sample shows values of several kinds there, or none; it is kept as JSON.',
  });
}

/** `["red", "blue"]`: a choice of several where the same few come again. */
function addItems(table: Table, member: Member, missing: number): void {
  const distinct = [...new Set(member.items)].filter((item) => typeof item === 'string');
  const isChoice =
    distinct.length === new Set(member.items).size &&
    distinct.length >= 2 &&
    distinct.length <= 20 &&
    distinct.length < member.items.length &&
    distinct.every((item) => item.length <= 40);
  const type: ColumnType = isChoice
    ? { name: 'set', args: [], isArray: false, isUnsigned: false, values: distinct }
    : { name: 'values', args: [], isArray: true, isUnsigned: false };
  table.columns.push({
    ...columnOfSample({ ...member, values: [], missing }, false),
    type,
    isRequired: false,
  });
}

/** A list below an object belongs to it; a single object is what it belongs to. */
function link({ links }: Tables, table: Table, other: Table, member: Member, isAlways: boolean) {
  const common = { key: `${member.name}#${links.length}`, line: member.line };
  links.push(
    member.isList
      ? {
          ...common,
          kind: 'many-to-one',
          from: other.name,
          to: table.name,
          name: null,
          inverse: member.name,
          required: other !== table,
        }
      : {
          ...common,
          kind: 'many-to-one',
          from: table.name,
          to: other.name,
          name: member.name,
          inverse: null,
          required: isAlways && other !== table,
        },
  );
}

/** `customerId` beside a collection of customers. */
function addReferences({ tables }: Tables, table: Table): void {
  for (const { name, line } of table.columns) {
    const words = wordsOf(name);
    if (words.length < 2 || words.at(-1) !== 'id') continue;
    const stem = words.slice(0, -1).join(' ');
    const target = tables.find((each) => isPluralOf(each.name, stem) && each.primaryKey.length > 0);
    if (target === undefined) continue;
    table.foreignKeys.push({ columns: [name], table: target.name, references: null, line });
  }
}
