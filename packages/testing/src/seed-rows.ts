import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';

/**
 * Writes `count` ended runs, as many drops of theirs, and as many projects into the embedded database of a factory that
 * has been started once and does not run now: lists as long as after years of use, in seconds. Their stages and the
 * contents of their drops are not there, so that only lists can show them.
 */
export async function seedRows(dataFolder: string, count: number): Promise<void> {
  const folder = join(dataFolder, 'database', 'postgres');
  await rm(join(folder, 'postmaster.pid'), { force: true });
  const database = await PGlite.create({ dataDir: folder });
  try {
    for (const statement of [PROJECTS, RUNS, DROPS]) await database.query(statement, [count]);
    await database.exec('analyze');
  } finally {
    await database.close();
  }
}

/** Ids of the shape of real ones, older than all of them, in the order of `n`. */
const idOf = (prefix: string) => `'${prefix}_' || lpad(to_hex(n), 32, '0')`;
const HOME = `(select organisation_id, id as project_id from project order by created_at, id limit 1) as home`;
const NUMBERS = 'generate_series(1, $1::int) as n';

const PROJECTS = `
  insert into project (id, organisation_id, name, description, created_at)
  select ${idOf('prj')}, organisation_id, 'Project number ' || n, 'Long lists need projects', now()
  from ${HOME}, ${NUMBERS}`;

const RUNS = `
  insert into run (id, organisation_id, project_id, prompt, options, status, created_at, started_at, finished_at,
    failure, title, stage_key, stage_message, tests_passed, tests_failed)
  select ${idOf('run')}, organisation_id, project_id,
    'A shop of number ' || n || ': a product has a name, a price and a colour of '
      || (array['red', 'green', 'blue', 'ochre'])[1 + n % 4],
    '{"stack": "typescript-fastify", "review": false, "preview": false}',
    case when n % 12 = 0 then 'failed' when n % 50 = 7 then 'cancelled' else 'succeeded' end,
    at, at, at + interval '9 seconds',
    case when n % 12 = 0 then '{"code": "check-failed", "message": "2 of 18 tests failed", "stage": "quality", "next": "See the output of the check."}'::jsonb end,
    'Shop ' || n, 'capsule', 'Signed', 18 - (n % 12 = 0)::int * 2, (n % 12 = 0)::int * 2
  from ${HOME}, ${NUMBERS}, lateral (select now() - ($1 - n) * interval '3 minutes' as at) as time`;

const DROPS = `
  insert into "drop" (id, organisation_id, project_id, run_id, stage, key, version, media_type, digest, size, created_at)
  select ${idOf('drp')}, organisation_id, project_id, ${idOf('run')}, 'design', '1', 1000000 + n, 'application/json',
    'sha256:' || lpad(to_hex(n), 64, '0'), 2000 + n % 900, now() - ($1 - n) * interval '3 minutes'
  from ${HOME}, ${NUMBERS}`;
