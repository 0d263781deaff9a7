import { access, constants, mkdir, stat, statfs } from 'node:fs/promises';
import { createServer } from 'node:net';
import { freemem, totalmem } from 'node:os';
import { dirname } from 'node:path';
import { type Finding, failed, limited, ok } from './finding.ts';
import { showSize } from './show-size.ts';
import { tryProgram } from './try-program.ts';

const GIGABYTE = 1_000_000_000;

export function findNode(version = process.versions.node): Finding {
  return Number(version.split('.')[0]) >= 24
    ? ok('node', version)
    : failed(
        'node',
        `${version}, but the sources need 24`,
        'npm run setup, then use the npm scripts',
      );
}

export function findMemory(total = totalmem(), free = freemem()): Finding {
  const detail = `${showSize(total)}, ${showSize(free)} free`;
  if (total >= 3.5 * GIGABYTE) return ok('memory', detail);
  const fix = 'set RUN_CONCURRENCY=1 and PREVIEW_MAX=1';
  return total >= 1.5 * GIGABYTE
    ? limited('memory', detail, fix)
    : failed('memory', `${detail}; about 2 GB are needed`, fix);
}

export async function findDisk(dataDir: string): Promise<Finding> {
  const { bavail, bsize } = await statfs(await nearestFolder(dataDir));
  const free = bavail * bsize;
  const detail = `${showSize(free)} free at ${dataDir}`;
  if (free >= 5 * GIGABYTE) return ok('disk', detail);
  const fix = 'free some space, or move the data folder with DATA_DIR';
  return free >= GIGABYTE ? limited('disk', detail, fix) : failed('disk', detail, fix);
}

async function nearestFolder(path: string): Promise<string> {
  const exists = await stat(path).then(
    () => true,
    () => false,
  );
  return exists || dirname(path) === path ? path : await nearestFolder(dirname(path));
}

/** The folder holds keys: nobody but its owner may look inside. */
export async function findDataFolder(dataDir: string): Promise<Finding> {
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    await access(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
    const mode = (await stat(dataDir)).mode & 0o777;
    return (mode & 0o077) === 0
      ? ok('data folder', `${dataDir}, yours alone`)
      : failed(
          'data folder',
          `${dataDir} may be read by others (mode ${mode.toString(8)})`,
          `chmod 700 ${dataDir}`,
        );
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return failed('data folder', why, `sudo chown $(id -u) ${dataDir}`);
  }
}

export function findPort(port: number): Promise<Finding> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () =>
      resolve(limited('port', `${port} is taken`, `PORT=0 npm start takes a free one`)),
    );
    server.listen(port, '127.0.0.1', () =>
      server.close(() => resolve(ok('port', `${port} is free`))),
    );
  });
}

/** Programs that the main job does without. */
export async function findOptionalPrograms(): Promise<Finding[]> {
  const [psql, chromium] = await Promise.all([
    firstThatRuns(['psql']),
    firstThatRuns(['chromium', 'chromium-browser', 'google-chrome']),
  ]);
  return [
    psql === undefined
      ? limited(
          'postgres',
          'no psql: the embedded database needs none',
          'sudo apt-get install -y postgresql-client',
        )
      : ok('postgres', psql),
    chromium === undefined
      ? limited(
          'chromium',
          'none: screens cannot be tested here',
          'sudo apt-get install -y chromium',
        )
      : ok('chromium', chromium),
  ];
}

async function firstThatRuns(programs: readonly string[]): Promise<string | undefined> {
  const attempts = await Promise.all(programs.map((program) => tryProgram(program, ['--version'])));
  return attempts.find(({ worked }) => worked)?.output.split('\n')[0];
}
