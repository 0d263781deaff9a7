import {
  type ILexingError,
  type IRecognitionException,
  type IToken,
  tokenMatcher,
} from 'chevrotain';
import { DocumentInvalid } from '../../document-invalid.ts';
import { type Lines, shorten } from '../../lines.ts';
import type { ColumnType } from '../../tables/tables.ts';
import type { ColumnDdl, Constraint, Ddl, QualifiedName } from '../ddl.ts';
import type { Statement } from '../split-statements.ts';
import type { StatementParser } from '../statement-parser.ts';
import { ddlParser } from './ddl-parser.ts';
import type { ParsedElement, ParsedReference } from './parsed.ts';
import { keywords as k, LParen, lexers, RParen, Text, Word } from './tokens.ts';
import { textOf, unquoted } from './unquoted.ts';

const MOST_NESTING = 60;

type Dialect = 'mysql' | 'sqlite';
type Source = { statement: Statement; lines: Lines; dialect: Dialect };

/** Reads the statements of MySQL, MariaDB or SQLite that define tables. */
export function createStatementParser(dialect: Dialect): StatementParser {
  return (statement, lines) => {
    const source = { statement, lines, dialect };
    const tokens = lex(source);
    const [first, second] = tokens;
    if (first === undefined) return [];
    if (first.tokenType === k.alter) return alterDdl(tokens, source);
    return second?.tokenType === k.unique ? indexDdl(tokens, source) : tableDdl(tokens, source);
  };
}

function lex({ statement, lines, dialect }: Source): IToken[] {
  const { tokens, errors } = lexers[dialect].tokenize(statement.text);
  const [error] = errors;
  if (error !== undefined) throw invalid(error.message, at(error, statement), lines);
  let depth = 0;
  for (const token of tokens) {
    if (token.tokenType === LParen) depth += 1;
    if (token.tokenType === RParen) depth -= 1;
    if (depth > MOST_NESTING)
      throw invalid('Brackets are nested too deeply', statement.start + token.startOffset, lines);
  }
  return tokens;
}

const at = ({ offset }: ILexingError, { start }: Statement) => start + offset;

function invalid(message: string, offset: number, lines: Lines): DocumentInvalid {
  const text = `${shorten(message, 200).replace(/\.$/, '')}.`;
  return new DocumentInvalid('document-invalid', text, lines.positionAt(offset));
}

/** What a rule makes of tokens; all of them have to be read. */
function read<T>(tokens: IToken[], rule: () => T, { statement, lines, dialect }: Source): T {
  const made = ddlParser.read(tokens, rule, dialect === 'mysql');
  const [error] = ddlParser.errors;
  if (error === undefined) return made;
  const offset = offsetOf(error, statement.text.length);
  throw invalid(sentenceOf(error), statement.start + offset, lines);
}

function offsetOf(
  { token, previousToken }: IRecognitionException & { previousToken?: IToken },
  end: number,
) {
  if (token.startOffset >= 0) return token.startOffset;
  return previousToken === undefined ? end : previousToken.startOffset;
}

function sentenceOf({ token }: IRecognitionException): string {
  return token.image === ''
    ? 'The statement ends too early'
    : `"${shorten(token.image, 60)}" is not expected here`;
}

/** The bracket that closes the first one. */
function closingOf(tokens: readonly IToken[]): number {
  let depth = 0;
  for (const [index, { tokenType }] of tokens.entries()) {
    if (tokenType === LParen) depth += 1;
    if (tokenType !== RParen) continue;
    depth -= 1;
    if (depth === 0) return index;
  }
  return tokens.length - 1;
}

function tableDdl(tokens: IToken[], source: Source): Ddl[] {
  const { statement, lines } = source;
  const end = closingOf(tokens) + 1;
  const table = read(tokens.slice(0, end), () => ddlParser.table(), source);
  const description = commentOf(tokens.slice(end));
  const columns: ColumnDdl[] = [];
  const constraints: Constraint[] = [];
  const others: Ddl[] = [];
  for (const element of table.elements) {
    if (isOutOfScope(element)) others.push(indexOf(table.name, element, source));
    else if (element.kind === 'column') columns.push(columnOf(element, source));
    else constraints.push(...constraintOf(element, source));
  }
  return [
    {
      kind: 'table',
      name: table.name,
      line: lines.lineAt(statement.start + table.start),
      columns,
      constraints,
      ...(description === null ? {} : { description }),
    },
    ...others,
  ];
}

function isOutOfScope(element: ParsedElement): boolean {
  const isKey = element.kind === 'primary' || element.kind === 'unique';
  return element.kind === 'index' || (isKey && !element.columns.isWhole);
}

function indexOf(
  { name }: QualifiedName,
  { start }: ParsedElement,
  { statement, lines }: Source,
): Ddl {
  const line = lines.lineAt(statement.start + start);
  const why = 'The app makes the indexes that its lists need; expressions are not unique.';
  return { kind: 'out-of-scope', what: `index of ${name.slice(0, 60)}`, line, why };
}

/** `COMMENT='All orders'` among the options behind a table. */
function commentOf(tokens: readonly IToken[]): string | null {
  const index = tokens.findIndex(({ tokenType }) => tokenType === k.comment);
  const found = tokens.slice(index + 1, index + 3).find((token) => tokenMatcher(token, Text));
  return index < 0 || found === undefined ? null : textOf(found);
}

type ParsedColumn = Extract<ParsedElement, { kind: 'column' }>;

function columnOf({ name, type, options, start }: ParsedColumn, source: Source): ColumnDdl {
  const line = source.lines.lineAt(source.statement.start + start);
  const has = (kind: string) => options.some((option) => option.kind === kind);
  const ddl: ColumnDdl = {
    column: {
      name,
      line,
      type: typeIn(type, source.dialect),
      isRequired: has('not-null') || has('primary'),
      isUnique: has('unique'),
      isCounted: has('counted') || type.name === 'serial',
      isComputed: has('computed'),
    },
    constraints: [],
    isPrimary: has('primary'),
  };
  for (const option of options) {
    if (option.kind === 'default') ddl.column.default = option.value;
    if (option.kind === 'comment') ddl.column.description = option.text;
    if (option.kind === 'references') ddl.constraints.push(foreign([name], option.reference, line));
    if (option.kind === 'check') ddl.constraints.push(checkOf(option, source));
  }
  return ddl;
}

/** Texts of SQLite have no length that it would keep to; its INTEGER has 64 bits, which few mean. */
function typeIn(type: ColumnType, dialect: Dialect): ColumnType {
  return dialect === 'sqlite' ? { ...type, isAnyText: true } : type;
}

function foreign(
  columns: string[],
  { table, columns: references, onDelete }: ParsedReference,
  line: number,
): Constraint {
  return {
    kind: 'foreign',
    line,
    key: { columns, table, references, line, ...(onDelete === null ? {} : { onDelete }) },
  };
}

function checkOf(
  { expression, start, end }: Extract<ParsedElement, { kind: 'check' }>,
  { statement, lines }: Source,
): Constraint {
  const line = lines.lineAt(statement.start + start);
  const text = shorten(
    statement.text.slice(start, end).replace(/^(constraint\s+\S+\s+)?check\s*/i, ''),
    100,
  );
  return { kind: 'check', line, check: { expression, text, line } };
}

function constraintOf(element: Exclude<ParsedElement, ParsedColumn>, source: Source): Constraint[] {
  const line = source.lines.lineAt(source.statement.start + element.start);
  switch (element.kind) {
    case 'check':
      return [checkOf(element, source)];
    case 'foreign':
      return [foreign(element.columns, element.reference, line)];
    case 'index':
      return [];
    default:
      return element.columns.isWhole
        ? [{ kind: element.kind, columns: element.columns.names, line }]
        : [];
  }
}

function indexDdl(tokens: IToken[], source: Source): Ddl[] {
  const end = closingOf(tokens) + 1;
  const { name, table, columns } = read(
    tokens.slice(0, end),
    () => ddlParser.uniqueIndex(),
    source,
  );
  const line = source.lines.lineAt(source.statement.start);
  const isPartial = tokens.slice(end).some(({ image }) => image.toLowerCase() === 'where');
  if (columns.isWhole && !isPartial)
    return [
      {
        kind: 'add-constraint',
        table,
        line,
        constraint: { kind: 'unique', columns: columns.names, line },
      },
    ];
  return [
    {
      kind: 'out-of-scope',
      what: `unique index ${name}`,
      line,
      why: 'Only whole columns of all records are unique, not expressions or a part of the records.',
    },
  ];
}

/** Cuts the changes of an ALTER TABLE at the commas between them. */
function alterDdl(tokens: IToken[], source: Source): Ddl[] {
  const named = readTableName(tokens);
  if (named === null) throw invalidAt(tokens[0], source);
  const changes: IToken[][] = [[]];
  let depth = 0;
  for (const token of tokens.slice(named.next)) {
    if (token.tokenType === LParen) depth += 1;
    if (token.tokenType === RParen) depth -= 1;
    if (depth === 0 && token.image === ',') changes.push([]);
    else changes.at(-1)?.push(token);
  }
  return changes.flatMap((change) => changeDdl(named.table, change, source));
}

function invalidAt(token: IToken | undefined, { statement, lines }: Source): DocumentInvalid {
  const offset = statement.start + (token?.startOffset ?? 0);
  return invalid('This change of a table cannot be read', offset, lines);
}

function readTableName(tokens: readonly IToken[]): { table: QualifiedName; next: number } | null {
  let next = tokens.findIndex(({ tokenType }) => tokenType === k.table) + 1;
  const words = ['if', 'exists', 'only'];
  while (words.includes(tokens[next]?.image.toLowerCase() ?? '')) next += 1;
  const names: string[] = [];
  for (;;) {
    const token = tokens[next];
    if (token === undefined) return null;
    names.push(tokenMatcher(token, Word) ? token.image : unquoted(token.image));
    next += 1;
    if (tokens[next]?.image !== '.') break;
    next += 1;
  }
  const name = names.pop() ?? '';
  return { table: { schema: names.pop() ?? null, name }, next };
}

function changeDdl(table: QualifiedName, tokens: IToken[], source: Source): Ddl[] {
  const [first] = tokens;
  if (first === undefined) return [];
  const line = source.lines.lineAt(source.statement.start + first.startOffset);
  const verb = first.image.toLowerCase();
  if (!['add', 'modify', 'change'].includes(verb)) return quietChange(table, tokens, line);
  const isColumn = tokens[1]?.image.toLowerCase() === 'column';
  let rest = tokens.slice(isColumn ? 2 : 1);
  const old = rest[0];
  if (verb === 'change') rest = rest.slice(1);
  const element = read(withoutPlace(rest), () => ddlParser.element(), source);
  if (element.kind !== 'column')
    return constraintOf(element, source).map((constraint) => ({
      kind: 'add-constraint',
      table,
      constraint,
      line,
    }));
  const column = columnOf(element, source);
  if (verb === 'add') return [{ kind: 'add-column', table, column, line }];
  const name = verb === 'change' && old !== undefined ? nameOf(old) : column.column.name;
  return [{ kind: 'change-column', table, name, column, line }];
}

const nameOf = (token: IToken) => (tokenMatcher(token, Word) ? token.image : unquoted(token.image));

/** `AFTER name` and `FIRST` say where a column stands. */
function withoutPlace(tokens: IToken[]): IToken[] {
  const last = tokens.at(-1)?.image.toLowerCase();
  if (last === 'first') return tokens.slice(0, -1);
  return tokens.at(-2)?.image.toLowerCase() === 'after' ? tokens.slice(0, -2) : tokens;
}

function quietChange(table: QualifiedName, tokens: readonly IToken[], line: number): Ddl[] {
  const words = tokens.slice(0, 3).map(({ image }) => image);
  const isAboutData = ['drop', 'rename', 'alter'].includes(words[0]?.toLowerCase() ?? '');
  return isAboutData
    ? [
        {
          kind: 'out-of-scope',
          what: `change of ${table.name}: ${words.join(' ')}`,
          line,
          why: 'A document shows the data as it is; steps of a migration are not followed.',
        },
      ]
    : [];
}
