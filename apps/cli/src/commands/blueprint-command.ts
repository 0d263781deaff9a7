import type { Reading } from '@quantumlayer/contracts';
import { Command } from 'commander';
import pc from 'picocolors';
import { type Context, printAnswer, withServer } from '../context.ts';
import { readAsked } from '../generate/read-asked.ts';
import { takeWords } from '../generate/take-words.ts';
import { oneLine } from '../terminal/table.ts';

type Options = { file?: string; document?: string; json?: boolean };

export function blueprintCommand(context: Context): Command {
  return new Command('blueprint')
    .description('Show how a prompt or a document is understood, without building anything')
    .argument('[prompt...]', 'what to read; "-" reads it from standard input')
    .allowUnknownOption()
    .option('-f, --file <file>', 'read the prompt from a file')
    .option(
      '-d, --document <file>',
      'read a document: OpenAPI, JDL, SQL, a Prisma schema, CSV or JSON; a prompt adds to it',
    )
    .option('--json', 'print the reading as JSON')
    .action(async (words: string[], options: Options, command: Command) => {
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
