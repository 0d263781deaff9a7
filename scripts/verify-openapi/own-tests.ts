import { spawn } from 'node:child_process';
import { mkdir, readFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import type { Stack } from '@quantumlayer/stacks';

/** What the tests that were generated with an app say of it. */
export type OwnTests = {
  readonly passed: number;
  readonly failed: number;
  readonly coverageLines: number;
  /** What failed, each with the first line of why. */
  readonly failures: readonly string[];
};

const LIMIT_MS = 180_000;

/** Runs the tests of an app in its folder, as the quality stage does; throws where they do not come to an end. */
export async function runOwnTests(stack: Stack, folder: string): Promise<OwnTests> {
  const { files: paths, read } = stack.testReport;
  for (const path of paths) await mkdir(dirname(join(folder, path)), { recursive: true });
  const output = await run(stack.commands.tests, folder);
  const files: Record<string, string> = {};
  for (const path of paths)
    files[path] = await readFile(join(folder, path), 'utf8').catch((error: unknown) => {
      throw new Error(`The tests left no ${path}:\n${output.slice(-600)}`, { cause: error });
    });
  const { passed, failed, coverageLines } = read(files);
  return { passed, failed, coverageLines, failures: failuresIn(Object.values(files).join('\n')) };
}

function run([program = '', ...rest]: readonly string[], folder: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, rest, {
      cwd: folder,
      env: {
        PATH: [dirname(process.execPath), process.env.PATH ?? ''].join(delimiter),
        HOME: folder,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: LIMIT_MS,
    });
    const chunks: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', reject);
    child.on('close', () => resolve(Buffer.concat(chunks).toString()));
  });
}

/** The innermost cases that JUnit lists as failed. */
function failuresIn(results: string): string[] {
  const cases = results.matchAll(
    /<testcase name="([^"]*)"[^>]*>\s*<failure [^>]*message="([^"]*)"/g,
  );
  return [...cases].map(([, name = '', why = '']) => {
    const [first = ''] = plain(plain(why)).split('\n');
    return `${plain(name)}: ${first.slice(0, 200)}`;
  });
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&quot;': '"',
  '&apos;': "'",
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&#10;': '\n',
};

function plain(text: string): string {
  return text.replaceAll(/&(quot|apos|lt|gt|amp|#10);/g, (entity) => ENTITIES[entity] ?? entity);
}
