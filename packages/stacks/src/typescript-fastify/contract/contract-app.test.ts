import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { readDocument } from '@quantumlayer/blueprint';
import { type Blueprint, designSchema, generatedFileSchema } from '@quantumlayer/contracts';
import { beforeAll, describe, expect, it } from 'vitest';
import { typescriptFastify as stack } from '../stack.ts';

const FIXTURES = new URL('../../../../blueprint/src/documents/openapi/fixtures/', import.meta.url);

function generate(blueprint: Blueprint) {
  const units = stack.codeUnits(blueprint).flatMap(({ id }) => stack.generateUnit(blueprint, id));
  return [...units, ...stack.generateTests(blueprint)];
}

describe.each(['petstore', 'tasks'])('the app of the document %s', (name) => {
  let blueprint: Blueprint;
  let files: ReturnType<typeof generate>;
  const contentOf = (path: string) => files.find((file) => file.path === path)?.content ?? '';

  beforeAll(async () => {
    const text = readFileSync(new URL(`${name}.yaml`, FIXTURES), 'utf8');
    ({ blueprint } = await readDocument({ name: `${name}.yaml`, text }));
    files = generate(blueprint);
  });

  it('has every path once, and TypeScript and JSON that parse', () => {
    expect(new Set(files.map(({ path }) => path.toLowerCase())).size).toBe(files.length);
    for (const file of files) {
      expect(generatedFileSchema.safeParse(file).success, file.path).toBe(true);
      if (file.path.endsWith('.json')) expect(() => JSON.parse(file.content)).not.toThrow();
      if (file.path.endsWith('.ts')) expect(() => stripTypeScriptTypes(file.content)).not.toThrow();
    }
  });

  it('imports only files that exist, and all conditions of templates are settled', () => {
    const paths = new Set(files.map(({ path }) => path));
    for (const { path, content } of files) {
      expect(content, path).not.toContain('@if ');
      for (const [, target = ''] of content.matchAll(/from '(\.[^']+\.ts)'/g))
        expect(paths, path).toContain(new URL(target, `file:///${path}`).pathname.slice(1));
    }
  });

  it('is the same each time, and has a design', () => {
    expect(generate(blueprint)).toEqual(files);
    expect(designSchema.safeParse(stack.design(blueprint)).success).toBe(true);
  });

  it('ships the document as it was given', () => {
    expect(contentOf(`api/${blueprint.contract?.source.name}`)).toBe(
      blueprint.contract?.source.text,
    );
  });

  it('serves every operation of the document', () => {
    const list = contentOf('src/operations.ts');
    for (const { id } of blueprint.contract?.operations ?? [])
      expect(list).toMatch(new RegExp(`\\b${id}(Operation)?,`));
  });
});

describe('what a document does not determine', () => {
  it('is a file with the question, that answers 501', async () => {
    const text = readFileSync(new URL('petstore.yaml', FIXTURES), 'utf8');
    const { blueprint } = await readDocument({ name: 'petstore.yaml', text });
    const file = generate(blueprint).find(({ path }) => path === 'src/extensions/pet-weather.ts');
    expect(file?.content).toContain('EXTENSION POINT');
    expect(file?.content).toContain('GET /pets/{petId}/weather');
  });
});

describe('parts of the library', () => {
  const things = (schema: string, media = 'application/json') => `openapi: 3.0.3
info: { title: Things, version: '1' }
paths:
  /things:
    post:
      requestBody: { content: { ${media}: { schema: { type: object, properties: { ${schema} } } } } }
      responses: { '201': { description: Made, content: { application/json: { schema: { type: object, properties: { id: { type: integer } } } } } } }`;
  const pathsOf = async (text: string) => {
    const { blueprint } = await readDocument({ name: 'things.yaml', text });
    return generate(blueprint).map(({ path, content }) => ({ path, content }));
  };

  it('are not written where the document needs none of them', async () => {
    const files = await pathsOf(things('name: { type: string }'));
    const paths = files.map(({ path }) => path);
    for (const absent of ['file-facts.ts', 'expect-order.ts', 'cursor.ts', 'files.test.ts'])
      expect(paths.filter((path) => path.endsWith(absent))).toEqual([]);
    const code = files.filter(({ path }) => path.startsWith('src/')).map(({ content }) => content);
    expect(code.join('\n')).not.toMatch(/aboutFile|URLSearchParams|withParts/);
  });

  it('are written with their tests where it needs them', async () => {
    const text = things('scan: { type: string, format: binary }', 'multipart/form-data');
    const paths = (await pathsOf(text)).map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining(['src/records/file-facts.ts', 'tests/files.test.ts']),
    );
  });
});
