import { CapsuleInputInvalid } from './capsule-errors.ts';

const SEGMENT = /^[A-Za-z0-9._@()[\]$+~, -]{1,200}$/;
/** The 300 characters that a generated file may have, below `code/`. */
const MAX_PATH_LENGTH = 305;

/**
 * True for a relative path that means the same file on every system: printable ASCII segments parted by `/`, none
 * of them `.`, `..` or ending in a blank or a dot.
 */
export function isSafePath(path: string): boolean {
  if (path.length === 0 || path.length > MAX_PATH_LENGTH) return false;
  return path.split('/').every((segment) => SEGMENT.test(segment) && !/[. ]$/.test(segment));
}

/** Throws unless every path is safe, none is there twice and none is the folder of another. */
export function assertPathSet(paths: readonly string[]): void {
  const seen = new Set(paths);
  if (seen.size !== paths.length) {
    throw new CapsuleInputInvalid('Two files have the same path; each path may be there once.');
  }
  for (const path of paths) {
    if (!isSafePath(path))
      throw new CapsuleInputInvalid(`${describePath(path)} is not a safe path.`);
    const folder = foldersOf(path).find((parent) => seen.has(parent));
    if (folder !== undefined) {
      throw new CapsuleInputInvalid(`${folder} cannot be a file and the folder of ${path}.`);
    }
  }
}

function foldersOf(path: string): string[] {
  const segments = path.split('/');
  return segments.slice(1).map((_segment, index) => segments.slice(0, index + 1).join('/'));
}

function describePath(path: string): string {
  return JSON.stringify(path.length > 80 ? `${path.slice(0, 80)}…` : path);
}
