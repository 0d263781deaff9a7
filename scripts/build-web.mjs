// Builds the web UI when its sources have changed since the last build. `npm start` runs it; plain JavaScript, like
// the set-up that comes before it.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { compressFiles } from './compress-files.mjs';
import { withLock } from './setup/lock.mjs';
import { say, showProgress } from './setup/report.mjs';

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');
const web = join(root, 'apps/web');
const stamp = join(web, '.next', 'quantumlayer-sources');
const isQuiet = process.argv.includes('--quiet');

/** What a build is made from. */
const sources = [
  'apps/web/src',
  'apps/web/package.json',
  'apps/web/next.config.mjs',
  'apps/web/postcss.config.mjs',
  'apps/web/tsconfig.json',
  'packages/sdk/src',
  'packages/contracts/src',
  'package-lock.json',
  'scripts/compress-files.mjs',
];

if (isBuilt()) {
  if (!isQuiet) say('the web UI is built');
} else {
  await withLock(root, async () => {
    if (!isBuilt()) process.exitCode = await build();
  });
}

function isBuilt() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === digestOfSources();
}

async function build() {
  const started = Date.now();
  const seconds = () => `${Math.round((Date.now() - started) / 1000)} s`;
  const digest = digestOfSources();
  say('building the web UI (once, and again when its sources change)');
  const stop = showProgress(() => `building the web UI, ${seconds()}`);
  const { code, output } = await runNext();
  stop();
  if (code !== 0) {
    process.stderr.write(
      `${output}\nThe web UI could not be built: next build ended with ${code}.\n`,
    );
    return 1;
  }
  await compressFiles(join(web, '.next', 'static'));
  writeFileSync(stamp, digest);
  say(`the web UI is built, ${seconds()}`);
  return 0;
}

/** @returns {Promise<{ code: number, output: string }>} */
function runNext() {
  const child = spawn(
    join(root, 'node_modules/.bin/node'),
    [join(root, 'node_modules/next/dist/bin/next'), 'build', web],
    {
      cwd: web,
      env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk;
    });
  }
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: 1, output: String(error) }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

function digestOfSources() {
  const hash = createHash('sha256');
  for (const path of sources.flatMap((source) => listFiles(join(root, source))).sort()) {
    hash
      .update(`${relative(root, path)}\0`)
      .update(readFileSync(path))
      .update('\0');
  }
  return hash.digest('hex');
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function listFiles(path) {
  if (statSync(path).isFile()) return [path];
  const entries = readdirSync(path, { withFileTypes: true, recursive: true }).filter((one) =>
    one.isFile(),
  );
  return entries.map((one) => join(one.parentPath, one.name)).filter((file) => !isTest(file));
}

/** @param {string} path */
function isTest(path) {
  return path.endsWith('.test.ts') || path.includes(join('src', 'testing'));
}
