// `npm run openapi` writes apps/server/openapi.json as a started server describes itself; with `--check` it only says
// whether the file still matches.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { startFactory } from '@quantumlayer/testing';

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');
const file = `${root}/apps/server/openapi.json`;
const dataFolder = mkdtempSync(`${tmpdir()}/ql-openapi-`);

const factory = await startFactory({ entry: `${root}/apps/server/src/main.ts`, dataFolder });
const response = await fetch(`${factory.url}/openapi.json`);
const text = `${JSON.stringify(await response.json(), null, 2)}\n`;
await factory.stop();
rmSync(dataFolder, { recursive: true, force: true });

if (!process.argv.includes('--check')) {
  writeFileSync(file, text);
} else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
  console.log(
    'apps/server/openapi.json is not what the server says of itself; run: npm run openapi && npm run sdk',
  );
  process.exitCode = 1;
}
