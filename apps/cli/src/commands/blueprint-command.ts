import type { Reading } from '@quantumlayer/contracts';
import { Command } from 'commander';
import pc from 'picocolors';
import { CliError } from '../cli-error.ts';
import { type Context, printAnswer, withServer } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { readAsked } from '../generate/read-asked.ts';
import { readBase } from '../generate/read-base.ts';
import { readPrompt } from '../generate/read-prompt.ts';
import { showFollowUp } from '../generate/show-follow-up.ts';
import { takeWords } from '../generate/take-words.ts';
import { oneLine } from '../terminal/table.ts';

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

function showReading(reading: Reading): string {
  const { blueprint, notUnderstood, assumptions, questions, document } = reading;
  const lines = [pc.bold(blueprint.title), ''];
  for (const { name, fields, relations } of blueprint.entities) {
    lines.push(pc.cyan(name));
    for (const field of fields) lines.push(`  ${field.name}  ${describeField(field)}`);
    for (const relation of relations) {
      lines.push(
        `  ${relation.name}  ${pc.dim(`${relation.kind} ${relation.target}${relation.required ? '' : ', optional'}`)}`,
      );
    }
    lines.push('');
  }
  const list = (title: string, texts: readonly string[]) => {
    if (texts.length > 0) lines.push(title, ...texts.map((text) => `  ${oneLine(text, 160)}`), '');
  };
  list(pc.yellow('Not understood'), notUnderstood);
  list(
    pc.yellow(`Out of scope in ${document?.name ?? 'the document'}`),
    (document?.outOfScope ?? []).map(({ what, line, why }) => `line ${line}: ${what} (${why})`),
  );
  list(
    'Assumed',
    assumptions.map(({ text }) => text),
  );
  list(
    'Open questions',
    questions.map(({ text }) => text),
  );
  return lines.join('\n').trimEnd();
}

type Field = Reading['blueprint']['entities'][number]['fields'][number];

function describeField({ type, required, unique, values, default: preset }: Field): string {
  const parts = [
    values === undefined ? type : `${type} (${values.join(', ')})`,
    required ? 'required' : 'optional',
    ...(unique ? ['unique'] : []),
    ...(preset === undefined ? [] : [`default ${preset}`]),
  ];
  return pc.dim(parts.join(', '));
}
