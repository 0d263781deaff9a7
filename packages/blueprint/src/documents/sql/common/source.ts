import type { ILexingError, IRecognitionException, IToken } from 'chevrotain';
import { DocumentInvalid } from '../../document-invalid.ts';
import { type Lines, shorten } from '../../lines.ts';
import type { Aside } from '../asides.ts';
import type { Statement } from '../split-statements.ts';
import { endOf } from './column-parser.ts';
import { ddlParser } from './ddl-parser.ts';
import type { Span } from './parsed.ts';
import { LParen, lexers, RParen } from './tokens.ts';

const MOST_NESTING = 60;

export type Dialect = 'mysql' | 'sqlite';
/** A statement with what is needed to say where something of it stands. */
export type Source = { statement: Statement; lines: Lines; dialect: Dialect };

export function lex({ statement, lines, dialect }: Source): IToken[] {
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

export function invalid(message: string, offset: number, lines: Lines): DocumentInvalid {
  const text = `${shorten(message, 200).replace(/\.$/, '')}.`;
  return new DocumentInvalid('document-invalid', text, lines.positionAt(offset));
}

/** What a rule makes of tokens; all of them have to be read. */
export function read<T>(tokens: IToken[], rule: () => T, { statement, lines, dialect }: Source): T {
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
export function closingOf(tokens: readonly IToken[]): number {
  let depth = 0;
  for (const [index, { tokenType }] of tokens.entries()) {
    if (tokenType === LParen) depth += 1;
    if (tokenType !== RParen) continue;
    depth -= 1;
    if (depth === 0) return index;
  }
  return tokens.length - 1;
}

export function lineOf({ statement, lines }: Source, { start }: Pick<Span, 'start'>): number {
  return lines.lineAt(statement.start + start);
}

/** What is written there, in one line. */
export function textAt({ statement }: Source, { start, end }: Span): string {
  return shorten(statement.text.slice(start, end), 300);
}

export function asideAt(source: Source, span: Span): Aside {
  return { words: textAt(source, span), line: lineOf(source, span) };
}

/** Where a run of tokens stands. */
export function spanOf(tokens: readonly IToken[]): Span {
  const [first, last] = [tokens[0], tokens.at(-1)];
  return { start: first?.startOffset ?? 0, end: last === undefined ? 0 : endOf(last) };
}
