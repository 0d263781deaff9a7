import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const BUILDER = fileURLToPath(new URL('./build-image.ts', import.meta.url));
const BUILD_LIMIT_MS = 120_000;
const REASON_LIMIT = 500;

/**
 * An initialised data folder as a tar file. It is made once per installation and kept beside the packages, so
 * that a first start, and each test, opens in half a second instead of initialising for many. Resolves to its path.
 */
export async function prepareImage(): Promise<string> {
  const path = imagePath();
  if (!existsSync(path)) await build(path);
  return path;
}

async function build(path: string): Promise<void> {
  try {
    mkdirSync(dirname(path), { recursive: true });
    await run(process.execPath, [BUILDER, path], { timeout: BUILD_LIMIT_MS });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.slice(0, REASON_LIMIT) : String(cause);
    throw new Error(
      `The embedded database could not be prepared in ${dirname(path)}. Start once as a user who may write there. ${reason}`,
      { cause },
    );
  }
}

function imagePath(): string {
  const engine = dirname(dirname(fileURLToPath(import.meta.resolve('@electric-sql/pglite'))));
  const key = createHash('sha256')
    .update(readFileSync(join(engine, 'package.json')))
    .update(readFileSync(BUILDER))
    .digest('hex')
    .slice(0, 16);
  return join(engine, '..', '..', '.cache', 'quantumlayer', `postgres-${key}.tar`);
}
