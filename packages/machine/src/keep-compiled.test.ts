import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';

it('keeps what was compiled within the installation', () => {
  const module = pathToFileURL(new URL('keep-compiled.ts', import.meta.url).pathname).href;
  const { stdout, stderr } = spawnSync(process.execPath, [
    '--input-type=module',
    '--eval',
    `import { getCompileCacheDir } from 'node:module';
     import { keepCompiled } from ${JSON.stringify(module)};
     keepCompiled();
     console.log(getCompileCacheDir());`,
  ]);

  expect(stderr.toString()).toBe('');
  expect(stdout.toString()).toContain('/node_modules/.cache/compiled/');
});
