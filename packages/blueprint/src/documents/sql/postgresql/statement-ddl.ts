import type { CreateDomainStmt, CreateStmt, IndexStmt, Node } from 'libpg-query';
import type { Ddl } from '../ddl.ts';
import { alterDdl, exclusion, MIGRATION } from './alter-table.ts';
import { nameOf, other } from './names.ts';
import { type Places, textOfDefault, toColumn, toColumnType, toConstraint } from './to-column.ts';
import { namesOf, toExpression } from './to-expression.ts';

/** What a statement of PostgreSQL says of data. */
export function statementDdl(node: Node, places: Places): Ddl[] {
  const line = places.lineAt(0);
  if ('CreateStmt' in node) return tableDdl(node.CreateStmt, places);
  if ('CreateForeignTableStmt' in node)
    return node.CreateForeignTableStmt.base === undefined
      ? []
      : tableDdl(node.CreateForeignTableStmt.base, places);
  if ('AlterTableStmt' in node) return alterDdl(node.AlterTableStmt, places);
  if ('IndexStmt' in node) return indexDdl(node.IndexStmt, places);
  if ('CreateEnumStmt' in node) {
    const { typeName, vals } = node.CreateEnumStmt;
    return [{ kind: 'enum', name: namesOf(typeName).at(-1) ?? '', values: namesOf(vals), line }];
  }
  if ('AlterEnumStmt' in node) return [enumValueDdl(node.AlterEnumStmt, line)];
  if ('CreateDomainStmt' in node) return [domainDdl(node.CreateDomainStmt, places)];
  if ('CommentStmt' in node) return commentDdl(node.CommentStmt, line);
  const why =
    'RenameStmt' in node
      ? MIGRATION
      : 'Types of several parts, owners and schemas have no place in an app.';
  return [other(`statement: ${places.text}`, places, why)];
}

function domainDdl(
  { domainname, typeName, constraints = [] }: CreateDomainStmt,
  places: Places,
): Ddl {
  const made = constraints.flatMap((each) => ('Constraint' in each ? [each.Constraint] : []));
  const preset = made.find(({ contype }) => contype === 'CONSTR_DEFAULT');
  return {
    kind: 'domain',
    name: namesOf(domainname).at(-1) ?? '',
    line: places.lineAt(0),
    type: toColumnType(typeName),
    isRequired: made.some(({ contype }) => contype === 'CONSTR_NOTNULL'),
    default:
      preset === undefined
        ? null
        : { value: toExpression(preset.raw_expr), text: textOfDefault(preset, places) },
    checks: made.flatMap((each) => {
      const constraint = toConstraint(each, places);
      return constraint?.kind === 'check' ? [constraint.check] : [];
    }),
  };
}

type AlterEnum = Extract<Node, { AlterEnumStmt: unknown }>['AlterEnumStmt'];

/** `ALTER TYPE state ADD VALUE 'lost' AFTER 'paid'`, or `RENAME VALUE 'sent' TO 'shipped'`. */
function enumValueDdl(
  { typeName, newVal = '', newValNeighbor, newValIsAfter, oldVal }: AlterEnum,
  line: number,
): Ddl {
  const name = namesOf(typeName).at(-1) ?? '';
  const side = newValIsAfter === true ? 'after' : 'before';
  const neighbour =
    newValNeighbor === undefined ? null : ({ value: newValNeighbor, side } as const);
  const at = oldVal === undefined ? neighbour : ({ value: oldVal, side: 'instead' } as const);
  return { kind: 'enum-value', name, value: newVal, at, line };
}

function tableDdl(
  { relation, tableElts = [], inhRelations, partbound }: CreateStmt,
  places: Places,
): Ddl[] {
  const name = nameOf(relation);
  if (partbound !== undefined)
    return [
      other(
        `partition ${name.name}: ${places.text}`,
        places,
        'Rows of a partition are those of its table.',
      ),
    ];
  const others: Ddl[] = [];
  const table: Extract<Ddl, { kind: 'table' }> = {
    kind: 'table',
    name,
    line: places.lineAt(relation?.location),
    columns: [],
    constraints: [],
    asides: [],
  };
  if (inhRelations !== undefined) {
    const parents = inhRelations.flatMap((node) =>
      'RangeVar' in node ? [nameOf(node.RangeVar).name] : [],
    );
    others.push(
      other(
        `inheritance of ${name.name} from ${parents.join(', ')}`,
        places,
        'Only the columns that the table names itself are taken.',
      ),
    );
  }
  for (const element of tableElts) {
    if ('ColumnDef' in element) table.columns.push(toColumn(element.ColumnDef, places));
    else if ('Constraint' in element) {
      const { contype, location } = element.Constraint;
      const constraint = toConstraint(element.Constraint, places);
      if (constraint !== null) table.constraints.push(constraint);
      else if (contype === 'CONSTR_EXCLUSION') others.push(exclusion(name.name, places, location));
      else others.push(other(`${contype} of ${name.name}`, places, NOT_KNOWN, location));
    } else if ('TableLikeClause' in element) {
      const { relation: like } = element.TableLikeClause;
      others.push(
        other(
          `LIKE ${nameOf(like).name} in ${name.name}: ${places.textFrom(like?.location)}`,
          places,
          'Columns are taken where they are written.',
          like?.location,
        ),
      );
    } else others.push(other(`a part of ${name.name}: ${places.text}`, places, NOT_KNOWN));
  }
  return [table, ...others];
}

const NOT_KNOWN = 'The importer does not know this part, and an app has no place for it.';

function indexDdl(
  { relation, indexParams = [], unique, whereClause, idxname }: IndexStmt,
  places: Places,
): Ddl[] {
  const columns = indexParams.flatMap((node) =>
    'IndexElem' in node && node.IndexElem.name !== undefined ? [node.IndexElem.name] : [],
  );
  const line = places.lineAt(relation?.location);
  if (unique && whereClause === undefined && columns.length === indexParams.length)
    return [
      {
        kind: 'add-constraint',
        table: nameOf(relation),
        constraint: { kind: 'unique', columns, line, asides: [] },
        line,
      },
    ];
  return [
    other(
      `unique index ${idxname ?? ''}: ${places.text}`,
      places,
      'Only whole columns of all records are unique, not expressions or a part of the records.',
      relation?.location,
    ),
  ];
}

type Comment = Extract<Node, { CommentStmt: unknown }>['CommentStmt'];

function commentDdl({ objtype, object, comment }: Comment, line: number): Ddl[] {
  const names = object !== undefined && 'List' in object ? namesOf(object.List.items) : [];
  const isColumn = objtype === 'OBJECT_COLUMN';
  const column = isColumn ? (names.pop() ?? null) : null;
  const name = names.pop() ?? '';
  const table = { schema: names.pop() ?? null, name };
  return [{ kind: 'comment', table, column, text: comment ?? '', line }];
}
