import { appKinds } from '@quantumlayer/contracts';
import { Command, Option } from 'commander';
import type { Context } from '../context.ts';
import { type GenerateOptions, generate } from '../generate/generate.ts';
import { takeWords } from '../generate/take-words.ts';
import { BASE_HELP } from '../versions/find-base.ts';

export function generateCommand(context: Context): Command {
  return new Command('generate')
    .description('Build, test, package and start an app from a description of its data')
    .argument('[prompt...]', 'what to build, in English; "-" reads it from standard input')
    .allowUnknownOption()
    .option('-f, --file <file>', 'read the prompt from a file')
    .option(
      '-d, --document <file>',
      'build from a document: OpenAPI, JDL, SQL, a Prisma schema, CSV or JSON; a prompt adds to it',
    )
    .option('-b, --base <version>', `change an app that is there; ${BASE_HELP}`)
    .option('-o, --out <folder>', 'unpack the app into this folder')
    .option('--force', 'move what is in the folder aside first')
    .addOption(
      new Option('--kind <kind>', 'an API alone, or with a web UI')
        .choices(appKinds)
        .default('api'),
    )
    .option('--stack <id>', 'the stack itself, in place of a kind')
    .option('--review', 'stop after the design and wait for your approval')
    .option('--no-preview', 'do not start the app at the end')
    .option('-p, --project <id>', 'project of the run; the first one by default')
    .option('--json', 'print one JSON object and nothing else on standard output')
    .addHelpText(
      'after',
      `
Examples:
  ql generate "A todo list: a task has a title, a due date and a status of open or done"
  ql generate --file shop.txt --out ./shop --no-preview
  ql generate --document shop.sql --kind full-stack --out ./shop
  ql generate --document shop.sql "Customers can only see their own orders"
  ql generate "Add a discount to the invoice" --base newest --out ./shop --force
  ql generate "..." --json | jq .evidence`,
    )
    .action(async (words: string[], options: GenerateOptions, command: Command) => {
      process.exitCode = await generate(context, takeWords(command, words), options);
    });
}
