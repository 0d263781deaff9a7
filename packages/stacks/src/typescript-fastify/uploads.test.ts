import type { Blueprint, Field } from '@quantumlayer/contracts';
import { describe, expect, it } from 'vitest';
import { lockerRoom } from '../fixtures/index.ts';
import { BlueprintUnsound } from '../stack.ts';
import { typescriptFastify } from './stack.ts';
import { fileName } from './templates/files/src/files/file-name.ts';
import { mediaTypeOf } from './templates/files/src/files/media-type.ts';

function withPhoto(changes: Partial<Field>): Blueprint {
  const [locker, ...others] = lockerRoom.entities;
  if (locker === undefined) throw new Error('There is no locker.');
  const photo = {
    name: 'scan',
    type: 'image',
    required: false,
    unique: false,
    ...changes,
  } as Field;
  return { ...lockerRoom, entities: [{ ...locker, fields: [...locker.fields, photo] }, ...others] };
}

const filesOf = (blueprint: Blueprint) =>
  new Map(
    typescriptFastify
      .codeUnits(blueprint)
      .flatMap(({ id }) => typescriptFastify.generateUnit(blueprint, id))
      .map(({ path, content }) => [path, content]),
  );

describe('a file of a record', () => {
  it.each<Partial<Field>>([
    { required: true },
    { unique: true },
    { default: 'me.png' },
    { mediaTypes: ['application/pdf'] },
  ])('is refused with %j', (changes) => {
    expect(() => filesOf(withPhoto(changes))).toThrow(BlueprintUnsound);
  });

  it('is refused where a record has nothing else', () => {
    const entities = lockerRoom.entities.map((entity) => ({
      ...entity,
      ...(entity.name === 'Tag' && {
        fields: [{ name: 'icon', type: 'image', required: false, unique: false } as const],
      }),
    }));
    expect(() => filesOf({ ...lockerRoom, entities })).toThrow(/besides its files/);
  });

  it('stands in a table of its own, with its limits, and in no input', () => {
    const files = filesOf(withPhoto({ maxBytes: 7_000, mediaTypes: ['image/png'] }));
    const migration = files.get('migrations/0001_initial.sql') ?? '';
    const [, table = ''] = migration.match(/create table "locker_scan_file" \(([^;]*)\);/) ?? [];
    expect(table).toContain(`references "locker" ("id") on delete cascade`);
    expect(table).toContain(`"type" in ('image/png')`);
    expect(table).toContain('"size" <= 7000');
    const schema = files.get('src/modules/locker/schema.ts') ?? '';
    expect(schema.match(/\bscan\b/g)).toHaveLength(1);
    expect(schema).toContain('scan: storedFile.nullable()');
  });

  it('has operations in the design, below its record', () => {
    const { endpoints, tables } = typescriptFastify.design(withPhoto({}));
    const own = endpoints.filter(({ path }) => path === '/api/lockers/{id}/scan');
    expect(own.map(({ method, operationId }) => `${method} ${operationId}`)).toEqual([
      'PUT putLockerScan',
      'GET getLockerScan',
      'DELETE deleteLockerScan',
    ]);
    expect(tables.map(({ name }) => name)).toContain('locker_scan_file');
  });

  it('may come under its own media type where people are signed in', () => {
    const guard = filesOf(lockerRoom).get('src/people/same-origin.ts') ?? '';
    expect(guard).toContain("if (request.method === 'PUT') return;");
    expect(guard.indexOf('isSameOrigin(request)')).toBeLessThan(guard.indexOf("'PUT'"));
  });

  it('is explained in the README of the app, with a command', () => {
    const readme = filesOf(lockerRoom).get('README.md') ?? '';
    expect(readme).toContain('/api/lockers/<id>/photo?name=');
    expect(readme).toContain('100,000 bytes');
    expect(readme).toContain('Passwords are taken and never given');
    expect(readme).not.toContain('kilometres');
  });

  it('leaves apps without files as they are', () => {
    const entities = lockerRoom.entities.map((entity) => ({
      ...entity,
      fields: entity.fields.filter(({ type }) => type !== 'image' && type !== 'file'),
    }));
    const paths = [...filesOf({ ...lockerRoom, entities }).keys()];
    expect(paths.filter((path) => /\bfiles?\b/.test(path))).toEqual([]);
  });
});

describe('what a file is', () => {
  it.each([
    ['<svg onload="alert(1)"/>', 'text/plain'],
    ['GIF89a<script>', 'image/gif'],
    ['RIFF0000WAVEfmt ', 'text/plain'],
    ['%PD', 'text/plain'],
    ['MZ\x90\0', null],
    ['\xff\xfeh\0i\0', null],
  ])('%j is %s', (content, type) => {
    expect(mediaTypeOf(Buffer.from(content, 'latin1'))).toBe(type);
  });
});

describe('the name of a file', () => {
  it.each([
    ['a/b\\c.tar.gz', 'c.tar.pdf'],
    ['\0\r\n', 'file.pdf'],
    ['Jahresbericht „neu“.pdf', 'Jahresbericht neu.pdf'],
    ['\ud800x', 'x.pdf'],
  ])('%j becomes %s', (wanted, name) => {
    expect(fileName(wanted, 'application/pdf')).toBe(name);
  });
});
