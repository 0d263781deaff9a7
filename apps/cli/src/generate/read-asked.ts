import { readFile, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { MAX_DOCUMENT_CHARACTERS } from '@quantumlayer/contracts';
import type { ReadRequest } from '@quantumlayer/sdk';
import { CliError } from '../cli-error.ts';
import { exitCodes } from '../exit-codes.ts';
import { readPrompt } from './read-prompt.ts';

type Source = {
  words: readonly string[];
  file: string | undefined;
  document: string | undefined;
  workingDirectory: string;
};

/** UTF-8 has at most four bytes for a character. */
const MOST_BYTES = MAX_DOCUMENT_CHARACTERS * 4;

/** What is asked for: the words of the prompt, the document of `--document`, or both. */
export async function readAsked({ document, ...source }: Source): Promise<ReadRequest> {
  if (document === undefined) return { prompt: await readPrompt(source) };
  const given = await readDocumentFile(resolve(source.workingDirectory, document));
  const hasWords = source.words.length > 0 || source.file !== undefined;
  return hasWords ? { prompt: await readPrompt(source), document: given } : { document: given };
}

async function readDocumentFile(path: string): Promise<{ name: string; text: string }> {
  const name = basename(path).slice(-255);
  try {
    const { size } = await stat(path);
    const text = size > MOST_BYTES ? null : await readFile(path, 'utf8');
    if (text === null || text.length > MAX_DOCUMENT_CHARACTERS) throw tooLong(name);
    const nul = text.indexOf('\0');
    if (nul >= 0) throw notText(name, text.slice(0, nul));
    if (text.trim() === '')
      throw new CliError('document-empty', `${name} is empty.`, exitCodes.usage);
    return { name, text };
  } catch (error) {
    if (error instanceof CliError) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new CliError('document-unreadable', `--document cannot be read: ${why}`, exitCodes.usage);
  }
}

/** Texts of two bytes for a letter (UTF-16) look like this, and so does what is no text at all. */
function notText(name: string, before: string): CliError {
  const line = before.split('\n').length;
  return new CliError(
    'document-binary',
    `${name} is not text in UTF-8: line ${line} holds a byte that is zero. Save it as UTF-8.`,
    exitCodes.usage,
  );
}

function tooLong(name: string): CliError {
  const most = MAX_DOCUMENT_CHARACTERS.toLocaleString('en');
  return new CliError(
    'document-too-long',
    `${name} has more than ${most} characters. Leave out the rows: a dump of the structure alone (pg_dump --schema-only, mysqldump --no-data, .schema) is enough.`,
    exitCodes.usage,
  );
}
