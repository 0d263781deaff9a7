import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'yaml';
import { Contract } from './contract.ts';
import type { BrokenExam, Exam } from './exam.ts';

export type Paper = {
  readonly name: string;
  readonly half: string;
  readonly file: string;
  readonly text: string;
} & ({ readonly exam: Exam } | { readonly broken: BrokenExam });

/** A document and what is asked of it. */
export async function readPaper(folder: string, half: string, name: string): Promise<Paper> {
  const root = join(folder, half, name);
  const document = (await readdir(root)).find((file) => file.startsWith('openapi.'));
  if (document === undefined) throw new Error(`${root} has no document.`);
  const file = join(root, document);
  const text = await readFile(file, 'utf8');
  const asked: { exam?: Exam; broken?: BrokenExam } = await import(
    pathToFileURL(join(root, 'exam.ts')).href
  );
  if (asked.exam) return { name, half, file, text, exam: asked.exam };
  if (asked.broken) return { name, half, file, text, broken: asked.broken };
  throw new Error(`${root} asks nothing.`);
}

/** Where the paths of a document begin: the path of its first server. */
export function contractOf(text: string): { readonly base: string; readonly contract: Contract } {
  const document = parse(text) as Record<string, unknown>;
  const [server] = (document.servers ?? []) as readonly { readonly url: string }[];
  const path = (server?.url ?? '').replace(/^[^/]*:\/\/[^/]*/, '').replace(/\/+$/, '');
  return { base: path, contract: new Contract(document, path) };
}
