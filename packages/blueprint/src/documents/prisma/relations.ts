import type { Deletion } from '@quantumlayer/contracts';
import type { Lines } from '../lines.ts';
import type { Table, Tables } from '../tables/tables.ts';
import { argumentOf, namesIn, textIn } from './arguments.ts';
import { outOfScopeAt, type Source, unreadArguments } from './asides.ts';
import type { PrismaAttribute, PrismaField, PrismaModel } from './parsed.ts';

type End = { model: PrismaModel; field: PrismaField; relation: PrismaAttribute | null };

const DELETIONS: ReadonlyMap<string, Deletion> = new Map([
  ['Cascade', 'cascade'],
  ['SetNull', 'set-null'],
  ['SetDefault', 'set-null'],
]);

/** Foreign keys where a model names them, and many-to-many relations where both sides are lists. */
export function addRelations(
  tables: Tables,
  models: readonly PrismaModel[],
  byName: ReadonlyMap<string, Table>,
  source: Source,
): void {
  const { lines } = source;
  const ends = models.flatMap((model) =>
    model.fields
      .filter((field) => byName.has(field.type))
      .map((field): End => {
        const relation = field.attributes.find(({ name }) => name === 'relation') ?? null;
        return { model, field, relation };
      }),
  );
  for (const end of ends) noteAttributes(tables, end, source);
  const done = new Set<End>();
  for (const end of ends) {
    if (done.has(end)) continue;
    const other = ends.find((each) => each !== end && isOther(end, each));
    if (namesIn(fieldsOf(end)).length > 0) addKey(end, other, byName, lines);
    else if (end.field.isList && other?.field.isList === true) {
      done.add(other);
      addLink(tables, end, other, lines);
    } else if (other === undefined)
      tables.outOfScope.push({
        what: `relation ${end.model.name}.${end.field.name}`,
        line: lines.lineAt(end.field.offset),
        why: 'The other side of the relation is not in the document.',
      });
  }
}

/** What stands at a relation that no reader makes anything of. */
function noteAttributes({ outOfScope }: Tables, { model, field, relation }: End, source: Source) {
  const owner = `${model.name}.${field.name}`;
  for (const attribute of field.attributes)
    outOfScope.push(
      ...(attribute.name === 'relation'
        ? unreadArguments(source, attribute, owner)
        : [outOfScopeAt(source, attribute, { sign: '@', owner })]),
    );
  const action = relation?.args.find(({ name }) => name === 'onDelete');
  if (action !== undefined && textIn(action.value) === 'SetDefault')
    outOfScope.push(outOfScopeAt(source, action, { owner }));
}

const fieldsOf = ({ relation }: End) => named(relation, 'fields');

function named(relation: PrismaAttribute | null, wanted: string) {
  return relation?.args.find(({ name }) => name === wanted)?.value ?? null;
}

/** What tells relations between the same two models apart. */
function nameOf({ relation }: End): string | null {
  return relation === null ? null : textIn(argumentOf(relation.args, 'name'));
}

function isOther(end: End, other: End): boolean {
  const isBetween = other.model.name === end.field.type && other.field.type === end.model.name;
  return isBetween && other.field !== end.field && nameOf(other) === nameOf(end);
}

function addKey(
  { model, field, relation }: End,
  other: End | undefined,
  byName: ReadonlyMap<string, Table>,
  lines: Lines,
): void {
  const references = namesIn(named(relation, 'references'));
  const action = textIn(named(relation, 'onDelete'));
  const onDelete = DELETIONS.get(action ?? (field.isOptional ? 'SetNull' : ''));
  byName.get(model.name)?.foreignKeys.push({
    columns: namesIn(named(relation, 'fields')),
    table: field.type,
    references: references.length === 0 ? null : references,
    line: lines.lineAt(field.offset),
    name: field.name,
    ...(other === undefined ? {} : { inverse: other.field.name }),
    ...(onDelete === undefined ? {} : { onDelete }),
  });
}

function addLink({ links }: Tables, end: End, other: End, lines: Lines): void {
  links.push({
    key: `${end.field.name}#${links.length}`,
    kind: 'many-to-many',
    from: end.model.name,
    to: end.field.type,
    name: end.field.name,
    inverse: other.field.name,
    required: false,
    line: lines.lineAt(end.field.offset),
  });
}
