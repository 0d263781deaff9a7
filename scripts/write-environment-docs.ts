// `npm run docs:environment` writes .env.example and docs/configuration.md from the configuration schema; with
// `--check` it only says which of them is no longer what the schema says.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { configSchema } from '../apps/server/src/platform/config.ts';
import { environmentDocs } from './gates/environment-docs.ts';

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');
const isCheck = process.argv.includes('--check');

for (const [path, text] of environmentDocs(configSchema)) {
  const file = `${root}/${path}`;
  if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
  if (!isCheck) writeFileSync(file, text);
  else process.exitCode = 1;
  console.log(
    isCheck ? `${path} is not what the schema says; run: npm run docs:environment` : path,
  );
}
