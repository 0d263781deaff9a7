import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import sharp from 'sharp';

const KEPT = join(import.meta.dirname, 'pictures');
const FAILURES = join(import.meta.dirname, '../../.pictures');
/** Distance of two colours below which they are the same: palettes and other font renderers differ by less. */
const THRESHOLD = 0.12;
/** Of 10,000 pixels so many may differ. */
const MOST_OF_10_000 = 15;
const COLOURS = 64;

type Pixels = { data: Uint8Array; width: number; height: number };

/** What differs from the picture that is kept; null when nothing does. With UPDATE_PICTURES the picture is kept. */
export async function comparePicture(name: string, taken: Buffer): Promise<string | null> {
  const path = join(KEPT, `${name}.png`);
  if (process.env.UPDATE_PICTURES !== undefined) {
    await writeFile(path, await sharp(taken).png({ palette: true, colours: COLOURS }).toBuffer());
    return null;
  }
  if (!existsSync(path)) return `${name}: there is no picture to compare with; npm run pictures`;
  const kept = await readFile(path);
  const [expected, actual] = await Promise.all([pixelsOf(kept), pixelsOf(taken)]);
  const { width, height } = expected;
  if (actual.width !== width || actual.height !== height) {
    await keep(name, { expected: kept, actual: taken });
    return `${name}: ${actual.width} x ${actual.height} instead of ${width} x ${height}`;
  }
  const drawn = new Uint8Array(width * height * 4);
  const options = { threshold: THRESHOLD };
  const differing = pixelmatch(expected.data, actual.data, drawn, width, height, options);
  if (differing * 10_000 <= MOST_OF_10_000 * width * height) return null;
  const raw = { raw: { width, height, channels: 4 } } as const;
  const diff = await sharp(drawn, raw).png().toBuffer();
  await keep(name, { expected: kept, actual: taken, diff });
  return `${name}: ${differing} pixels differ; see apps/web/.pictures`;
}

async function pixelsOf(png: Buffer): Promise<Pixels> {
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

async function keep(name: string, pictures: Record<string, Buffer>): Promise<void> {
  await mkdir(FAILURES, { recursive: true });
  await Promise.all(
    Object.entries(pictures).map(([kind, png]) =>
      writeFile(join(FAILURES, `${name}.${kind}.png`), png),
    ),
  );
}
