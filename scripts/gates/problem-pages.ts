import { readFileSync } from 'node:fs';
import ts from 'typescript';
import type { Gate } from './gate.ts';
import { listFiles, readSources } from './source-files.ts';

export const problemsGate: Gate = {
  name: 'problems',
  promise: 'every error code has its page, and every page its error',
  async check(root) {
    const sources = readSources(root).filter(
      ({ path, isTest }) => !isTest && /^(apps\/server|packages\/(capsule|blueprint))\//.test(path),
    );
    const codes = new Set(sources.flatMap(({ path, text }) => findCodes(path, text)));
    const pages = listFiles(root)
      .map((path) => /^docs\/problems\/([a-z0-9-]+)\.md$/.exec(path)?.[1])
      .filter((code) => code !== undefined && code !== 'README');
    return {
      note: `${codes.size} error codes with their pages`,
      problems: [
        ...[...codes]
          .filter((code) => !pages.includes(code))
          .map((code) => `docs/problems/${code}.md is missing`),
        ...pages.flatMap((code) => judgePage(code ?? '', codes, root)),
      ],
    };
  },
};

/** How a code is written where it is not the `code` of a class: by the HTTP edge, by stages, by the reader. */
const spelledOut =
  /(?:'\/problems\/|new StageFailed\(\{\s*code: '|^ {2}\| '(?=prompt-|document-))([a-z0-9-]+)'/gm;

/** The codes of error classes, and those that are spelled out elsewhere. */
export function findCodes(path: string, text: string): string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true);
  const codes: string[] = [...text.matchAll(spelledOut)].map(([, code]) => `${code}`);
  function visit(node: ts.Node): void {
    if (ts.isClassDeclaration(node) && node.heritageClauses !== undefined)
      codes.push(...codeOf(node));
    ts.forEachChild(node, visit);
  }
  visit(source);
  return codes;
}

function codeOf(node: ts.ClassDeclaration): string[] {
  const member = node.members
    .filter(ts.isPropertyDeclaration)
    .find(({ name }) => ts.isIdentifier(name) && name.text === 'code');
  const value = member?.initializer;
  return value !== undefined && ts.isStringLiteral(value) ? [value.text] : [];
}

function judgePage(code: string, codes: ReadonlySet<string>, root: string): string[] {
  if (!codes.has(code)) return [`docs/problems/${code}.md: no error has this code`];
  const text = readFileSync(`${root}/docs/problems/${code}.md`, 'utf8');
  const headings = ['# ', '## What to do'];
  return headings
    .filter((heading) => !text.split('\n').some((line) => line.startsWith(heading)))
    .map((heading) => `docs/problems/${code}.md has no "${heading.trim()}"`);
}
