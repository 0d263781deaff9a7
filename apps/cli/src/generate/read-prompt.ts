import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { MAX_PROMPT_CHARACTERS } from '@quantumlayer/contracts';
import { CliError } from '../cli-error.ts';
import { ql } from '../config.ts';
import { exitCodes } from '../exit-codes.ts';

type Source = { words: readonly string[]; file: string | undefined; workingDirectory: string };

/** The prompt from the words of the command line, from a file, or from standard input for `-`. */
export async function readPrompt({ words, file, workingDirectory }: Source): Promise<string> {
  const prompt = (await readSource({ words, file, workingDirectory })).trim();
  if (prompt === '') {
    throw new CliError(
      'prompt-empty',
      `Say what to build: ${ql} generate "A todo list: a task has a title and a due date"`,
      exitCodes.usage,
    );
  }
  if (prompt.length > MAX_PROMPT_CHARACTERS) {
    const found = prompt.length.toLocaleString('en');
    const most = MAX_PROMPT_CHARACTERS.toLocaleString('en');
    throw new CliError(
      'prompt-too-long',
      `The prompt has ${found} characters; ${most} are read at most.`,
      exitCodes.usage,
    );
  }
  return prompt;
}

async function readSource({ words, file, workingDirectory }: Source): Promise<string> {
  if (file === undefined)
    return words.join(' ') === '-' ? await text(process.stdin) : words.join(' ');
  if (words.length > 0) {
    throw new CliError(
      'two-prompts',
      'Give the prompt as words or with --file, not both.',
      exitCodes.usage,
    );
  }
  try {
    return await readFile(resolve(workingDirectory, file), 'utf8');
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new CliError('prompt-unreadable', `--file cannot be read: ${why}`, exitCodes.usage);
  }
}
