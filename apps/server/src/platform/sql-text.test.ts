import { expect, it } from 'vitest';
import { containing } from './sql-text.ts';
import { openTestDatabase } from './testing/open-test-database.ts';

it('finds a part of a text as it is written, whatever is special to the database in it', async () => {
  const handle = await openTestDatabase();
  const holds = async (text: string, part: string): Promise<boolean> => {
    const { rows } = await handle.pool.query('select $1::text ilike $2 as found', [
      text,
      containing(part),
    ]);
    return rows[0].found;
  };
  for (const part of ['50%', '_id', 'a\\b', '\\', "o'clock", '%', '💡', '[x]']) {
    expect(await holds(`before ${part} behind`, part)).toBe(true);
    expect(await holds('before behind', part)).toBe(false);
  }
  expect(await holds('A Shop', 'a shop')).toBe(true);
  await handle.close();
});
