import { randomUUID } from 'node:crypto';
import type { RestoreVersion } from '@quantumlayer/sdk';
import { Command } from 'commander';
import { CliError } from '../cli-error.ts';
import { ql } from '../config.ts';
import { type Context, printAnswer, withServer } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';

type Values = NonNullable<RestoreVersion['values']>;
type Options = { value: Values; json?: boolean };

/** An earlier version comes back as the newest one. */
export function restoreCommand(context: Context): Command {
  return new Command('restore')
    .description(
      'Build an earlier version anew as the newest one, with its code, blueprint and database; newer ones stay',
    )
    .argument('<capsule>', 'id of the version that comes back')
    .option(
      '--value <field=value>',
      'what the rows that are there get where the version requires more, such as Task.code=none; once for each field',
      addValue,
      {},
    )
    .option('--json', 'print the run as JSON')
    .action(async (id: string, options: Options) => {
      const run = await withServer(context, async (client) => {
        const { projectId } = await client.getCapsule(id);
        return await client.restoreVersion(projectId, id, { values: options.value }, randomUUID());
      });
      printAnswer(context, options, run, () => `${run.id}\nFollow it: ${ql} runs watch ${run.id}`);
    });
}

/** A number and a boolean stand as they are; in quotes they are text. */
function addValue(given: string, before: Values): Values {
  const [path = '', ...rest] = given.split('=');
  if (!/^[A-Z]\w*\.[a-z]\w*$/.test(path) || rest.length === 0) {
    throw new CliError(
      'value-unreadable',
      `--value ${given} is not like Task.code=none: an entity, a field, and what its rows get.`,
      exitCodes.usage,
    );
  }
  return { ...before, [path]: toValue(rest.join('=')) };
}

function toValue(text: string): string | number | boolean {
  const quoted = /^"(.*)"$/s.exec(text)?.[1];
  if (quoted !== undefined) return quoted;
  if (text === 'true' || text === 'false') return text === 'true';
  return /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text) ? Number(text) : text;
}
