import type { Reading } from '@quantumlayer/contracts';
import { Command } from 'commander';
import pc from 'picocolors';
import { type Context, printAnswer, withServer } from '../context.ts';
import { readPrompt } from '../generate/read-prompt.ts';
import { takeWords } from '../generate/take-words.ts';
import { oneLine } from '../terminal/table.ts';

type Options = { file?: string; json?: boolean };

export function blueprintCommand(context: Context): Command {
  return new Command('blueprint')
    .description('Show how a prompt is understood, without building anything')
    .argument('[prompt...]', 'what to read; "-" reads it from standard input')
    .allowUnknownOption()
    .option('-f, --file <file>', 'read the prompt from a file')
    .option('--json', 'print the reading as JSON')
    .action(async (words: string[], options: Options, command: Command) => {
      const { workingDirectory } = context.config;
      const prompt = await readPrompt({
        words: takeWords(command, words),
        file: options.file,
        workingDirectory,
      });
      const reading = await withServer(context, (client) => client.readBlueprint(prompt));
      printAnswer(context, options, reading, () => showReading(reading));
    });
}

function showReading({ blueprint, notUnderstood, assumptions, questions }: Reading): string {
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
