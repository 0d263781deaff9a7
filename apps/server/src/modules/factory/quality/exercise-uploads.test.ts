import { describe, expect, it } from 'vitest';
import { createSchemaChecker } from './adapters/ajv-schema-checker.ts';
import { samplePattern } from './adapters/sample-pattern.ts';
import { hostileFiles, sampleFile } from './domain/sample-files.ts';
import { exerciseOperations } from './exercise-operations.ts';
import { createFilesApp, type FileHole } from './testing/files-app.ts';

const exercise = (...holes: FileHole[]) =>
  exerciseOperations({
    client: createFilesApp(...holes).client,
    people: null,
    samplePattern,
    createChecker: createSchemaChecker,
    signal: AbortSignal.timeout(20_000),
  });

describe('exercising files', () => {
  it('puts one of each type, fetches and deletes it', async () => {
    const { operations } = await exercise();
    const ofFiles = operations.filter(({ path }) => path.endsWith('/scan'));

    expect(ofFiles.flatMap(({ findings }) => findings)).toEqual([]);
    expect(ofFiles.map(({ method, succeeded }) => [method, succeeded > 0])).toEqual([
      ['PUT', true],
      ['GET', true],
      ['DELETE', true],
    ]);
  });

  it.each<[FileHole, string, string]>([
    ['refuses-all', 'valid-rejected', 'valid, image/gif'],
    ['takes-any-size', 'invalid-accepted', 'too large'],
    ['believes-the-header', 'invalid-accepted', 'bytes of no type'],
    ['fails-on-empty', 'server-error', 'an empty file'],
  ])('finds an app that %s', async (hole, kind, attempt) => {
    const { operations } = await exercise(hole);

    expect(operations.flatMap(({ findings }) => findings)).toContainEqual(
      expect.objectContaining({ kind, attempt }),
    );
  });
});

describe('the files that are sent', () => {
  it('are bytes, a character each', () => {
    for (const [, content] of [...hostileFiles, ['', sampleFile('image/png') ?? '']]) {
      expect(Buffer.from(content, 'latin1').toString('latin1')).toBe(content);
    }
    expect(Buffer.from(sampleFile('image/png') ?? '', 'latin1')[0]).toBe(0x89);
    expect(sampleFile('model/gltf-binary')).toBeNull();
  });
});
