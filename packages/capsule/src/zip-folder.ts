import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UploadInvalid } from './capsule-errors.ts';
import { isCodePath } from './read-upload.ts';
import { UPLOAD_LIMITS } from './upload-limits.ts';
import { zipFiles } from './zip-code.ts';

/** The code in the folder of an app as a zip, as `readUploadedCode` takes it. Throws `UploadInvalid` for links and too much. */
export async function zipFolder(folder: string): Promise<Buffer> {
  const paths = await listFiles(folder, '');
  const files = paths.toSorted().map(async (path) => {
    const place = join(folder, path);
    const { mode } = await lstat(place);
    return { path, content: await readFile(place), executable: (mode & 0o100) !== 0 };
  });
  return await zipFiles(await Promise.all(files));
}

async function listFiles(folder: string, below: string): Promise<string[]> {
  const paths: string[] = [];
  for (const entry of await readdir(join(folder, below), { withFileTypes: true })) {
    const path = `${below}${entry.name}`;
    // A folder whose file of what git ignores is code may hold code, whatever else in it is none.
    if (!isCodePath(entry.isDirectory() ? `${path}/.gitignore` : path)) continue;
    if (entry.isDirectory()) paths.push(...(await listFiles(folder, `${path}/`)));
    else if (entry.isFile()) paths.push(path);
    else throw new UploadInvalid(`${path} is no plain file.`);
    if (paths.length > UPLOAD_LIMITS.files)
      throw new UploadInvalid(`It holds more than ${UPLOAD_LIMITS.files} files of code.`);
  }
  return paths;
}
