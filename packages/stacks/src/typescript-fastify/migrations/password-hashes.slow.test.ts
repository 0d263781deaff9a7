import { PGlite } from '@electric-sql/pglite';
import { expect, it } from 'vitest';
import { lockerRoom } from '../../fixtures/index.ts';
import { typescriptFastify } from '../stack.ts';
import { BREAKPOINT } from './read-schema.ts';

const FIRST = 'migrations/0001_initial.sql';
const NOW = "'^([$]argon2id[$]v=19|scrypt[$][0-9]+)[$]'";
const BEFORE = "'^scrypt[$][0-9]+[$]'";
const SCRYPT_HASH = `scrypt$17$${'A'.repeat(22)}$${'A'.repeat(43)}`;
const ARGON2_HASH = `$argon2id$v=19$m=32768,t=2,p=1$${'A'.repeat(22)}$${'A'.repeat(43)}`;

it('an app that was built when passwords were kept as scrypt hashes keeps them and takes new ones', async () => {
  const files = typescriptFastify
    .codeUnits(lockerRoom)
    .flatMap(({ id }) => typescriptFastify.generateUnit(lockerRoom, id))
    .map(({ path, content }) => ({
      path,
      content: path === FIRST ? content.replaceAll(NOW, BEFORE) : content,
    }));
  const first = files.find(({ path }) => path === FIRST)?.content ?? '';
  expect(first).toContain(BEFORE);
  const { migration } = typescriptFastify.migrate(lockerRoom, {
    ...{ blueprint: lockerRoom, files, title: 'Argon2id', renames: new Map(), values: new Map() },
  });
  const database = await PGlite.create();
  try {
    for (const statement of first.split(BREAKPOINT)) await database.exec(statement);
    const owner = await database.query<{ id: string }>(
      `insert into "account" ("email", "role") values ('a@example.com', 'member') returning "id"`,
    );
    const add = (label: string, code: string) =>
      database.query('insert into "locker" ("label", "code", "owner_id") values ($1, $2, $3)', [
        ...[label, code, owner.rows[0]?.id],
      ]);
    await add('old', SCRYPT_HASH);
    await expect(add('new', ARGON2_HASH)).rejects.toThrow('locker_code_check');

    for (const statement of (migration?.content ?? '').split(BREAKPOINT))
      await database.exec(statement);

    await add('new', ARGON2_HASH);
    await expect(add('open', 'sesame')).rejects.toThrow('locker_code_check');
    const { rows } = await database.query('select "label", "code" from "locker" order by "label"');
    expect(rows).toEqual([
      { label: 'new', code: ARGON2_HASH },
      { label: 'old', code: SCRYPT_HASH },
    ]);
  } finally {
    await database.close();
  }
});
