import type { ShownChanges } from '@quantumlayer/contracts';
import { Command } from 'commander';
import pc from 'picocolors';
import { type Context, chooseProject, printAnswer, withServer } from '../context.ts';
import { readAsked } from '../generate/read-asked.ts';
import { takeWords } from '../generate/take-words.ts';
import { oneLine } from '../terminal/table.ts';
import { BASE_HELP, findBase } from '../versions/find-base.ts';

type Options = {
  base: string;
  file?: string;
  document?: string;
  project?: string;
  diff?: boolean;
  json?: boolean;
};

export function changesCommand(context: Context): Command {
  return new Command('changes')
    .description('Show what a change would do to an app, without building anything')
    .argument('[prompt...]', 'what to change; "-" reads it from standard input')
    .allowUnknownOption()
    .option('-b, --base <version>', BASE_HELP, 'newest')
    .option('-f, --file <file>', 'read the change from a file')
    .option('-d, --document <file>', 'the document that the next version is to be made from')
    .option('-p, --project <id>', 'project of the app; the first one by default')
    .option('--diff', 'print the code line by line')
    .option('--json', 'print the diffs as JSON')
    .action(async (words: string[], options: Options, command: Command) => {
      const { workingDirectory } = context.config;
      const { file, document } = options;
      const asked = await readAsked({
        ...{ words: takeWords(command, words), file, document, workingDirectory },
      });
      const shown = await withServer(context, async (client) => {
        const projectId = await chooseProject(client, options.project);
        const wanted = { projectId, base: options.base, workingDirectory };
        const capsuleId = await findBase(client, wanted);
        return await client.showChanges(projectId, { ...asked, base: { capsuleId } });
      });
      printAnswer(context, options, shown, () => showChanges(shown, options.diff === true));
    });
}

/** The three diffs as a person reads them. */
function showChanges({ reading, changes }: ShownChanges, hasLines: boolean): string {
  const { blueprint, schema, code, conflicts, kept } = changes;
  const signs = { added: pc.green('+'), removed: pc.red('-'), changed: pc.yellow('~') };
  const blocks = [
    block(
      'Blueprint',
      blueprint.changes.map(({ text }) => text),
    ),
    block('Not understood', reading.notUnderstood),
    block(
      'Open questions',
      reading.questions.map(({ text }) => text),
    ),
    block('Schema', [
      schema.migration?.path ?? 'stays as it is',
      ...schema.losses.map((path) => pc.red(`${path} is dropped with all that is in it`)),
      ...schema.unfilled.map((path) => pc.red(`${path} has no value for the rows that are there`)),
    ]),
    block(
      'Code',
      code.files.map(({ path, kind }) => `${signs[kind]} ${path}`),
    ),
    block(
      'Conflicts with edits by hand',
      conflicts.map(({ path }) => pc.red(path)),
    ),
    block('Edits by hand that stay', kept),
    ...(hasLines ? code.files.map(({ path, patch }) => patch ?? `${path}: too much to show`) : []),
  ];
  return blocks.filter((text) => text !== '').join('\n\n');
}

function block(title: string, lines: readonly string[]): string {
  if (lines.length === 0) return '';
  return [pc.bold(title), ...lines.map((line) => `  ${oneLine(line, 160)}`)].join('\n');
}
