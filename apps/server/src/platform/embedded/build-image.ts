import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { packFolder } from './tar.ts';

/** A segment is kept ready at all times: 1 MB instead of the usual 16. */
const INITDB_PARAMS = ['--wal-segsize=1'];

/** The engine can only ever open the database `postgres`, so nothing is made from templates. */
const SLIM = `
  UPDATE pg_database SET datistemplate = false;
  DROP DATABASE template0;
  DROP DATABASE template1;
  CHECKPOINT`;

/**
 * Writes a freshly initialised, cleanly stopped data folder as a tar file. It needs about 1 GB of memory for some
 * seconds, which is why it runs in a process of its own: `node build-image.ts <target>`.
 */
async function buildImage(target: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'quantumlayer-image-'));
  try {
    const postgres = await PGlite.create({ dataDir: folder, initDbStartParams: INITDB_PARAMS });
    for (const statement of SLIM.split(';')) await postgres.exec(statement);
    await postgres.close();
    rmSync(join(folder, 'postmaster.pid'), { force: true });
    writeFileSync(`${target}.${process.pid}`, packFolder(folder));
    renameSync(`${target}.${process.pid}`, target);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const [, script, target] = process.argv;
if (target && script && import.meta.url === pathToFileURL(script).href) await buildImage(target);
