import { createToken, Lexer, type TokenType } from 'chevrotain';

const SKIPPED = { group: Lexer.SKIPPED, line_breaks: true };

/** Whatever can name something: words that mean nothing here, and most keywords. */
export const Word = createToken({ name: 'Word', pattern: Lexer.NA });
/** Words that can stand in the name of a type. */
export const TypeWord = createToken({ name: 'TypeWord', pattern: Lexer.NA });
const Identifier = createToken({
  name: 'Identifier',
  pattern: /[A-Za-z_$\u0080-\uffff][\w$\u0080-\uffff]*/,
  categories: [Word, TypeWord],
});
export const Quoted = createToken({ name: 'Quoted', pattern: Lexer.NA });
const SqliteQuoted = createToken({
  name: 'SqliteQuoted',
  categories: [Quoted],
  pattern: /`[^`]*(?:``[^`]*)*`|\[[^\]]*\]|"[^"]*(?:""[^"]*)*"/,
  line_breaks: true,
});
const MysqlQuoted = createToken({
  name: 'MysqlQuoted',
  pattern: /`[^`]*(?:``[^`]*)*`/,
  categories: [Quoted],
  line_breaks: true,
});
export const Text = createToken({ name: 'Text', pattern: Lexer.NA });
const SqliteText = createToken({
  name: 'SqliteText',
  pattern: /[xX]?'[^']*(?:''[^']*)*'/,
  categories: [Text],
  line_breaks: true,
});
export const MysqlText = createToken({
  name: 'MysqlText',
  pattern:
    /(?:_[a-z0-9]+\s*|[bBnNxX])?'[^'\\]*(?:(?:''|\\[\s\S])[^'\\]*)*'|"[^"\\]*(?:(?:""|\\[\s\S])[^"\\]*)*"/,
  categories: [Text],
  line_breaks: true,
});
export const NumberToken = createToken({
  name: 'Number',
  pattern: /0[xX][0-9a-fA-F]+|\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?/,
});
export const LParen = createToken({ name: 'LParen', pattern: /\(/ });
export const RParen = createToken({ name: 'RParen', pattern: /\)/ });
export const Comma = createToken({ name: 'Comma', pattern: /,/ });
export const Dot = createToken({ name: 'Dot', pattern: /\./ });
export const Sign = createToken({ name: 'Sign', pattern: /[+-]/ });
export const Comparison = createToken({ name: 'Comparison', pattern: /<=>|<=|>=|<>|!=|==|=|<|>/ });
export const Operator = createToken({
  name: 'Operator',
  pattern: /\|\||&&|->>?|::|[*/%&|~^!?@:{}\\#]/,
});

/** `isName`: also the name of a column or table; `inType`: also a word of a type. */
function keyword(word: string, ...categories: TokenType[]): TokenType {
  return createToken({
    name: word,
    pattern: new RegExp(word, 'i'),
    longer_alt: Identifier,
    categories,
  });
}

export const keywords = {
  create: keyword('CREATE'),
  table: keyword('TABLE'),
  if: keyword('IF'),
  not: keyword('NOT'),
  exists: keyword('EXISTS'),
  null: keyword('NULL'),
  default: keyword('DEFAULT'),
  primary: keyword('PRIMARY'),
  foreign: keyword('FOREIGN'),
  references: keyword('REFERENCES'),
  unique: keyword('UNIQUE'),
  check: keyword('CHECK'),
  constraint: keyword('CONSTRAINT'),
  collate: keyword('COLLATE'),
  and: keyword('AND'),
  or: keyword('OR'),
  in: keyword('IN'),
  is: keyword('IS'),
  between: keyword('BETWEEN'),
  like: keyword('LIKE'),
  on: keyword('ON'),
  as: keyword('AS'),
  alter: keyword('ALTER'),
  add: keyword('ADD', Word),
  key: keyword('KEY', Word),
  index: keyword('INDEX', Word),
  fulltext: keyword('FULLTEXT', Word),
  spatial: keyword('SPATIAL', Word),
  autoIncrement: keyword('AUTO_INCREMENT', Word),
  autoincrement: keyword('AUTOINCREMENT', Word),
  comment: keyword('COMMENT', Word),
  generated: keyword('GENERATED', Word),
  always: keyword('ALWAYS', Word),
  delete: keyword('DELETE', Word),
  update: keyword('UPDATE', Word),
  cascade: keyword('CASCADE', Word),
  set: keyword('SET', Word, TypeWord),
  character: keyword('CHARACTER', Word, TypeWord),
  charset: keyword('CHARSET', Word),
  match: keyword('MATCH', Word),
} as const;

const shared = [
  createToken({ name: 'WhiteSpace', pattern: /\s+/, ...SKIPPED }),
  createToken({ name: 'LineComment', pattern: /--[^\n]*/, ...SKIPPED }),
  createToken({
    name: 'BlockComment',
    pattern: /\/\*[^*]*(?:\*(?!\/)[^*]*)*(?:\*\/)?/,
    ...SKIPPED,
  }),
];
const HashComment = createToken({ name: 'HashComment', pattern: /#[^\n]*/, ...SKIPPED });
const rest = [
  LParen,
  RParen,
  Comma,
  NumberToken,
  Dot,
  Comparison,
  Sign,
  // Longest first: AUTO_INCREMENT and CHARACTER before what they begin with.
  ...Object.values(keywords).sort((a, b) => b.name.length - a.name.length),
  Identifier,
  Operator,
];
const abstract = [Word, TypeWord, Text, Quoted];

/** Every token that the grammar knows, whichever dialect it comes from. */
export const allTokens = [
  ...abstract,
  ...shared,
  HashComment,
  SqliteQuoted,
  MysqlQuoted,
  SqliteText,
  MysqlText,
  ...rest,
];

const OFFSETS = { positionTracking: 'onlyOffset', ensureOptimizations: false } as const;

export const lexers = {
  mysql: new Lexer([...abstract, ...shared, HashComment, MysqlQuoted, MysqlText, ...rest], OFFSETS),
  sqlite: new Lexer([...abstract, ...shared, SqliteQuoted, SqliteText, ...rest], OFFSETS),
};
