import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAsked } from './read-asked.ts';

describe('what is asked for', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ql-document-'));
  const ask = (document: string | undefined, ...words: string[]) =>
    readAsked({ words, file: undefined, document, workingDirectory: folder });

  beforeAll(() => {
    writeFileSync(join(folder, 'shop.sql'), 'create table products (id int, name text);');
    writeFileSync(join(folder, 'empty.sql'), ' \n');
    writeFileSync(join(folder, 'dump.sql'), 'x'.repeat(20_000_000));
    writeFileSync(join(folder, 'utf16.sql'), Buffer.from('create table a (n int)', 'utf16le'));
    writeFileSync(join(folder, 'words.txt'), 'A product has a price');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is a prompt, a document, or both', async () => {
    const document = { name: 'shop.sql', text: 'create table products (id int, name text);' };

    expect(await ask(undefined, 'A', 'shop')).toEqual({ prompt: 'A shop' });
    expect(await ask('shop.sql')).toEqual({ document });
    expect(await ask(join(folder, 'shop.sql'), 'A product has a price')).toEqual({
      prompt: 'A product has a price',
      document,
    });
    expect(
      await readAsked({
        words: [],
        file: 'words.txt',
        document: 'shop.sql',
        workingDirectory: folder,
      }),
    ).toEqual({ prompt: 'A product has a price', document });
  });

  it.each([
    ['nothing.sql', 'document-unreadable'],
    ['.', 'document-unreadable'],
    ['empty.sql', 'document-empty'],
    ['dump.sql', 'document-too-long'],
    ['utf16.sql', 'document-binary'],
  ])('is refused with the document %s', async (name, code) => {
    const start = performance.now();
    await expect(ask(name)).rejects.toMatchObject({ code });
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});
