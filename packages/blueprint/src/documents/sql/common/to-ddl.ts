import { shorten } from '../../lines.ts';
import type { ColumnType } from '../../tables/tables.ts';
import type { Aside } from '../asides.ts';
import type { ColumnDdl, Constraint, Ddl } from '../ddl.ts';
import type { ParsedColumn, ParsedElement, ParsedReference, Span } from './parsed.ts';
import { asideAt, type Dialect, lineOf, type Source, textAt } from './source.ts';

/** A column of a table as it was parsed. */
export function columnOf(
  { name, type, options, asides, start }: ParsedColumn & Span,
  source: Source,
): ColumnDdl {
  const line = lineOf(source, { start });
  const has = (kind: string) => options.some((option) => option.kind === kind);
  const ddl: ColumnDdl = {
    column: {
      name,
      line,
      type: typeIn(type, source.dialect),
      isRequired: has('not-null') || has('primary'),
      isUnique: has('unique'),
      isCounted: has('counted') || type.name === 'serial',
    },
    constraints: [],
    isPrimary: has('primary'),
    asides: asides.map((span) => asideAt(source, span)),
  };
  const quiet: Span[] = [];
  for (const option of options) {
    if (option.kind === 'default') {
      ddl.column.default = option.value;
      ddl.column.defaultText = textAt(source, option);
    }
    if (option.kind === 'comment') ddl.column.description = option.text;
    if (option.kind === 'computed')
      ddl.column.computed = { expression: option.expression, text: textAt(source, option) };
    if (option.kind === 'references')
      ddl.constraints.push(foreign([name], option.reference, line, source));
    if (option.kind === 'check') ddl.constraints.push(checkOf({ ...option, asides: [] }, source));
    if (option.kind === 'aside') quiet.push(option);
  }
  ddl.asides.push(...joined(quiet, source).filter(({ words }) => !STORED.test(words)));
  return leaveUnenforced(ddl);
}

/** Whether a computed column is kept or worked out when it is read is nothing that anybody sees. */
const STORED = /^(stored|virtual|persistent|enforced)$/i;

/** Words that something else begins with than what stands before. */
const OPENING = /^(on|collate|match|not|deferrable|column_format|storage|(in)?visible|srid)\b/i;

/** Words that follow each other are one thing to say: `DEFERRABLE INITIALLY DEFERRED`. */
function joined(spans: readonly Span[], source: Source): Aside[] {
  const runs: Span[] = [];
  for (const { start, end } of spans) {
    const before = runs.at(-1);
    const { text } = source.statement;
    const isNext = before !== undefined && text.slice(before.end, start).trim() === '';
    if (isNext && !OPENING.test(text.slice(start, end))) before.end = end;
    else runs.push({ start, end });
  }
  return runs.map((span) => asideAt(source, span));
}

/** A check that the document does not enforce is none. */
function leaveUnenforced(ddl: ColumnDdl): ColumnDdl {
  const isLeft = ddl.asides.some(({ words }) => UNENFORCED.test(words));
  if (!isLeft) return ddl;
  return { ...ddl, constraints: ddl.constraints.filter(({ kind }) => kind !== 'check') };
}

const UNENFORCED = /\bnot\s+enforced\b/i;

/** Texts of SQLite have no length that it would keep to; its INTEGER has 64 bits, which few mean. */
function typeIn(type: ColumnType, dialect: Dialect): ColumnType {
  return dialect === 'sqlite' ? { ...type, isAnyText: true } : type;
}

function foreign(
  columns: string[],
  { table, columns: references, onDelete, asides }: ParsedReference,
  line: number,
  source: Source,
): Constraint {
  return {
    kind: 'foreign',
    line,
    key: { columns, table, references, line, ...(onDelete === null ? {} : { onDelete }) },
    asides: asides.map((span) => asideAt(source, span)),
  };
}

function checkOf(
  { expression, asides, ...span }: Extract<ParsedElement, { kind: 'check' }>,
  source: Source,
): Constraint {
  const line = lineOf(source, span);
  const tail = asides[0]?.start ?? span.end;
  const text = shorten(
    source.statement.text
      .slice(span.start, tail)
      .replace(/^(constraint\s+(?!check\b)\S+\s+|constraint\s+)?check\s*/i, ''),
    200,
  );
  return {
    kind: 'check',
    line,
    check: { expression, text, line },
    asides: asides.map((each) => asideAt(source, each)),
  };
}

/** A constraint, or why it is none of the app. */
export type Made = { constraint: Constraint } | { other: Ddl };

/** A constraint of a table as it was parsed; an index is out of scope. */
export function constraintOf(
  element: Exclude<ParsedElement, ParsedColumn & Span>,
  table: string,
  source: Source,
): Made {
  const line = lineOf(source, element);
  const asides = element.asides.map((span) => asideAt(source, span));
  const unenforced = asides.find(({ words }) => UNENFORCED.test(words));
  if (element.kind === 'check' && unenforced === undefined)
    return { constraint: checkOf(element, source) };
  if (element.kind === 'foreign')
    return {
      constraint: { ...foreign(element.columns, element.reference, line, source), asides },
    };
  if (element.kind === 'primary' || element.kind === 'unique') {
    const { names: columns, isWhole } = element.columns;
    if (isWhole) return { constraint: { kind: element.kind, columns, line, asides } };
  }
  const why =
    element.kind === 'check'
      ? 'The document does not enforce the rule, so that the app does not either.'
      : 'The app makes the indexes that its lists need; expressions and beginnings of texts are not unique.';
  const what = `${element.kind === 'check' ? 'check' : 'index'} of ${table.slice(0, 60)}: ${textAt(source, element)}`;
  return { other: { kind: 'out-of-scope', what, line, why } };
}
