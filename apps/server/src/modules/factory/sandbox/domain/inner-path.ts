import { SandboxCopyRefused } from './sandbox-errors.ts';

const LONGEST_PATH = 1_024;

/** The segments of a relative path that cannot lead out of its folder; throws `SandboxCopyRefused` otherwise. */
export function splitInnerPath(path: string): [string, ...string[]] {
  const refuse = (reason: string): never => {
    throw new SandboxCopyRefused(path, reason);
  };
  if (path.length > LONGEST_PATH) refuse('the path is too long');
  if (path.includes('\0')) refuse('the path holds a NUL byte');
  if (path.startsWith('/')) refuse('the path is absolute');
  if (path.includes('\\')) refuse('the path holds a backslash');
  const [first = '', ...others] = path.split('/');
  for (const segment of [first, ...others]) {
    if (segment === '' || segment === '.' || segment === '..') {
      refuse('each part of the path must be a plain name');
    }
  }
  return [first, ...others];
}
