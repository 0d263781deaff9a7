import type { Command } from 'commander';

/**
 * The words of a command that allows unknown options, so that a prompt may begin with the dash of a list:
 * what has a space in it is text, any other word with a dash before it is an option nobody knows.
 */
export function takeWords(command: Command, words: readonly string[]): readonly string[] {
  const option = words.find((word) => /^-\S+$/.test(word));
  if (option !== undefined) command.error(`error: unknown option '${option}'`);
  return words;
}
