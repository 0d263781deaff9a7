import { buffer } from 'node:stream/consumers';
import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { UploadInvalid } from './capsule-errors.ts';
import { UPLOAD_LIMITS } from './upload-limits.ts';
import type { UploadedFile } from './uploaded-file.ts';

const FILE_TYPE = 0o170000;
const REGULAR_FILE = 0o100000;
const EXECUTABLE = 0o111;
const UNIX = 3;

/**
 * The files of a zip. No more is unpacked than its directory says, and not more than the limits allow; links and other
 * things that are no plain files are refused. Throws `UploadInvalid`.
 */
export async function readZip(
  archive: Buffer,
  wants: (path: string) => boolean,
): Promise<UploadedFile[]> {
  const zip = await openZip(archive);
  const entries = (await listEntries(zip)).filter(({ fileName }) => wants(fileName));
  const size = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  if (size > UPLOAD_LIMITS.bytes)
    throw new UploadInvalid(`It holds more than ${UPLOAD_LIMITS.bytes} bytes.`);
  const files: UploadedFile[] = [];
  for (const entry of entries) {
    const mode = modeOf(entry);
    if (mode !== 0 && (mode & FILE_TYPE) !== REGULAR_FILE)
      throw new UploadInvalid(`${shown(entry)} is no plain file.`);
    const content = await contentOf(zip, entry);
    files.push({ path: entry.fileName, content, executable: (mode & EXECUTABLE) !== 0 });
  }
  return files;
}

async function openZip(archive: Buffer): Promise<ZipFile> {
  const options = { lazyEntries: true, strictFileNames: true, validateEntrySizes: true } as const;
  return await new Promise((resolve, reject) => {
    fromBuffer(archive, options, (error, zip) => {
      if (error) reject(new UploadInvalid(`It is no zip: ${error.message}.`, { cause: error }));
      else resolve(zip);
    });
  });
}

/** Folders are left out: files make them. */
async function listEntries(zip: ZipFile): Promise<Entry[]> {
  if (zip.entryCount > UPLOAD_LIMITS.entries)
    throw new UploadInvalid(`It holds more than ${UPLOAD_LIMITS.entries} files.`);
  return await new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    zip.on('error', (error: Error) =>
      reject(new UploadInvalid(`It is damaged: ${error.message}.`, { cause: error })),
    );
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: Entry) => {
      if (!entry.fileName.endsWith('/')) entries.push(entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
}

async function contentOf(zip: ZipFile, entry: Entry): Promise<Buffer> {
  try {
    return await new Promise<Buffer>((resolve, reject) => {
      zip.openReadStream(entry, (error, stream) => {
        if (error) reject(error);
        else buffer(stream).then(resolve, reject);
      });
    });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UploadInvalid(`${shown(entry)} cannot be read: ${why}.`, { cause: error });
  }
}

/** Type and permissions, as a Unix system wrote them; 0 where another one did. */
function modeOf({ versionMadeBy, externalFileAttributes }: Entry): number {
  return versionMadeBy >> 8 === UNIX ? externalFileAttributes >>> 16 : 0;
}

function shown({ fileName }: Entry): string {
  return JSON.stringify(fileName.slice(0, 80));
}
