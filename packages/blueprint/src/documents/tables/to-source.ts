import { MOST_FILE_BYTES, type OutOfScope } from '@quantumlayer/contracts';
import { shorten } from '../lines.ts';
import {
  createNotes,
  type SourceEntity,
  type SourceField,
  type SourceModel,
} from '../source-model.ts';
import { applyChecks } from './apply-checks.ts';
import { type ColumnRole, roleOf } from './column-roles.ts';
import { labelOf, readColumnType } from './column-type.ts';
import { keyOf, type ResolvedKey, relationOf, resolveKeys } from './foreign-keys.ts';
import { findJoins, relationsOfJoins } from './join-tables.ts';
import { readComputed } from './read-computed.ts';
import { readDefault } from './read-default.ts';
import type { Column, Table, Tables } from './tables.ts';

const ROLES: Readonly<Record<ColumnRole, string>> = {
  id: 'the id that every record of the app has',
  created: 'createdAt, which every record of the app has',
  updated: 'updatedAt, which every record of the app has',
  deleted: 'a deletion only hides the record',
  version: 'the version of a record: of several changes at once one wins',
};

/** Tables, columns and keys as entities, fields and relations; `assumed` holds of all of them. */
export function toSource(
  { title, tables, links, outOfScope }: Tables,
  assumed?: string,
): SourceModel {
  const notes = createNotes();
  notes.outOfScope = outOfScope;
  if (assumed !== undefined) notes.assumptions.push({ entity: '', text: assumed });
  const byName = new Map(tables.map((table) => [table.name, table]));
  const keys = new Map(tables.map((table) => [table, resolveKeys(table, byName, outOfScope)]));
  const keysOf = (table: Table) => keys.get(table) ?? [];
  const joins = findJoins(tables, keysOf);
  const isJoin = new Set(joins.map(({ table }) => table));
  for (const { table, first } of joins) noteLostMoments(table, first.target.name, notes);
  const things = tables.filter((table) => !isJoin.has(table));
  const model: SourceModel = { title, entities: [], relations: [], notes };
  for (const table of things) {
    model.entities.push(entityOf(model, table, keysOf(table)));
    for (const key of keysOf(table)) {
      const question = (text: string) =>
        notes.questions.push({ entity: table.name, member: keyOf(key), text });
      model.relations.push(relationOf(table, key, { question }));
    }
  }
  model.relations.push(...relationsOfJoins(joins), ...links);
  return model;
}

/** A relation has no room for when it was made. */
function noteLostMoments(table: Table, entity: string, { assumptions }: SourceModel['notes']) {
  const lost = table.columns.filter((column) => {
    const role = roleOf(column, table);
    return role === 'created' || role === 'updated';
  });
  for (const { name } of lost)
    assumptions.push({
      entity,
      member: table.name,
      text: `${table.name.slice(0, 60)} only links two things; its ${name.slice(0, 60)} is not kept.`,
    });
}

function entityOf(model: SourceModel, table: Table, keys: readonly ResolvedKey[]): SourceEntity {
  const { notes } = model;
  const entity: SourceEntity = {
    key: table.name,
    line: table.line,
    ...(table.description === undefined ? {} : { description: table.description }),
    fields: [],
    computed: [],
    uniqueTogether: [],
    orders: [],
    softDelete: false,
    optimisticLocking: false,
  };
  const keyColumns = new Set(keys.flatMap(({ columns }) => columns));
  for (const column of table.columns) {
    if (keyColumns.has(column.name)) continue;
    const role = roleOf(column, table);
    if (role === null) addField(model, entity, table, column);
    else {
      if (role === 'deleted') entity.softDelete = true;
      if (role === 'version') entity.optimisticLocking = true;
      const { line } = column;
      noteDescription(notes, table, column, ROLES[role]);
      notes.became.push({
        entity: table.name,
        line,
        meaning: `${column.name.slice(0, 60)}: ${ROLES[role]}`,
      });
    }
  }
  applyChecks(entity, table.checks, notes.outOfScope);
  addUniques(entity, table, keys);
  noteNaturalKey(model, entity, table);
  return entity;
}

/** What the app has by itself is described by itself. */
function noteDescription(
  { outOfScope }: SourceModel['notes'],
  { name: table }: Table,
  { name, line, description }: Column,
  role: string,
): void {
  if (description === undefined) return;
  outOfScope.push({
    what: `description of ${table.slice(0, 60)}.${name.slice(0, 60)}: ${shorten(description, 200)}`,
    line,
    why: `It became ${role.replace(/[,:].*/, '')}.`,
  });
}

function addComputed(
  { outOfScope }: SourceModel['notes'],
  { key: table, computed }: SourceEntity,
  column: Column,
): void {
  const { name, line, type, isUnique, isRequired, description } = column;
  const { expression, text = '' } = column.computed ?? {};
  const marks = `${isUnique ? ' unique' : ''}${isRequired ? ' not null' : ''}`;
  const lost: OutOfScope = {
    what: `${table.slice(0, 60)}.${name.slice(0, 60)} ${labelOf(type)}${marks}, which is computed as ${shorten(text, 200)}`,
    line,
    why: 'The database computes it; the app works out products, sums and differences of numbers alone.',
  };
  const found = expression === undefined || isUnique ? null : readComputed(expression);
  if (found === null) outOfScope.push(lost);
  else
    computed.push({
      ...{ key: name, line, ...found, outOfScope: lost },
      ...(description === undefined ? {} : { description }),
    });
}

function addField(
  { notes }: SourceModel,
  entity: SourceEntity,
  table: Table,
  column: Column,
): void {
  const { name, line } = column;
  const label = `${table.name.slice(0, 60)}.${name.slice(0, 60)}`;
  if (column.computed !== undefined) {
    addComputed(notes, entity, column);
    return;
  }
  const typed = readColumnType(name, column.type);
  if (typed === null) {
    const why = 'The app searches texts without a column for it.';
    notes.outOfScope.push({ what: `${label}, a search index`, line, why });
    return;
  }
  const { note, lost = [], ...type } = typed;
  for (const { what, why } of lost)
    notes.outOfScope.push({ what: `${what} of ${label}`, line, why });
  const at = { entity: entity.key, member: name };
  if (note !== undefined) notes.assumptions.push({ ...at, text: `${label} ${note}.` });
  if (column.isCounted)
    notes.assumptions.push({
      ...at,
      text: `${label} is counted by the database; the app takes it from whoever makes the record.`,
    });
  const field: SourceField = {
    key: name,
    line,
    ...type,
    required: column.isRequired || table.primaryKey.includes(name),
    unique: column.isUnique || isAloneUnique(table, name),
    ...(column.description === undefined ? {} : { description: column.description }),
    ...maxBytesOf(column),
  };
  if (column.default !== undefined) {
    const found = readDefault(column.default, field.type);
    if (found === 'unsaid')
      notes.outOfScope.push({
        what: `default ${shorten(column.defaultText ?? '', 200)} of ${label}`.replace('  ', ' '),
        line,
        why: 'The database works it out; a blueprint holds a value, or the moment at which a record is made.',
      });
    else if (found === 'empty') {
      field.required = field.unique;
      notes.assumptions.push({
        ...at,
        text: `${label} is empty unless it is given, which the app does not keep${field.unique ? '' : ': it is optional'}.`,
      });
    } else if (found !== 'none') field.default = found.value;
  }
  entity.fields.push(field);
}

/** A file is never larger than an app can take. */
function maxBytesOf({ maxBytes }: Column): { maxBytes?: number } {
  return maxBytes === undefined || maxBytes < 1
    ? {}
    : { maxBytes: Math.min(maxBytes, MOST_FILE_BYTES) };
}

function isAloneUnique({ primaryKey, uniques }: Table, name: string): boolean {
  return [primaryKey, ...uniques.map(({ columns }) => columns)].some(
    (columns) => columns.length === 1 && columns[0] === name,
  );
}

/** Columns of a key stand for its relation. */
function addUniques(entity: SourceEntity, table: Table, keys: readonly ResolvedKey[]): void {
  const groups = [{ columns: table.primaryKey, line: table.line }, ...table.uniques];
  for (const { columns, line } of groups) {
    const members = new Set(
      columns.map((name) => {
        const key = keys.find((each) => each.columns.includes(name));
        return key === undefined ? name : keyOf(key);
      }),
    );
    const isOneKey = keys.some((key) => columns.every((name) => key.columns.includes(name)));
    if (members.size > 1 && !isOneKey) entity.uniqueTogether.push({ keys: [...members], line });
  }
}

function noteNaturalKey(
  { notes }: SourceModel,
  { key, fields }: SourceEntity,
  { primaryKey, name }: Table,
): void {
  const natural = primaryKey.filter((column) => fields.some((field) => field.key === column));
  if (natural.length === 0) return;
  const [only] = natural;
  notes.assumptions.push({
    entity: key,
    ...(natural.length === 1 && only !== undefined ? { member: only } : {}),
    text: `${name.slice(0, 60)} is known by ${primaryKey.join(' and ').slice(0, 120)}, which stays unique and required; the app gives every record an id besides.`,
  });
}
