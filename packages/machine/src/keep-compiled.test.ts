import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';

it('keeps what was compiled within the installation', () => {
  const module = pathToFileURL(new URL('keep-compiled.ts', import.meta.url).pathname).href;
  const source = `import { getCompileCacheDir } from 'node:module';
     import { keepCompiled } from ${JSON.stringify(module)};
     keepCompiled();
     console.log(getCompileCacheDir());`;
  // Where coverage is measured, for which the environment is the sign, Node keeps nothing.
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', source],
    { env: {} },
  );

  expect(stderr.toString()).toBe('');
  expect(stdout.toString()).toContain('/node_modules/.cache/compiled/');
});
