import { type IToken, tokenMatcher } from 'chevrotain';
import type { Ddl, QualifiedName } from '../ddl.ts';
import { ddlParser } from './ddl-parser.ts';
import { asideAt, invalid, lineOf, read, type Source, spanOf } from './source.ts';
import { columnOf, constraintOf } from './to-ddl.ts';
import { keywords as k, LParen, RParen, Word } from './tokens.ts';
import { unquoted } from './unquoted.ts';

/** The changes of an ALTER TABLE, cut at the commas between them. */
export function alterDdl(tokens: IToken[], source: Source): Ddl[] {
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

function invalidAt(token: IToken | undefined, { statement, lines }: Source) {
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
    names.push(nameOf(token));
    next += 1;
    if (tokens[next]?.image !== '.') break;
    next += 1;
  }
  const name = names.pop() ?? '';
  return { table: { schema: names.pop() ?? null, name }, next };
}

const nameOf = (token: IToken) => (tokenMatcher(token, Word) ? token.image : unquoted(token.image));

function changeDdl(table: QualifiedName, tokens: IToken[], source: Source): Ddl[] {
  const [first] = tokens;
  if (first === undefined) return [];
  const line = lineOf(source, { start: first.startOffset });
  const verb = first.image.toLowerCase();
  if (!['add', 'modify', 'change'].includes(verb)) return [quietChange(table, tokens, source)];
  const isColumn = tokens[1]?.image.toLowerCase() === 'column';
  let rest = tokens.slice(isColumn ? 2 : 1);
  const old = rest[0];
  if (verb === 'change') rest = rest.slice(1);
  const element = read(withoutPlace(rest), () => ddlParser.element(), source);
  if (element.kind !== 'column') {
    const made = constraintOf(element, table.name, source);
    return 'constraint' in made
      ? [{ kind: 'add-constraint', table, constraint: made.constraint, line }]
      : [made.other];
  }
  const column = columnOf(element, source);
  if (verb === 'add') return [{ kind: 'add-column', table, column, line }];
  const name = verb === 'change' && old !== undefined ? nameOf(old) : column.column.name;
  return [{ kind: 'change-column', table, name, column, line }];
}

/** `AFTER name` and `FIRST` say where a column stands. */
function withoutPlace(tokens: IToken[]): IToken[] {
  const last = tokens.at(-1)?.image.toLowerCase();
  if (last === 'first') return tokens.slice(0, -1);
  return tokens.at(-2)?.image.toLowerCase() === 'after' ? tokens.slice(0, -2) : tokens;
}

function quietChange({ name }: QualifiedName, tokens: readonly IToken[], source: Source): Ddl {
  const { words, line } = asideAt(source, spanOf(tokens));
  const isAboutData = /^(drop|rename|alter)\b/i.test(words);
  return {
    kind: 'out-of-scope',
    what: `change of ${name.slice(0, 60)}: ${words}`,
    line,
    why: isAboutData
      ? 'A document shows the data as it is; steps of a migration are not followed.'
      : 'How a database stores its rows is left to the database of the app.',
  };
}
