import type { EmbeddedActionsParser, ILexingResult, IToken, Lexer } from 'chevrotain';
import { DocumentInvalid } from './document-invalid.ts';
import { type Lines, shorten } from './lines.ts';

const OPENING = new Set(['{', '(', '[']);
const CLOSING = new Set(['}', ')', ']']);
const MOST_NESTING = 30;

type Grammar<T> = {
  lexer: Lexer;
  parser: EmbeddedActionsParser;
  /** Its first rule, which reads everything. */
  rule: () => T;
};

/** What a grammar makes of a whole document; throws `DocumentInvalid` at the place of the first error. */
export function parseTokens<T>(
  text: string,
  { lexer, parser, rule }: Grammar<T>,
  lines: Lines,
): { found: T; groups: ILexingResult['groups'] } {
  const { tokens, errors, groups } = lexer.tokenize(text);
  const [lexing] = errors;
  if (lexing !== undefined) {
    const found = shorten(text.slice(lexing.offset, lexing.offset + lexing.length), 40);
    throw invalid(`"${found}" is not expected here`, lexing.offset, lines);
  }
  expectShallow(tokens, lines);
  parser.input = tokens;
  const found = rule();
  const [error] = parser.errors;
  if (error === undefined) return { found, groups };
  const { image, startOffset } = error.token;
  if (startOffset >= 0)
    throw invalid(`"${shorten(image, 60)}" is not expected here`, startOffset, lines);
  throw invalid('The document ends too early', text.trimEnd().length, lines);
}

/** Rules call each other as deep as brackets are nested. */
function expectShallow(tokens: readonly IToken[], lines: Lines): void {
  let depth = 0;
  for (const { image, startOffset } of tokens) {
    if (OPENING.has(image)) depth += 1;
    if (CLOSING.has(image)) depth -= 1;
    if (depth > MOST_NESTING) throw invalid('Brackets are nested too deeply', startOffset, lines);
  }
}

export function invalid(message: string, offset: number, lines: Lines): DocumentInvalid {
  return new DocumentInvalid('document-invalid', `${message}.`, lines.positionAt(offset));
}
