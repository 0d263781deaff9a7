import { createToken, Lexer } from 'chevrotain';

export const Name = createToken({ name: 'Name', pattern: /[A-Za-z_][\w-]*/ });
export const EnumWord = createToken({
  name: 'EnumWord',
  pattern: /enum/,
  longer_alt: Name,
  categories: [Name],
});
export const SettingWord = createToken({
  name: 'SettingWord',
  pattern: /datasource|generator/,
  longer_alt: Name,
  categories: [Name],
});
export const ModelWord = createToken({
  name: 'ModelWord',
  pattern: /model|view|type/,
  longer_alt: Name,
  categories: [Name],
});
export const Text = createToken({ name: 'Text', pattern: /"[^"\\\n]*(?:\\[^\n][^"\\\n]*)*"/ });
/** To the end of its line, so that each character is looked at once. */
const OpenText = createToken({ name: 'OpenText', pattern: /"[^\n]*/ });
export const NumberToken = createToken({ name: 'Number', pattern: /-?\d+(?:\.\d+)?/ });
export const LCurly = createToken({ name: 'LCurly', pattern: /\{/ });
export const RCurly = createToken({ name: 'RCurly', pattern: /\}/ });
export const LParen = createToken({ name: 'LParen', pattern: /\(/ });
export const RParen = createToken({ name: 'RParen', pattern: /\)/ });
export const LSquare = createToken({ name: 'LSquare', pattern: /\[/ });
export const RSquare = createToken({ name: 'RSquare', pattern: /\]/ });
export const Comma = createToken({ name: 'Comma', pattern: /,/ });
export const Colon = createToken({ name: 'Colon', pattern: /:/ });
export const Dot = createToken({ name: 'Dot', pattern: /\./ });
export const Question = createToken({ name: 'Question', pattern: /\?/ });
export const Equals = createToken({ name: 'Equals', pattern: /=/ });
export const BlockAt = createToken({ name: 'BlockAt', pattern: /@@/ });
export const At = createToken({ name: 'At', pattern: /@/ });

/** `///` describes what follows it, or what ends on its line. */
export const DOCS = 'docs';
const skipped = { group: Lexer.SKIPPED, line_breaks: true };

export const tokens = [
  createToken({ name: 'WhiteSpace', pattern: /\s+/, ...skipped }),
  createToken({ name: 'Doc', pattern: /\/\/\/[^\n]*/, group: DOCS }),
  createToken({ name: 'LineComment', pattern: /\/\/[^\n]*/, ...skipped }),
  createToken({
    name: 'BlockComment',
    pattern: /\/\*[^*]*(?:\*(?!\/)[^*]*)*(?:\*\/)?/,
    ...skipped,
  }),
  EnumWord,
  SettingWord,
  ModelWord,
  Name,
  Text,
  OpenText,
  NumberToken,
  LCurly,
  RCurly,
  LParen,
  RParen,
  LSquare,
  RSquare,
  Comma,
  Colon,
  Dot,
  Question,
  Equals,
  BlockAt,
  At,
];
