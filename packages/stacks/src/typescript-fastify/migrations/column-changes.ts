import { sqlName, sqlString } from '../text.ts';
import type { Column, Table } from './schema.ts';

/** SQL of a value for rows that are there, by `table.column`. */
export type Fills = ReadonlyMap<string, string>;

export type ColumnChanges = {
  statements: string[];
  /** Columns that are dropped with what is in them. */
  losses: string[];
  /** Required now, without a value for the rows that are there. */
  unfilled: string[];
  /** Columns that are made again or have another type: what stands on them is made again too. */
  remade: string[];
};

/** The change is none that a migration of this stack can make. */
class MigrationImpossible extends Error {
  constructor(what: string) {
    super(`${what} cannot be changed by a migration`);
    this.name = 'MigrationImpossible';
  }
}

/** From the columns of a table to those of its next version. */
export function columnChanges(before: Table, after: Table, fills: Fills): ColumnChanges {
  const table = sqlName(after.name);
  const alter = (change: string) => `alter table ${table} ${change};`;
  const old = [...before.columns.values()];
  const next = [...after.columns.values()];
  const lost = old.filter(({ name }) => !after.columns.has(name));
  const kept = next.flatMap((column) => {
    const from = before.columns.get(column.name);
    return from === undefined ? [] : [{ from, to: column }];
  });
  for (const { from, to } of kept) {
    if (from.rest !== to.rest) throw new MigrationImpossible(`${after.name}.${to.name}`);
  }
  const retyped = kept.filter(({ from, to }) => from.type !== to.type).map(({ to }) => to.name);
  const moved = [...retyped, ...lost.map(({ name }) => name)];
  const isRemade = ({ from, to }: { from: Column; to: Column }) =>
    (from.generated !== null || to.generated !== null) &&
    (from.generated !== to.generated ||
      from.type !== to.type ||
      moved.some((name) => from.generated?.includes(sqlName(name))));
  const remade = kept.filter(isRemade);
  const changed = kept.filter((pair) => !isRemade(pair));
  const added = next.filter(({ name }) => !before.columns.has(name));
  const made = [...added, ...remade.map(({ to }) => to)].toSorted(generatedLast);
  const drops = [...remade.map(({ from }) => from), ...lost].toSorted(generatedLast).toReversed();
  const gone = changed.filter(({ from, to }) => from.check && !keepsCheck(from, to));
  const unfilled = [
    ...added.filter((column) => column.isRequired && column.initial === null),
    ...changed.flatMap(({ from, to }) => (to.isRequired && !from.isRequired ? [to] : [])),
  ].map(({ name }) => `${after.name}.${name}`);
  return {
    statements: [
      ...gone.map(({ from }) => alter(`drop constraint ${sqlName(from.check?.name ?? '')}`)),
      ...drops.map(({ name }) => alter(`drop column ${sqlName(name)}`)),
      ...changed.flatMap((pair) => changeColumn(after.name, pair, fills)),
      ...made.flatMap((column) => addColumn(after.name, column, fills)),
      ...changed.flatMap(({ from, to }) =>
        to.check && !keepsCheck(from, to) ? [alter(`add ${checkOf(to)}`)] : [],
      ),
    ],
    losses: lost.filter(({ generated }) => generated === null).map(({ name }) => name),
    unfilled: unfilled.filter((path) => !fills.has(path)),
    remade: [...remade.map(({ to }) => to.name), ...retyped],
  };
}

const generatedLast = (left: Column, right: Column) =>
  Number(left.generated !== null) - Number(right.generated !== null);

/** With another type the database would leave casts in it. */
function keepsCheck(from: Column, to: Column): boolean {
  const isSame = from.check?.name === to.check?.name && from.check?.sql === to.check?.sql;
  return isSame && from.type === to.type;
}

const checkOf = ({ check }: Column) =>
  `constraint ${sqlName(check?.name ?? '')} check (${check?.sql})`;

/** A column as `create table` and `add column` take it. */
export function columnText(column: Column): string {
  const { name, type, isRequired, initial, check, generated, rest } = column;
  const parts = [
    ...(generated === null ? [] : [`generated always as (${generated}) stored`]),
    ...(rest === '' ? [] : [rest]),
    ...(isRequired ? ['not null'] : []),
    ...(initial === null ? [] : [`default ${initial}`]),
    ...(check === null ? [] : [checkOf(column)]),
  ];
  return [sqlName(name), type, ...parts].join(' ');
}

function addColumn(table: string, column: Column, fills: Fills): string[] {
  const fill = fills.get(`${table}.${column.name}`);
  const add = (text: string) => `alter table ${sqlName(table)} add column ${text};`;
  const isEmpty = column.isRequired && column.initial === null && column.generated === null;
  if (!isEmpty || fill === undefined) return [add(columnText(column))];
  return [
    add(columnText({ ...column, isRequired: false, check: null })),
    ...require(table, column.name, fill),
    ...(column.check === null ? [] : [`alter table ${sqlName(table)} add ${checkOf(column)};`]),
  ];
}

function require(table: string, name: string, fill: string | undefined): string[] {
  const [of, column] = [sqlName(table), sqlName(name)];
  return [
    ...(fill === undefined
      ? []
      : [`update ${of} set ${column} = ${fill} where ${column} is null;`]),
    `alter table ${of} alter column ${column} set not null;`,
  ];
}

function changeColumn(
  table: string,
  { from, to }: { from: Column; to: Column },
  fills: Fills,
): string[] {
  const column = sqlName(to.name);
  const alter = (change: string) =>
    `alter table ${sqlName(table)} alter column ${column} ${change};`;
  const isRetyped = from.type !== to.type;
  const statements: string[] = [];
  if (from.initial !== null && (isRetyped || to.initial === null)) {
    statements.push(alter('drop default'));
  }
  if (isRetyped) {
    statements.push(
      refuseLoss(table, from, to),
      alter(`type ${to.type} using ${column}::${to.type}`),
    );
  }
  if (to.initial !== null && (isRetyped || from.initial !== to.initial)) {
    statements.push(alter(`set default ${to.initial}`));
  }
  if (from.isRequired && !to.isRequired) statements.push(alter('drop not null'));
  if (!from.isRequired && to.isRequired) {
    statements.push(...require(table, to.name, fills.get(`${table}.${to.name}`)));
  }
  return statements;
}

/** A value that the new type cannot hold as it is fails the migration: it is neither cut nor rounded. */
function refuseLoss(table: string, from: Column, to: Column): string {
  const column = sqlName(to.name);
  const message = `some values of ${table}.${to.name} do not fit into ${to.type}`;
  return `do $check$
begin
  if exists (select from ${sqlName(table)} where ${column}::${to.type}::${from.type} is distinct from ${column}) then
    raise exception ${sqlString(message.replaceAll('%', '%%'))};
  end if;
end
$check$;`;
}
