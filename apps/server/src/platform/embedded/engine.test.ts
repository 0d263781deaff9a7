import { copyFile, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openEngine } from './engine.ts';
import { prepareImage } from './image.ts';

it('opens from an image that another process replaces meanwhile', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'engine-'));
  const image = join(folder, 'image.tar');
  const prepared = await prepareImage();
  await copyFile(prepared, image);
  let isOpening = true;
  const replacing = (async () => {
    let replaced = 0;
    for (; isOpening; replaced += 1) {
      await copyFile(prepared, `${image}.next`);
      await rename(`${image}.next`, image);
    }
    return replaced;
  })();
  const engine = await openEngine({ image }).finally(() => {
    isOpening = false;
  });
  await engine.close();

  expect(await replacing).toBeGreaterThan(0);
  await rm(folder, { recursive: true });
});
