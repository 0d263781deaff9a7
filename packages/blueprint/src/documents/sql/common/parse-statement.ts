import { type IToken, tokenMatcher } from 'chevrotain';
import type { Ddl } from '../ddl.ts';
import type { StatementParser } from '../statement-parser.ts';
import { alterDdl } from './alter-table.ts';
import { ddlParser } from './ddl-parser.ts';
import {
  asideAt,
  closingOf,
  type Dialect,
  lex,
  lineOf,
  read,
  type Source,
  spanOf,
} from './source.ts';
import { columnOf, constraintOf } from './to-ddl.ts';
import { Comma, keywords as k, Text } from './tokens.ts';
import { textOf } from './unquoted.ts';

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

function tableDdl(tokens: IToken[], source: Source): Ddl[] {
  const end = closingOf(tokens) + 1;
  const parsed = read(tokens.slice(0, end), () => ddlParser.table(), source);
  const { description, options } = optionsOf(tokens.slice(end));
  const { name } = parsed;
  const table: Extract<Ddl, { kind: 'table' }> = {
    kind: 'table',
    name,
    line: lineOf(source, parsed),
    columns: [],
    constraints: [],
    asides: options.map((run) => asideAt(source, spanOf(run))),
    ...(description === null ? {} : { description }),
  };
  const others: Ddl[] = [];
  for (const element of parsed.elements) {
    if (element.kind === 'column') {
      table.columns.push(columnOf(element, source));
      continue;
    }
    const made = constraintOf(element, name.name, source);
    if ('constraint' in made) table.constraints.push(made.constraint);
    else others.push(made.other);
  }
  return [table, ...others];
}

/** `COMMENT='All orders'` among the options behind a table; those before and behind it are asides. */
function optionsOf(tokens: readonly IToken[]): { description: string | null; options: IToken[][] } {
  const index = tokens.findIndex(({ tokenType }) => tokenType === k.comment);
  const offset = tokens.slice(index + 1, index + 3).findIndex((token) => tokenMatcher(token, Text));
  const text = tokens[index + 1 + offset];
  const isComment = index >= 0 && offset >= 0 && text !== undefined;
  const runs = isComment
    ? [tokens.slice(0, index), tokens.slice(index + offset + 2)]
    : [tokens.slice()];
  return {
    description: isComment ? textOf(text) : null,
    options: runs
      .map((run) => (run[0]?.tokenType === Comma ? run.slice(1) : run))
      .filter((run) => run.length > 0),
  };
}

function indexDdl(tokens: IToken[], source: Source): Ddl[] {
  const end = closingOf(tokens) + 1;
  const { name, table, columns } = read(
    tokens.slice(0, end),
    () => ddlParser.uniqueIndex(),
    source,
  );
  const line = lineOf(source, { start: 0 });
  const rest = tokens.slice(end);
  const isPartial = rest.some(({ image }) => image.toLowerCase() === 'where');
  const spans = [...columns.asides, ...(rest.length > 0 ? [spanOf(rest)] : [])];
  if (columns.isWhole && !isPartial)
    return [
      {
        kind: 'add-constraint',
        table,
        line,
        constraint: {
          kind: 'unique',
          columns: columns.names,
          line,
          asides: spans.map((span) => asideAt(source, span)),
        },
      },
    ];
  const { words } = asideAt(source, spanOf(tokens));
  return [
    {
      kind: 'out-of-scope',
      what: `unique index ${name}: ${words}`,
      line,
      why: 'Only whole columns of all records are unique, not expressions or a part of the records.',
    },
  ];
}
