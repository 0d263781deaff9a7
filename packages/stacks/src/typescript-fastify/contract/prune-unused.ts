import type { GeneratedFile } from '@quantumlayer/contracts';
import { importNames } from '../text.ts';

/** Something that a file declares at its top level, with the comment before it; null for what is done there. */
type Part = { name: string | null; text: string };
/** `whole` is what stands for all of a module, or for what it gives by default. */
type Import = { from: string; names: string[]; whole: string | null; text: string };
type Source = { path: string; imports: Import[]; parts: Part[] };

const DECLARATION = /^(?:export )?(?:async )?(?:function|const|class|type) (\w+)/;
const START = /^(?:export |async |function |const |class |type |\/\*\*|\/\/)/;
const STATEMENT = /^(?:await |for |if |[\w.]+\()/;
const IMPORT = /^import [^;]*?;\n/gms;

/**
 * Leaves out of the library of an app what nothing in it uses: a document that has no uploads gets nothing that takes
 * them. What is declared outside of the library, and what is done when a file is loaded, is used.
 */
export function pruneUnused(
  files: readonly GeneratedFile[],
  isLibrary: (path: string) => boolean,
): GeneratedFile[] {
  const sources = files
    .filter(({ path }) => path.endsWith('.ts'))
    .map(({ path, content }) => parse(path, content));
  const used = reach(sources, isLibrary);
  const pruned = new Map(
    sources
      .filter(({ path }) => isLibrary(path))
      .map((source) => [source.path, write(source, used)]),
  );
  return files
    .map((file) => ({ path: file.path, content: pruned.get(file.path) ?? file.content }))
    .filter(({ content }) => content !== '');
}

function parse(path: string, content: string): Source {
  const found = [...content.matchAll(IMPORT)].map(([text]) => text);
  const parts: Part[] = [];
  let isOpen = false;
  for (const line of content.replaceAll(IMPORT, '').split('\n')) {
    const last = parts.at(-1);
    const isStart = START.test(line) || (STATEMENT.test(line) && !isOpen);
    const name = DECLARATION.exec(line)?.[1] ?? null;
    if (last === undefined || (isStart && !isComment(last.text)))
      parts.push({ name, text: `${line}\n` });
    else Object.assign(last, { name: last.name ?? name, text: `${last.text}${line}\n` });
    isOpen = line.startsWith('/**') ? !line.includes('*/') : isOpen && !line.includes('*/');
  }
  return { path, imports: found.map(parseImport), parts };
}

/** Whether nothing but a comment stands there, which belongs to what follows. */
function isComment(text: string): boolean {
  return withoutComments(text).trim() === '' && text.trim() !== '';
}

function parseImport(text: string): Import {
  const from = /from '([^']+)'/.exec(text)?.[1] ?? '';
  const names = (/\{([^}]*)\}/s.exec(text)?.[1] ?? '').split(',').map((name) => name.trim());
  const type = text.startsWith('import type') ? 'type ' : '';
  const whole = /^import (?:\* as )?(\w+)(?:,| from)/.exec(text)?.[1] ?? null;
  return {
    from,
    names: names.filter((name) => name !== '').map((name) => `${type}${name}`),
    whole,
    text,
  };
}

/** What is used, as `path name`: from what is not of the library on. */
function reach(sources: readonly Source[], isLibrary: (path: string) => boolean): Set<string> {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const used = new Set<string>();
  const visitPart = (source: Source, { text }: Part): void => {
    const words = wordsOf(text);
    for (const part of source.parts)
      if (part.name !== null && words.has(part.name)) visit(source, part.name);
    for (const { from, names, whole } of source.imports) {
      const target = from.startsWith('.') ? byPath.get(resolve(source.path, from)) : undefined;
      if (target === undefined) continue;
      const taken = names.map(plainName).filter((name) => words.has(name));
      const members = whole !== null && words.has(whole) ? words : [];
      for (const name of [...taken, ...members]) visit(target, name);
    }
  };
  const visit = (source: Source, name: string): void => {
    const key = `${source.path} ${name}`;
    const part = source.parts.find((one) => one.name === name);
    if (part === undefined || used.has(key)) return;
    used.add(key);
    visitPart(source, part);
  };
  for (const source of sources)
    for (const part of source.parts)
      if (part.name === null || !isLibrary(source.path)) visitPart(source, part);
  return used;
}

function write({ path, imports, parts }: Source, used: ReadonlySet<string>): string {
  const kept = parts.filter(({ name }) => name === null || used.has(`${path} ${name}`));
  const body = kept
    .map(({ text }) => text)
    .join('')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
  if (body === '') return '';
  const words = wordsOf(body);
  const head = imports.map(({ from, names, whole, text }) => {
    if (whole !== null) return words.has(whole) ? text : '';
    const own = names.filter((name) => words.has(plainName(name)));
    if (own.length === names.length) return text;
    return own.length === 0 ? '' : importNames(own, from);
  });
  return `${[head.join(''), body].filter((text) => text !== '').join('\n')}\n`;
}

const plainName = (name: string): string => name.replace(/^type /, '').replace(/^.* as /, '');

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*\*.*?\*\/|^\s*\/\/[^\n]*$/gms, '');
}

function wordsOf(text: string): Set<string> {
  return new Set(withoutComments(text).match(/[\w$]+/g) ?? []);
}

function resolve(path: string, from: string): string {
  return new URL(from, `file:///${path}`).pathname.slice(1);
}
