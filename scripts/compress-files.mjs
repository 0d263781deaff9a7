// Files that never change are compressed once, when they are built, as tightly as it goes. Plain JavaScript, as the build.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Woff2 is compressed by itself. */
const TEXTS = /\.(?:js|css|svg|json|txt)$/;
/** What fits into one packet gains nothing. */
const LEAST_BYTES = 1_024;

const brotliOf = promisify(brotliCompress);
const gzipOf = promisify(gzip);

/**
 * Lays `name.br` and `name.gz` beside every text of a folder, where that makes it smaller.
 *
 * @param {string} folder
 * @returns {Promise<void>}
 */
export async function compressFiles(folder) {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  await Promise.all(
    entries
      .filter((entry) => entry.isFile() && TEXTS.test(entry.name))
      .map((entry) => compressFile(join(entry.parentPath, entry.name))),
  );
}

/** @param {string} path */
async function compressFile(path) {
  const bytes = await readFile(path);
  if (bytes.length < LEAST_BYTES) return;
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  const small = await Promise.all([brotliOf(bytes, { params }), gzipOf(bytes, { level: 9 })]);
  for (const [index, ending] of ['br', 'gz'].entries()) {
    const compressed = small[index];
    if (compressed !== undefined && compressed.length < bytes.length) {
      await writeFile(`${path}.${ending}`, compressed);
    }
  }
}
