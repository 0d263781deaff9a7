import type {
  AlterTableCmd,
  AlterTableStmt,
  CreateStmt,
  IndexStmt,
  Node,
  Constraint as PgConstraint,
  RangeVar,
} from 'libpg-query';
import type { Expression } from '../../tables/expressions.ts';
import type { Ddl, QualifiedName } from '../ddl.ts';
import { type Places, toColumn, toColumnType, toConstraint } from './to-column.ts';
import { namesOf, toExpression } from './to-expression.ts';

/** What a statement of PostgreSQL says of data. */
export function statementDdl(node: Node, places: Places): Ddl[] {
  if ('CreateStmt' in node) return tableDdl(node.CreateStmt, places);
  if ('CreateForeignTableStmt' in node)
    return node.CreateForeignTableStmt.base === undefined
      ? []
      : tableDdl(node.CreateForeignTableStmt.base, places);
  if ('AlterTableStmt' in node) return alterDdl(node.AlterTableStmt, places);
  if ('IndexStmt' in node) return indexDdl(node.IndexStmt, places);
  if ('CreateEnumStmt' in node) {
    const { typeName, vals } = node.CreateEnumStmt;
    return [{ kind: 'enum', name: namesOf(typeName).at(-1) ?? '', values: namesOf(vals) }];
  }
  if ('CreateDomainStmt' in node) {
    const { domainname, typeName, constraints = [] } = node.CreateDomainStmt;
    const made = constraints.flatMap((each) => ('Constraint' in each ? [each.Constraint] : []));
    return [
      {
        kind: 'domain',
        name: namesOf(domainname).at(-1) ?? '',
        type: toColumnType(typeName),
        isRequired: made.some(({ contype }) => contype === 'CONSTR_NOTNULL'),
        default: defaultOf(made),
        checks: made.flatMap((each) => {
          const constraint = toConstraint(each, places);
          return constraint?.kind === 'check' ? [constraint.check] : [];
        }),
      },
    ];
  }
  if ('CommentStmt' in node) return commentDdl(node.CommentStmt);
  return [
    other(
      `statement of the kind ${Object.keys(node)[0] ?? ''}`,
      places,
      'It says nothing of tables.',
    ),
  ];
}

function defaultOf(constraints: readonly PgConstraint[]): Expression | null {
  const found = constraints.find(({ contype }) => contype === 'CONSTR_DEFAULT');
  return found === undefined ? null : toExpression(found.raw_expr);
}

const other = (what: string, places: Places, why: string, location?: number): Ddl => ({
  kind: 'out-of-scope',
  what,
  line: places.lineAt(location),
  why,
});

function nameOf(relation: RangeVar | undefined): QualifiedName {
  return { schema: relation?.schemaname ?? null, name: relation?.relname ?? '' };
}

function tableDdl(
  { relation, tableElts = [], inhRelations, partbound }: CreateStmt,
  places: Places,
): Ddl[] {
  const name = nameOf(relation);
  if (partbound !== undefined)
    return [other(`partition ${name.name}`, places, 'Rows of a partition are those of its table.')];
  const others: Ddl[] = [];
  const table: Extract<Ddl, { kind: 'table' }> = {
    kind: 'table',
    name,
    line: places.lineAt(relation?.location),
    columns: [],
    constraints: [],
  };
  if (inhRelations !== undefined)
    others.push(
      other(
        `inheritance of ${name.name}`,
        places,
        'Only the columns that the table names itself are taken.',
      ),
    );
  for (const element of tableElts) {
    if ('ColumnDef' in element) table.columns.push(toColumn(element.ColumnDef, places));
    else if ('Constraint' in element) {
      const { contype, location } = element.Constraint;
      const constraint = toConstraint(element.Constraint, places);
      if (constraint !== null) table.constraints.push(constraint);
      else if (contype === 'CONSTR_EXCLUSION') others.push(exclusion(name.name, places, location));
    } else
      others.push(
        other(`LIKE in ${name.name}`, places, 'Columns are taken where they are written.'),
      );
  }
  return [table, ...others];
}

const exclusion = (table: string, places: Places, location?: number) =>
  other(
    `exclusion constraint of ${table}`,
    places,
    'That records do not overlap is said in words: "bookings of a room do not overlap".',
    location,
  );

function alterDdl({ relation, cmds = [] }: AlterTableStmt, places: Places): Ddl[] {
  const table = nameOf(relation);
  return cmds.flatMap((node) =>
    'AlterTableCmd' in node ? changeDdl(table, node.AlterTableCmd, places) : [],
  );
}

function changeDdl(
  table: QualifiedName,
  { subtype, name = '', def }: AlterTableCmd,
  places: Places,
): Ddl[] {
  const line = places.lineAt(0);
  if (subtype === 'AT_AddConstraint' && def !== undefined && 'Constraint' in def) {
    const constraint = toConstraint(def.Constraint, places);
    if (constraint !== null) return [{ kind: 'add-constraint', table, constraint, line }];
    return def.Constraint.contype === 'CONSTR_EXCLUSION'
      ? [exclusion(table.name, places, def.Constraint.location)]
      : [];
  }
  if (subtype === 'AT_AddColumn' && def !== undefined && 'ColumnDef' in def)
    return [{ kind: 'add-column', table, column: toColumn(def.ColumnDef, places), line }];
  if (subtype === 'AT_ColumnDefault')
    return [
      { kind: 'default', table, column: name, value: def === undefined ? null : toExpression(def) },
    ];
  if (subtype === 'AT_SetNotNull') return [{ kind: 'required', table, column: name }];
  if (subtype === 'AT_AddIdentity') return [{ kind: 'counted', table, column: name }];
  const isAboutData = [
    'AT_DropColumn',
    'AT_DropNotNull',
    'AT_AlterColumnType',
    'AT_DropConstraint',
  ];
  return isAboutData.includes(`${subtype}`)
    ? [
        other(
          `change of ${table.name}.${name}`,
          places,
          'A document shows the data as it is; steps of a migration are not followed.',
        ),
      ]
    : [];
}

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
        constraint: { kind: 'unique', columns, line },
        line,
      },
    ];
  return [
    other(
      `unique index ${idxname ?? ''}`,
      places,
      'Only whole columns of all records are unique, not expressions or a part of the records.',
    ),
  ];
}

type Comment = Extract<Node, { CommentStmt: unknown }>['CommentStmt'];

function commentDdl({ objtype, object, comment }: Comment): Ddl[] {
  const names = object !== undefined && 'List' in object ? namesOf(object.List.items) : [];
  const isColumn = objtype === 'OBJECT_COLUMN';
  const column = isColumn ? (names.pop() ?? null) : null;
  const name = names.pop() ?? '';
  return [
    { kind: 'comment', table: { schema: names.pop() ?? null, name }, column, text: comment ?? '' },
  ];
}
