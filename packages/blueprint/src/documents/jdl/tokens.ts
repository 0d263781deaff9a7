import { createToken, Lexer, type TokenType } from 'chevrotain';

export const Name = createToken({ name: 'Name', pattern: /[A-Za-z_][\w-]*/ });
export const Text = createToken({ name: 'Text', pattern: /"[^"\n]*"|'[^'\n]*'/ });
export const NumberToken = createToken({ name: 'Number', pattern: /-?\d+(?:\.\d+)?/ });
const EXPRESSION = /\/(?![*/])(?:\\[^\n\r]|[^\\\n\r]){0,1000}?\/(?=\s{0,100}\))/y;

/** A regular expression stands in brackets, so that nothing is looked for behind other slashes. */
export const Pattern = createToken({
  name: 'Pattern',
  pattern: (text, offset, matched) => {
    if (text[offset] !== '/' || matched.at(-1)?.image !== '(') return null;
    EXPRESSION.lastIndex = offset;
    return EXPRESSION.exec(text);
  },
  start_chars_hint: ['/'],
  line_breaks: false,
});
export const LCurly = createToken({ name: 'LCurly', pattern: /\{/ });
export const RCurly = createToken({ name: 'RCurly', pattern: /\}/ });
export const LParen = createToken({ name: 'LParen', pattern: /\(/ });
export const RParen = createToken({ name: 'RParen', pattern: /\)/ });
export const LSquare = createToken({ name: 'LSquare', pattern: /\[/ });
export const RSquare = createToken({ name: 'RSquare', pattern: /\]/ });
export const Comma = createToken({ name: 'Comma', pattern: /,/ });
export const Star = createToken({ name: 'Star', pattern: /\*/ });
export const Equals = createToken({ name: 'Equals', pattern: /=/ });
export const At = createToken({ name: 'At', pattern: /@/ });
export const Dot = createToken({ name: 'Dot', pattern: /[.:]/ });

function keyword(word: string): TokenType {
  return createToken({
    name: `Keyword${word}`,
    pattern: new RegExp(word),
    longer_alt: Name,
    categories: [Name],
  });
}

export const keywords = {
  relationship: keyword('relationship'),
  application: keyword('application'),
  deployment: keyword('deployment'),
  required: keyword('required'),
  entity: keyword('entity'),
  except: keyword('except'),
  enum: keyword('enum'),
  with: keyword('with'),
  for: keyword('for'),
  use: keyword('use'),
  to: keyword('to'),
} as const;

/** Descriptions stand apart from the grammar, since they can be anywhere. */
export const DOCS = 'docs';
const skipped = { group: Lexer.SKIPPED, line_breaks: true };
const BLOCK = /\/\*[^*]*(?:\*(?!\/)[^*]*)*(?:\*\/)?/;

export const tokens = [
  createToken({ name: 'WhiteSpace', pattern: /\s+/, ...skipped }),
  createToken({ name: 'LineComment', pattern: /\/\/[^\n]*/, ...skipped }),
  createToken({
    name: 'Doc',
    pattern: new RegExp(`(?=/\\*\\*)${BLOCK.source}`),
    group: DOCS,
    line_breaks: true,
  }),
  createToken({ name: 'BlockComment', pattern: BLOCK, ...skipped }),
  Pattern,
  ...Object.values(keywords),
  Name,
  NumberToken,
  Text,
  LCurly,
  RCurly,
  LParen,
  RParen,
  LSquare,
  RSquare,
  Comma,
  Star,
  Equals,
  At,
  Dot,
];
