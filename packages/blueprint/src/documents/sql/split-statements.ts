import { DocumentInvalid } from '../document-invalid.ts';
import type { Lines } from '../lines.ts';

export type SqlDialect = 'postgresql' | 'mysql' | 'sqlite';

/** A statement without its delimiter; `head` is its beginning without comments. */
export type Statement = { text: string; start: number; head: string };

const HEAD = 300;
const BODY = /^create\b[^(]*?\b(trigger|procedure|function|event)\b/i;
const COPY = /^copy\b[\s\S]*\bfrom\s+stdin\b/i;

/** Cuts an SQL document at its delimiters, in one pass; what is quoted or commented out holds none. */
export function splitStatements(text: string, dialect: SqlDialect, lines: Lines): Statement[] {
  const statements: Statement[] = [];
  const quotes = quotesOf(dialect);
  let delimiter = ';';
  let start = 0;
  let head = '';
  let nesting = 0;
  let at = 0;

  const note = (piece: string) => {
    if (head.length < HEAD) head = `${head}${piece}`.trimStart();
  };
  const end = (next: number) => {
    if (head !== '') statements.push({ text: text.slice(start, at), start, head });
    start = next;
    at = next;
    head = '';
    nesting = 0;
  };

  while (at < text.length) {
    const char = text[at] ?? '';
    const comment = endOfComment(text, at, dialect);
    if (comment !== null) {
      if (head === '') start = comment;
      note(' ');
      at = comment;
    } else if (char === '\\' && head === '' && dialect === 'postgresql') {
      at = start = endOfLine(text, at);
    } else if (head === '' && dialect === 'mysql' && isDelimiter(text, at)) {
      const line = endOfLine(text, at);
      delimiter = text.slice(at, line).trim().split(/\s+/)[1] ?? ';';
      at = start = line;
    } else if (text.startsWith(delimiter, at) && nesting === 0) {
      const isCopy = dialect === 'postgresql' && COPY.test(head);
      const next = at + delimiter.length;
      end(next);
      if (isCopy) at = start = endOfCopy(text, next);
    } else {
      const next = endOfToken(text, at, { quotes, dialect, lines });
      const token = text.slice(at, Math.min(next, at + HEAD));
      if (BODY.test(head)) nesting = Math.max(0, nesting + nestingOf(token, text, next));
      if (head !== '' || token.trim() !== '') note(token);
      else start = next;
      at = next;
    }
  }
  end(text.length);
  return statements;
}

/** The bodies of triggers and procedures hold delimiters of their own. */
function nestingOf(token: string, text: string, next: number): number {
  const word = token.toLowerCase();
  if (word === 'begin' || word === 'case') return 1;
  if (word !== 'end') return 0;
  const follows = /^\s+(if|loop|while|repeat)\b/i.test(text.slice(next, next + 20));
  return follows ? 0 : -1;
}

/** What closes each quote. */
const QUOTES: Readonly<Record<SqlDialect, string>> = {
  postgresql: `''""`,
  mysql: '\'\'""``',
  sqlite: '\'\'""``[]',
};

function quotesOf(dialect: SqlDialect): ReadonlyMap<string, string> {
  const pairs = QUOTES[dialect].match(/../g) ?? [];
  return new Map(pairs.map((pair) => [pair.charAt(0), pair.charAt(1)]));
}

function isDelimiter(text: string, at: number): boolean {
  return /^delimiter\s/i.test(text.slice(at, at + 10));
}

function endOfLine(text: string, at: number): number {
  const found = text.indexOf('\n', at);
  return found < 0 ? text.length : found + 1;
}

/** The rows of a COPY end at a line with `\.` alone. */
function endOfCopy(text: string, at: number): number {
  const found = text.indexOf('\n\\.', at - 1);
  return found < 0 ? text.length : endOfLine(text, found + 1);
}

function endOfComment(text: string, at: number, dialect: SqlDialect): number | null {
  if (text.startsWith('--', at)) return endOfLine(text, at);
  if (dialect === 'mysql' && text[at] === '#') return endOfLine(text, at);
  if (!text.startsWith('/*', at)) return null;
  const found = text.indexOf('*/', at + 2);
  return found < 0 ? text.length : found + 2;
}

type Scan = { quotes: ReadonlyMap<string, string>; dialect: SqlDialect; lines: Lines };

/** Where the word, the quoted text or the single character at an offset ends. */
function endOfToken(text: string, at: number, { quotes, dialect, lines }: Scan): number {
  const char = text[at] ?? '';
  const close = quotes.get(char);
  if (close !== undefined) {
    const isEscaped =
      dialect === 'mysql'
        ? char !== '`'
        : dialect === 'postgresql' &&
          char === "'" &&
          /[eE]/.test(text[at - 1] ?? '') &&
          !/\w/.test(text[at - 2] ?? '');
    const end = endOfQuote(text, at + 1, close, isEscaped);
    if (end !== null) return end;
    throw new DocumentInvalid(
      'document-invalid',
      'The quote that begins here is never closed.',
      lines.positionAt(at),
    );
  }
  if (char === '$' && dialect === 'postgresql' && !/\w/.test(text[at - 1] ?? '')) {
    const tag = /^\$(?:[A-Za-z_]\w{0,60})?\$/.exec(text.slice(at, at + 64))?.[0];
    if (tag !== undefined) {
      const found = text.indexOf(tag, at + tag.length);
      return found < 0 ? text.length : found + tag.length;
    }
  }
  if (!/\w/.test(char)) return at + 1;
  let next = at + 1;
  while (next < text.length && /\w/.test(text[next] ?? '')) next += 1;
  return next;
}

function endOfQuote(text: string, from: number, close: string, isEscaped: boolean): number | null {
  for (let at = from; at < text.length; at += 1) {
    if (isEscaped && text[at] === '\\') at += 1;
    else if (text[at] === close) {
      if (text[at + 1] !== close || close === ']') return at + 1;
      at += 1;
    }
  }
  return null;
}
