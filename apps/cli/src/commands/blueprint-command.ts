import { Command } from 'commander';
import { CliError } from '../cli-error.ts';
import { type Context, printAnswer, withServer } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { readAsked } from '../generate/read-asked.ts';
import { readBase } from '../generate/read-base.ts';
import { readPrompt } from '../generate/read-prompt.ts';
import { showFollowUp } from '../generate/show-follow-up.ts';
import { showReading } from '../generate/show-reading.ts';
import { takeWords } from '../generate/take-words.ts';

type Options = { file?: string; document?: string; base?: string; json?: boolean };

export function blueprintCommand(context: Context): Command {
  return new Command('blueprint')
    .description(
      'Show how a prompt, a document or a follow-up is understood, without building anything',
    )
    .argument('[prompt...]', 'what to read; "-" reads it from standard input')
    .allowUnknownOption()
    .option('-f, --file <file>', 'read the prompt from a file')
    .option(
      '-d, --document <file>',
      'read a document: OpenAPI, JDL, SQL, a Prisma schema, CSV or JSON; a prompt adds to it',
    )
    .option(
      '-b, --base <file>',
      'read the prompt as a change of the blueprint in this file, which may be a printed reading',
    )
    .option('--json', 'print the reading as JSON')
    .action(async (words: string[], options: Options, command: Command) => {
      if (options.base !== undefined) {
        await showChanges(context, takeWords(command, words), { ...options, base: options.base });
        return;
      }
      const { workingDirectory } = context.config;
      const asked = await readAsked({
        words: takeWords(command, words),
        file: options.file,
        document: options.document,
        workingDirectory,
      });
      const reading = await withServer(context, (client) => client.readBlueprint(asked));
      printAnswer(context, options, reading, () => showReading(reading));
    });
}

async function showChanges(
  context: Context,
  words: readonly string[],
  options: Options & { base: string },
): Promise<void> {
  const { workingDirectory } = context.config;
  if (options.document !== undefined)
    throw new CliError(
      'base-and-document',
      'Give --base or --document, not both.',
      exitCodes.usage,
    );
  const text = await readPrompt({ words, file: options.file, workingDirectory });
  const blueprint = await readBase(workingDirectory, options.base);
  const reading = await withServer(context, (client) => client.readFollowUp({ blueprint, text }));
  printAnswer(context, options, reading, () => showFollowUp(reading));
}
