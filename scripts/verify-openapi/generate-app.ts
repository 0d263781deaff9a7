import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { DocumentInvalid, readDocument } from '@quantumlayer/blueprint';
import { findStack, type Stack } from '@quantumlayer/stacks';
import { installPackages, writeApp } from '../bench/generated-app.ts';
import type { Paper } from './conformance/examiner/read-paper.ts';

/** An app, how it is started, and what its document left open. */
export type GeneratedApp = {
  readonly folder: string;
  readonly command: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly apiKey: string;
  readonly questions: readonly string[];
};

const STACK = 'typescript-fastify';
const API_KEY = 'key-of-the-examiner-0123456789';

/** Compiles the app of a document, without the quality stage. */
export async function generateApp(
  paper: Paper,
  folder: string,
  modules: string,
): Promise<GeneratedApp> {
  const reading = await readPaperDocument(paper);
  const stack = theStack();
  await mkdir(folder, { recursive: true });
  await writeApp(stack, reading.blueprint, folder);
  await symlink(modules, join(folder, 'node_modules'));
  return {
    folder,
    command: stack.commands.start,
    // Hashes at their full cost would take most of the time of an exam.
    environment: { API_KEY, PASSWORD_COST: '10' },
    apiKey: API_KEY,
    questions: reading.questions.map(({ path, text }) => `${path} ${text}`),
  };
}

/** Why a document is not taken; null when it is. */
export async function refusalOf(paper: Paper): Promise<DocumentInvalid | null> {
  try {
    await readPaperDocument(paper);
    return null;
  } catch (error) {
    if (error instanceof DocumentInvalid) return error;
    throw error;
  }
}

/** Installs what every app stands on; gives its node_modules. */
export async function installModules(folder: string): Promise<string> {
  const root = join(folder, 'modules');
  await installPackages(theStack(), root);
  return join(root, 'node_modules');
}

function readPaperDocument({ file, text }: Paper) {
  return readDocument({ name: file.replace(/^.*\//, ''), text });
}

export function theStack(): Stack {
  const stack = findStack(STACK);
  if (stack === null) throw new Error(`There is no stack ${STACK}.`);
  return stack;
}
