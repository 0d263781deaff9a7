// `npm run docs:environment`: writes .env.example and docs/configuration.md from the configuration schema.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { environmentDocs } from './gates/environment-docs.ts';

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');
for (const [path, text] of await environmentDocs(root)) {
  writeFileSync(`${root}/${path}`, text);
  console.log(path);
}
