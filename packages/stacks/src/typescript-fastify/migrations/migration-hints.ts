import type { Field } from '@quantumlayer/contracts';
import type { PreviousApp } from '../../stack.ts';
import { kindOf } from '../kind-of.ts';
import type { AppModel, EntityModel, LinkModel, LinkSide } from '../model.ts';
import type { MigrationHints } from './hints.ts';

type Said = Pick<PreviousApp, 'renames' | 'values'>;
type Hints = {
  tables: Map<string, string>;
  columns: Map<string, string>;
  fills: Map<string, string>;
};

/** Names and values of the blueprint as those of the database. */
export function hintsOf(before: AppModel, after: AppModel, said: Said): MigrationHints {
  const hints: Hints = { tables: new Map(), columns: new Map(), fills: new Map() };
  for (const entity of after.entities) {
    const oldName = said.renames.get(entity.name) ?? entity.name;
    const old = before.entities.find(({ name }) => name === oldName);
    if (old === undefined) continue;
    hintTable(hints, entity.table, old.table);
    hintColumns(hints, { entity, old }, said);
    hintTablesBeside(hints, { entity, old }, said);
  }
  for (const link of after.links) {
    const old = linkBefore(before, link, said.renames);
    if (old !== null) hintLink(hints, link, old);
  }
  return hints;
}

function hintTable({ tables }: Hints, table: string, was: string): void {
  if (table !== was) tables.set(table, was);
}

type Pair = { entity: EntityModel; old: EntityModel };

function hintColumns(hints: Hints, { entity, old }: Pair, { renames, values }: Said): void {
  const hint = (column: string, was: string | undefined) => {
    if (was !== undefined && was !== column) hints.columns.set(`${entity.table}.${column}`, was);
  };
  for (const { column, field } of entity.fields) {
    const path = `${entity.name}.${field.name}`;
    const was = renames.get(path) ?? field.name;
    hint(column, old.fields.find((each) => each.field.name === was)?.column);
    const fill = fillOf(field, path, values.get(path));
    if (fill !== null) hints.fills.set(`${entity.table}.${column}`, fill);
  }
  for (const { column, relation } of entity.references) {
    const was = renames.get(`${entity.name}.${relation.name}`) ?? relation.name;
    hint(column, old.references.find((each) => each.relation.name === was)?.column);
  }
  if (entity.access?.owner && old.access?.owner)
    hint(entity.access.owner.column, old.access.owner.column);
}

/** The files, the history and the changes of a row stay with it. */
function hintTablesBeside(hints: Hints, { entity, old }: Pair, { renames }: Said): void {
  for (const { field, table } of entity.uploads) {
    const was = renames.get(`${entity.name}.${field.name}`) ?? field.name;
    const upload = old.uploads.find((each) => each.field.name === was);
    if (upload !== undefined) hintTable(hints, table, upload.table);
  }
  if (entity.lifecycle && old.lifecycle)
    hintTable(hints, entity.lifecycle.history.table, old.lifecycle.history.table);
  if (entity.audit && old.audit)
    hintTable(hints, entity.audit.changes.table, old.audit.changes.table);
}

/** The links of the same relation between the same two, as they were called. */
function linkBefore(
  { links }: AppModel,
  { sides: [side] }: LinkModel,
  renames: PreviousApp['renames'],
): { link: LinkModel; isTurned: boolean } | null {
  if (side === undefined) return null;
  const name = (entity: string) => renames.get(entity) ?? entity;
  const relation = (entity: string, own: string) => renames.get(`${entity}.${own}`) ?? own;
  const { from, to } = side;
  const [there, back] = [relation(from, side.relation.name), relation(to, side.relation.inverse)];
  for (const link of links) {
    const [first] = link.sides;
    if (first === undefined) continue;
    const isSame = (start: string, end: string, role: string) =>
      first.from === name(start) && first.to === name(end) && first.relation.name === role;
    if (isSame(from, to, there)) return { link, isTurned: false };
    if (isSame(to, from, back)) return { link, isTurned: true };
  }
  return null;
}

function hintLink(
  hints: Hints,
  { table, sides: [side] }: LinkModel,
  { link, isTurned }: { link: LinkModel; isTurned: boolean },
): void {
  const [first] = link.sides;
  if (side === undefined || first === undefined) return;
  hintTable(hints, table, link.table);
  const columns = ({ ownColumn, otherColumn }: LinkSide) => [ownColumn.column, otherColumn.column];
  const old = isTurned ? columns(first).toReversed() : columns(first);
  columns(side).forEach((column, index) => {
    const was = old[index];
    if (was !== undefined && was !== column) hints.columns.set(`${table}.${column}`, was);
  });
}

/** A value as SQL, held to what the field takes. Throws BlueprintUnsound. */
function fillOf(field: Field, path: string, value: Field['default']): string | null {
  if (value === undefined) return null;
  return kindOf({ ...field, default: value }, path).defaultValue?.sql ?? null;
}
