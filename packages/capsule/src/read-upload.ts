import type { GeneratedFile } from '@quantumlayer/contracts';
import { CapsuleInputInvalid, UploadInvalid } from './capsule-errors.ts';
import { assertPathSet } from './capsule-path.ts';
import { compareBytes } from './digest.ts';
import { readGitBundle } from './read-git-bundle.ts';
import { readZip } from './read-zip.ts';
import { UPLOAD_LIMITS } from './upload-limits.ts';
import type { UploadedFile } from './uploaded-file.ts';

const BUNDLE = Buffer.from('# v2 git bundle\n');

/** What an app leaves beside its code, and what tools do: none of it is code. */
const LEFT_OUT = /(?:^|\/)(?:node_modules|\.git|__MACOSX|\.DS_Store)(?:\/|$)/;
const OF_THE_RUN = /^(?:data\/|reports\/(?!\.gitignore$)|\.env$)|\.log$/;

const isWanted = (path: string) => !LEFT_OUT.test(path);

/** Whether what lies there in the folder of an app is code of it. */
export const isCodePath = (path: string): boolean => isWanted(path) && !OF_THE_RUN.test(path);

/**
 * The code in a zip of an app or in a git bundle, in path order; a single folder around it is taken off. Throws
 * `UploadInvalid` for links, paths that lead elsewhere, what is no text, and too much of anything.
 */
export async function readUploadedCode(archive: Buffer): Promise<GeneratedFile[]> {
  const isBundle = archive.subarray(0, BUNDLE.length).equals(BUNDLE);
  const files = isBundle ? readGitBundle(archive, isWanted) : await readZip(archive, isWanted);
  const code = withoutFolder(files).filter(({ path }) => isCodePath(path));
  if (code.length === 0) throw new UploadInvalid('It holds no files.');
  if (code.length > UPLOAD_LIMITS.files)
    throw new UploadInvalid(`It holds more than ${UPLOAD_LIMITS.files} files of code.`);
  assertSafe(code.map(({ path }) => path));
  return code.map(textFile).toSorted((left, right) => compareBytes(left.path, right.path));
}

/** `shop/src/main.ts` is `src/main.ts` where everything lies below `shop`. */
function withoutFolder(files: readonly UploadedFile[]): UploadedFile[] {
  const folders = new Set(files.map(({ path }) => path.slice(0, path.indexOf('/') + 1)));
  const [folder = ''] = folders;
  if (folders.size !== 1 || folder === '') return [...files];
  return files.map((file) => ({ ...file, path: file.path.slice(folder.length) }));
}

function assertSafe(paths: readonly string[]): void {
  try {
    assertPathSet(paths);
  } catch (error) {
    if (!(error instanceof CapsuleInputInvalid)) throw error;
    throw new UploadInvalid(error.message, { cause: error });
  }
}

function textFile({ path, content, executable }: UploadedFile): GeneratedFile {
  if (content.length > UPLOAD_LIMITS.fileBytes)
    throw new UploadInvalid(`${path} has more than ${UPLOAD_LIMITS.fileBytes} bytes.`);
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content);
    return { path, content: text, ...(executable && { executable }) };
  } catch (error) {
    throw new UploadInvalid(`${path} is no text in UTF-8.`, { cause: error });
  }
}
