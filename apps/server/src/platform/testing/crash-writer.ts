import { writeSync } from 'node:fs';
import { openDatabase } from '../database.ts';

/**
 * Writes until it is killed: each transaction moves one row from `source` to two rows of `target`, and its number is
 * told to the parent only after the commit. Started as a process of its own by the crash suite.
 */
const [, , folder = ''] = process.argv;
const { pool } = await openDatabase(folder);
await pool.query(
  'CREATE TABLE IF NOT EXISTS target (number int, half int, text text, PRIMARY KEY (number, half))',
);
await pool.query('CREATE TABLE IF NOT EXISTS tally (id int PRIMARY KEY, count int NOT NULL)');
await pool.query('INSERT INTO tally VALUES (1, 0) ON CONFLICT DO NOTHING');
const { rows } = await pool.query('SELECT count FROM tally');
let number: number = rows[0].count;
writeSync(1, 'ready\n');

for (;;) {
  const client = await pool.connect();
  number++;
  await client.query('BEGIN');
  await client.query('UPDATE tally SET count = $1', [number]);
  await client.query(`INSERT INTO target VALUES ($1, 1, repeat('x', 500))`, [number]);
  await client.query(`INSERT INTO target VALUES ($1, 2, repeat('y', 3000))`, [number]);
  if (number % 50 === 0)
    await client.query(`UPDATE target SET text = 'short' WHERE number < $1`, [number - 100]);
  await client.query('COMMIT');
  client.release();
  writeSync(1, `${number}\n`);
  if (number % 97 === 0) await pool.query('CHECKPOINT');
}
