import { setImmediate } from 'node:timers/promises';
import { Zip, ZipDeflate } from 'fflate';
import { EXECUTABLE_MODE, PLAIN_MODE } from './archive.ts';
import { CODE_PREFIX } from './capsule-layout.ts';
import { readCapsuleParts } from './read-parts.ts';

/** The earliest time a zip can hold, in local parts, since that is how it is written: equal in every time zone. */
const noTime = () => new Date(1980, 0, 1, 0, 0, 0);
const UNIX = 3;
const REGULAR_FILE = 0o100000;

type ZippedFile = { path: string; content: Uint8Array; executable: boolean };

/** The code of a capsule as a zip, below a folder named `folder`. Equal archives give equal bytes. */
export async function zipCode(archive: Buffer, folder: string): Promise<Buffer> {
  const code = (await readCapsuleParts(archive)).filter(({ kind }) => kind === 'code');
  const named = code.map((part) => ({
    ...part,
    path: `${folder}/${part.path.slice(CODE_PREFIX.length)}`,
  }));
  return await zipFiles(named);
}

/** Files as a zip: in their order, without time, modes kept. Other work gets its turn between any two of them. */
export async function zipFiles(files: readonly ZippedFile[]): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let failure: Error | null = null;
  const zip = new Zip((error, chunk) => {
    failure ??= error;
    chunks.push(chunk);
  });
  for (const { path, content, executable } of files) {
    const file = new ZipDeflate(path, { level: 6 });
    file.mtime = noTime();
    file.os = UNIX;
    // The upper half holds the Unix mode; the shift alone would make a negative number of it.
    file.attrs = ((REGULAR_FILE | (executable ? EXECUTABLE_MODE : PLAIN_MODE)) << 16) >>> 0;
    zip.add(file);
    file.push(content, true);
    await setImmediate();
  }
  zip.end();
  if (failure !== null) throw failure;
  return Buffer.concat(chunks);
}
