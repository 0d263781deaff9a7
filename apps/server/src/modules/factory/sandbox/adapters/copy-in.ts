import { rename, rm, writeFile } from 'node:fs/promises';
import type { GeneratedFile } from '@quantumlayer/contracts';
import { splitInnerPath } from '../domain/inner-path.ts';
import { SandboxCopyRefused } from '../domain/sandbox-errors.ts';
import { hasCode } from './has-code.ts';
import { below, openParent } from './open-inside.ts';

let count = 0;

/**
 * Writes generated files below `folder`. Throws `SandboxCopyRefused` for a path that is absolute, climbs, or passes
 * through a symbolic link; all paths are judged before the first file is written. A file that is there is replaced.
 */
export async function copyIn(files: readonly GeneratedFile[], folder: string): Promise<void> {
  const plans = files.map((file) => ({ file, segments: splitInnerPath(file.path) }));
  for (const { file, segments } of plans) {
    const parent = await openParent(folder, segments, true);
    if (parent === null) throw new SandboxCopyRefused(file.path, 'its folder vanished meanwhile');
    count += 1;
    const draft = below(parent, `.copy-${process.pid}-${count}`);
    try {
      await writeFile(draft, file.content, { flag: 'wx', mode: file.executable ? 0o755 : 0o644 });
      // replaces a link that stands there instead of writing through it
      await rename(draft, below(parent, segments.at(-1) ?? ''));
    } catch (error) {
      await rm(draft, { force: true });
      if (hasCode(error, 'EISDIR')) throw new SandboxCopyRefused(file.path, 'it is a folder');
      throw error;
    } finally {
      await parent.close();
    }
  }
}
