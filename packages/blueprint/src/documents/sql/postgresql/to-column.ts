import type { ColumnDef, Node, Constraint as PgConstraint, TypeName } from 'libpg-query';
import { shorten } from '../../lines.ts';
import type { ColumnType } from '../../tables/tables.ts';
import type { ColumnDdl, Constraint } from '../ddl.ts';
import { namesOf, toExpression } from './to-expression.ts';

/** Where the nodes of one statement stand in the document. */
export type Places = {
  lineAt: (location: number | undefined) => number;
  /** The text from a node to the end of its clause, as it is shown. */
  textFrom: (location: number | undefined) => string;
  /** The statement itself, in one line. */
  text: string;
};

const SERIALS = new Set(['serial', 'serial4', 'serial8', 'bigserial', 'smallserial', 'serial2']);

export function toColumnType(type: TypeName | undefined): ColumnType {
  const name = namesOf(type?.names).at(-1) ?? '';
  const modifiers = type?.typmods ?? [];
  const args = modifiers.flatMap((node) =>
    'A_Const' in node && node.A_Const.ival !== undefined ? [node.A_Const.ival.ival ?? 0] : [],
  );
  const shape = modifiers.flatMap((node) =>
    'ColumnRef' in node ? namesOf(node.ColumnRef.fields) : [],
  )[0];
  return {
    name: shape?.toLowerCase() ?? name,
    args,
    isArray: (type?.arrayBounds ?? []).length > 0,
    isUnsigned: false,
  };
}

/** A column with the constraints of its own line. */
export function toColumn(definition: ColumnDef, places: Places): ColumnDdl {
  const line = places.lineAt(definition.location);
  const name = definition.colname ?? '';
  const type = toColumnType(definition.typeName);
  const ddl: ColumnDdl = {
    column: {
      name,
      line,
      type,
      isRequired: definition.is_not_null === true || SERIALS.has(type.name),
      isUnique: false,
      isCounted: SERIALS.has(type.name),
    },
    constraints: [],
    isPrimary: false,
    asides: [],
  };
  for (const node of definition.constraints ?? [])
    if ('Constraint' in node) takeConstraint(ddl, node.Constraint, places);
  return ddl;
}

function takeConstraint(ddl: ColumnDdl, constraint: PgConstraint, places: Places): void {
  const { column } = ddl;
  const { contype, raw_expr: expression } = constraint;
  if (contype === 'CONSTR_NOTNULL') column.isRequired = true;
  else if (contype === 'CONSTR_NULL') column.isRequired = false;
  else if (contype === 'CONSTR_PRIMARY') {
    ddl.isPrimary = true;
    column.isRequired = true;
  } else if (contype === 'CONSTR_UNIQUE') column.isUnique = true;
  else if (contype === 'CONSTR_IDENTITY') {
    column.isCounted = true;
    column.isRequired = true;
  } else if (contype === 'CONSTR_GENERATED')
    column.computed = {
      expression: toExpression(expression),
      text: textOfDefault(constraint, places),
    };
  else if (contype === 'CONSTR_DEFAULT') {
    const value = toExpression(expression);
    if (value.kind === 'call' && value.name === 'nextval') column.isCounted = true;
    else {
      column.default = value;
      column.defaultText = textOfDefault(constraint, places);
    }
  } else takeTableConstraint(ddl, constraint, places);
}

function takeTableConstraint(ddl: ColumnDdl, constraint: PgConstraint, places: Places): void {
  const made = toConstraint(constraint, places, [ddl.column.name]);
  if (made !== null) ddl.constraints.push(made);
  else noteAttribute(ddl, `${constraint.contype}`, places.lineAt(constraint.location));
}

/** CONSTR_ATTR_NOT_DEFERRABLE -> "NOT DEFERRABLE" */
function noteAttribute({ asides }: ColumnDdl, contype: string, line: number): void {
  const words = contype
    .replace(/^CONSTR_(ATTR_)?/, '')
    .replace(/^(DEFERRED|IMMEDIATE)$/, 'INITIALLY_$1')
    .replaceAll('_', ' ');
  const before = asides.at(-1);
  if (words.startsWith('INITIALLY') && before?.line === line) before.words += ` ${words}`;
  else asides.push({ words, line });
}

/** What stands behind the words DEFAULT and GENERATED ALWAYS AS. */
export function textOfDefault({ location }: PgConstraint, places: Places): string {
  return shorten(
    places.textFrom(location).replace(/^(default|generated\s+always\s+as)\s*/i, ''),
    200,
  );
}

const DELETIONS: Readonly<Record<string, 'cascade' | 'set-null'>> = {
  c: 'cascade',
  n: 'set-null',
  d: 'set-null',
};

/** A constraint of a table, or of the one column it stands at; null for what is no constraint on data. */
export function toConstraint(
  constraint: PgConstraint,
  places: Places,
  own: string[] = [],
): Constraint | null {
  const line = places.lineAt(constraint.location);
  const columns = (nodes: Node[] | undefined) => {
    const named = namesOf(nodes);
    return named.length > 0 ? named : own;
  };
  switch (constraint.contype) {
    case 'CONSTR_PRIMARY':
      return { kind: 'primary', columns: columns(constraint.keys), line, asides: [] };
    case 'CONSTR_UNIQUE':
      return { kind: 'unique', columns: columns(constraint.keys), line, asides: [] };
    case 'CONSTR_CHECK': {
      const expression = toExpression(constraint.raw_expr);
      const text = shorten(
        places.textFrom(constraint.location).replace(/^(constraint\s+\S+\s+)?check\s*/i, ''),
        200,
      );
      return { kind: 'check', check: { expression, text, line }, line, asides: [] };
    }
    case 'CONSTR_FOREIGN':
      return foreignKey(constraint, columns(constraint.fk_attrs), line);
    default:
      return null;
  }
}

function foreignKey(constraint: PgConstraint, columns: string[], line: number): Constraint {
  const references = namesOf(constraint.pk_attrs);
  const { schemaname = null, relname = '' } = constraint.pktable ?? {};
  const action = constraint.fk_del_action ?? '';
  const onDelete = DELETIONS[action];
  return {
    kind: 'foreign',
    line,
    key: {
      columns,
      table: { schema: schemaname, name: relname },
      references: references.length === 0 ? null : references,
      line,
      ...(onDelete === undefined ? {} : { onDelete }),
    },
    asides: action === 'd' ? [{ words: 'ON DELETE SET DEFAULT', line }] : [],
  };
}
