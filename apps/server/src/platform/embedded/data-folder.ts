import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { lockFolder } from './folder-lock.ts';
import { prepareImage } from './image.ts';
import { unpack } from './tar.ts';

const OWNER_ONLY_FOLDER = 0o700;
const OWNER_ONLY_FILE = 0o600;

export type DataFolder = { postgres: string; release(): void };

/** Takes the folder for this process and sees to it that there is a PostgreSQL data folder in it. */
export async function openDataFolder(folder: string): Promise<DataFolder> {
  mkdirSync(folder, { recursive: true, mode: OWNER_ONLY_FOLDER });
  chmodSync(folder, OWNER_ONLY_FOLDER);
  const lock = await lockFolder(folder);
  try {
    return { postgres: await preparePostgres(folder), release: lock.release };
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function preparePostgres(folder: string): Promise<string> {
  const postgres = join(folder, 'postgres');
  if (existsSync(join(postgres, 'PG_VERSION'))) return postgres;
  const draft = join(folder, 'postgres.new');
  rmSync(draft, { recursive: true, force: true });
  write(draft, readFileSync(await prepareImage()));
  renameSync(draft, postgres);
  return postgres;
}

function write(folder: string, image: Buffer): void {
  mkdirSync(folder, { mode: OWNER_ONLY_FOLDER });
  for (const { path, content } of unpack(image)) {
    const target = join(folder, path);
    mkdirSync(content ? dirname(target) : target, { recursive: true, mode: OWNER_ONLY_FOLDER });
    if (content) writeFileSync(target, content, { mode: OWNER_ONLY_FILE });
  }
}
