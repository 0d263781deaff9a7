import { readFileSync } from 'node:fs';
import type { DocumentFormat } from '@quantumlayer/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkBlueprint } from '../check-blueprint.ts';
import { DocumentInvalid } from './document-invalid.ts';
import { readDocument } from './read-document.ts';

const samples: Record<DocumentFormat, string> = {
  postgresql: 'helpdesk.postgresql.sql',
  mysql: 'shop.mysql.sql',
  sqlite: 'shop.sqlite.sql',
  prisma: 'shop.prisma',
  csv: 'members.csv',
  json: 'orders.json',
  jdl: 'shop.jdl',
  openapi: '../openapi/fixtures/tasks.yaml',
};
const formats = Object.keys(samples) as DocumentFormat[]; // the keys of a record of formats

function load(format: DocumentFormat): string {
  return readFileSync(new URL(`./fixtures/${samples[format]}`, import.meta.url), 'utf8');
}

/** Sound or refused, and in no time either way. */
async function expectSafe(text: string, format: DocumentFormat): Promise<void> {
  const start = performance.now();
  try {
    const { blueprint } = await readDocument({ text, format });
    expect(checkBlueprint(blueprint)).toMatchObject({ ok: true });
  } catch (error) {
    expect(error).toBeInstanceOf(DocumentInvalid);
  }
  expect(performance.now() - start).toBeLessThan(20_000);
}

describe.each(formats)('a document of the format %s', (format) => {
  it('is read whole or refused, wherever it is cut', { timeout: 120_000 }, async () => {
    const text = load(format);
    const step = Math.ceil(text.length / 40);
    for (let end = 1; end < text.length; end += step) await expectSafe(text.slice(0, end), format);
  });

  it('is read whole or refused, whatever is changed in it', { timeout: 120_000 }, async () => {
    const text = load(format);
    const change = fc.tuple(
      fc.integer({ min: 0, max: text.length }),
      fc.integer({ min: 0, max: 30 }),
      fc.oneof(
        fc.string({ maxLength: 8, unit: 'grapheme' }),
        fc.constantFrom(
          '(',
          ')',
          '{',
          '}',
          '"',
          "'",
          ';',
          ',',
          '/*',
          '--',
          '\\',
          '`',
          '$$',
          '[]',
          '@',
        ),
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
        const changed = changes.reduce(
          (before, [at, gone, added]) => before.slice(0, at) + added + before.slice(at + gone),
          text,
        );
        await expectSafe(changed, format);
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['quotes', '"'],
    ['open comments', '/*'],
    ['open brackets', '('],
    ['escaped quotes', '\\"'],
    ['slashes', '/ '],
    ['spaces', ' '],
    ['lines', '\n'],
    ['at signs', '@a'],
    ['statements', 'create '],
  ])('takes no time over nothing but %s', { timeout: 60_000 }, async (_what, piece) => {
    const text = piece.repeat(Math.floor(400_000 / piece.length));
    await expectSafe(text, format);
    await expectSafe(`"${text}`, format);
  });
});

const NAMES = [
  ...['constructor', '__proto__', 'prototype', 'toString', 'hasOwnProperty', 'then', 'valueOf'],
  ...['select', 'order', 'group', 'user', 'table', 'class', 'delete', 'enum', 'await', 'type'],
  ...[
    '🙂',
    '日本',
    "o'brien",
    'a"b',
    'a`b',
    'a\\b',
    'x'.repeat(1_000),
    ' ',
    '1st',
    'é',
    'id',
    'Id',
  ],
];
const pg = (name: string) => `"${name.replaceAll('"', '""')}"`;
const my = (name: string) => `\`${name.replaceAll('`', '``')}\``;

describe('hostile names', () => {
  it.each(['postgresql', 'sqlite', 'mysql'] as const)(
    'are safe in a schema of %s',
    async (format) => {
      const quote = format === 'mysql' ? my : pg;
      // Elsewhere than in PostgreSQL, names do not differ by their case.
      const names = format === 'postgresql' ? NAMES : NAMES.filter((name) => name !== 'Id');
      const columns = names.map((name) => `${quote(name)} int`).join(', ');
      const tables = names.map(
        (name) =>
          `create table ${quote(name)} (${columns}, unique (${quote('constructor')}, ${quote('order')}))`,
      );
      const { blueprint } = await readDocument({ format, text: tables.join(';\n') });

      expect(checkBlueprint(blueprint)).toMatchObject({ ok: true });
      expect(blueprint.entities).toHaveLength(names.length);
      expect(({} as Record<string, unknown>).int).toBeUndefined();
    },
  );

  it('are safe in samples', async () => {
    const row = JSON.stringify(Object.fromEntries(NAMES.map((name) => [name, { [name]: 1 }])));
    const json = await readDocument({ format: 'json', text: row.replace('"Id"', '"__proto__"') });
    const csv = await readDocument({
      format: 'csv',
      text: `${NAMES.map((name) => `"${name.replaceAll('"', '""')}"`).join(',')}\n${NAMES.map(() => '1').join(',')}`,
    });

    expect(checkBlueprint(json.blueprint)).toMatchObject({ ok: true });
    expect(checkBlueprint(csv.blueprint)).toMatchObject({ ok: true });
  });
});

describe('documents that are no documents', () => {
  it.each([
    ['', 'document-empty'],
    [' \n\t', 'document-empty'],
    ['\0\x01\x02', 'document-binary'],
    ['a'.repeat(20_000_000), 'document-too-long'],
    ['Customers have many orders.', 'document-format-unknown'],
  ])('are refused at once', async (text, code) => {
    const start = performance.now();
    await expect(readDocument({ text })).rejects.toMatchObject({ name: 'DocumentInvalid', code });
    expect(performance.now() - start).toBeLessThan(1_000);
  });

  it('are refused at the place of what is no text', async () => {
    const text = 'create table a (\n  id int,\n  n\0 int);';
    await expect(readDocument({ text })).rejects.toMatchObject({ line: 3, column: 4 });
  });
});

describe('YAML that would grow or never end', () => {
  const head = 'openapi: 3.0.3\ninfo: { title: A, version: "1" }\n';
  const nine = (name: string) => `[${Array(9).fill(`*${name}`).join(', ')}]`;
  const bomb = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(
    (name, at, all) => `x-${name}: &${name} ${at === 0 ? '[x, x]' : nine(all[at - 1] ?? '')}`,
  );

  it.each([
    ['aliases of aliases', `${head}${bomb.join('\n')}\npaths: {}\n`, 4],
    ['a map that holds itself', `${head}paths: &p\n  /a: *p\n`, 4],
    ['a list that holds itself', `${head}x-a: &a [*a]\npaths: {}\n`, 3],
    ['lists in lists', `${head}x-a:\n  ${'- '.repeat(200_000)}a\npaths: {}\n`, 4],
    ['brackets', `${head}x-a: ${'['.repeat(100_000)}\n`, 3],
    [
      'a reference to elsewhere',
      `${head}paths: { /a: { $ref: 'http://127.0.0.1:1/a.yaml' } }\n`,
      3,
    ],
  ])('is refused at its line, in no time: %s', async (_what, text, line) => {
    const start = performance.now();
    const reading = readDocument({ name: 'a.yaml', text });
    await expect(reading).rejects.toMatchObject({ name: 'DocumentInvalid', line });
    await expect(reading).rejects.toMatchObject({ column: expect.any(Number) });
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});
