// `npm run sdk`: writes the types of packages/sdk from apps/server/openapi.json; with `--check` it only says whether
// they are still what the document says.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');
const file = `${root}/packages/sdk/src/generated/api.ts`;
const head = '// Generated from apps/server/openapi.json by `npm run sdk`.\n\n';

const document = readFileSync(`${root}/apps/server/openapi.json`, 'utf8');
const text = head + astToString(await openapiTS(document));

if (!process.argv.includes('--check')) {
  writeFileSync(file, text);
} else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
  console.log(
    'packages/sdk/src/generated/api.ts is not what the OpenAPI document says; run: npm run sdk',
  );
  process.exitCode = 1;
}
