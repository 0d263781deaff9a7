import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { readCliConfig } from './config.ts';
import { createProgram } from './program.ts';
import { createTerminal } from './terminal/terminal.ts';

const root = join(import.meta.dirname, '../../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

const documents = [
  'README.md',
  ...readdirSync(join(root, 'docs/guides')).map((name) => `docs/guides/${name}`),
];
const program = createProgram({ config: readCliConfig({}), terminal: createTerminal() });

/** What is written in code: fenced blocks, and the spans of a line. */
function codeOf(markdown: string): string[] {
  const blocks = [...markdown.matchAll(/^```[a-z]*\n([\s\S]*?)^```/gm)].map(
    ([, block = '']) => block,
  );
  const spans = markdown.replaceAll(/^```[\s\S]*?^```/gm, '').matchAll(/`([^`]+)`/g);
  return [
    ...blocks.flatMap((block) => block.replaceAll('\\\n', ' ').split('\n')),
    ...[...spans].map(([, span = '']) => span),
  ];
}

/** The words after `ql`, or after an npm script that is `ql`. */
function callsOf(line: string): string[] {
  const text = line.replace(/\s#.*$/, '');
  const calls = [...text.matchAll(/(?:npm run (?:-s )?ql --|(?:^|[\s(`])ql) ([^|)&;]+)/g)].map(
    ([, call = '']) => call,
  );
  const generate = [...text.matchAll(/npm run (?:-s )?generate -- ([^|)&;]+)/g)].map(
    ([, call = '']) => `generate ${call}`,
  );
  return [...calls, ...generate];
}

/** What is wrong with a call; null when the command, its arguments and its options exist. */
function faultOf(call: string): string | null {
  const words = call.match(/"[^"]*"|\S+/g) ?? [];
  let command: Command = program;
  let at = 0;
  for (; at < words.length; at += 1) {
    const next = command.commands.find((one) => one.name() === words[at]);
    if (next === undefined) break;
    command = next;
  }
  const isGroup = command.commands.length > 0;
  const rest = words.slice(at);
  if (isGroup && rest[0] !== undefined && !/^(-|COMMAND$)/.test(rest[0]))
    return `no command ${rest[0]}`;
  const known = new Set(command.options.flatMap(({ long, short }) => [long, short]));
  const named = rest.filter((word) => /^--?[a-z]/.test(word));
  const unknown = named.find((word) => !known.has(word) && !['--help', '-h'].includes(word));
  return unknown === undefined ? null : `no option ${unknown}`;
}

const calls = documents.flatMap((path) =>
  codeOf(read(path)).flatMap((line) => callsOf(line).map((call) => [path, call.trim()] as const)),
);

describe('the commands in the documents', () => {
  it('are many', () => expect(calls.length).toBeGreaterThan(50));

  it('exist, with each of their options', () => {
    const faults = calls.map(([path, call]) => [path, call, faultOf(call)] as const);
    expect(faults.filter(([, , fault]) => fault !== null)).toEqual([]);
  });

  it('are refused by this test when they do not exist', () => {
    expect(faultOf('capsules fetch cap_1')).toBe('no command fetch');
    expect(faultOf('capsules download cap_1 --form git')).toBe('no option --form');
    expect(faultOf('capsules download cap_1 --format git')).toBeNull();
  });

  it('leave none out of the guide of the command line', () => {
    const guide = read('docs/guides/command-line.md');
    const all = program.commands.flatMap((one) =>
      one.commands.length === 0
        ? [one.name()]
        : one.commands.map((child) => `${one.name()} ${child.name()}`),
    );
    expect(all.filter((name) => !guide.includes(`| \`ql ${name}`))).toEqual([]);
  });

  it('are npm scripts that exist', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = documents.flatMap((path) =>
      codeOf(read(path)).flatMap((line) =>
        [...line.matchAll(/npm run (?:-s )?([a-z][a-z:]*)/g)].map(([, name = '']) => name),
      ),
    );
    expect(named.filter((name) => scripts[name] === undefined && name !== 'NAME')).toEqual([]);
  });
});

describe('the endpoints in the documents', () => {
  const { paths } = JSON.parse(read('apps/server/openapi.json')) as {
    paths: Record<string, object>;
  };
  const shapes = new Set(
    Object.entries(paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method} ${shapeOf(path)}`),
    ),
  );

  /** `/runs/:runId`, `/runs/{runId}` and `/runs/$RUN` have the same shape. */
  function shapeOf(path: string): string {
    return path.replaceAll(/\{[^}]+\}|:[A-Za-z]+|\$[A-Z_]+/g, '*');
  }

  const named = documents.flatMap((path) =>
    codeOf(read(path)).flatMap((line) => [
      ...[...line.matchAll(/\b(GET|POST|PUT|PATCH|DELETE) (\/api\/v1\/[^\s"?`]+)/g)].map(
        ([, method = '', at = '']) => `${method.toLowerCase()} ${shapeOf(at)}`,
      ),
      ...[...line.matchAll(/\$QL_URL(\/api\/v1\/[^\s"?]+)/g)].map(
        ([, at = '']) => `${/-X ([A-Z]+)/.exec(line)?.[1]?.toLowerCase() ?? 'get'} ${shapeOf(at)}`,
      ),
    ]),
  );

  it('are many, and all exist', () => {
    expect(named.length).toBeGreaterThan(10);
    // A check is named in the path of its output.
    const missing = named.filter(
      (one) => !shapes.has(one) && !shapes.has(one.replace('/checks/tests/', '/checks/*/')),
    );
    expect(missing).toEqual([]);
  });
});
