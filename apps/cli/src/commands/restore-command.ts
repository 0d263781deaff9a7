import { randomUUID } from 'node:crypto';
import type { Blueprint } from '@quantumlayer/contracts';
import type { RestoreVersion } from '@quantumlayer/sdk';
import { Command } from 'commander';
import { CliError } from '../cli-error.ts';
import { ql } from '../config.ts';
import { type Context, printAnswer, withServer } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';

type Values = NonNullable<RestoreVersion['values']>;
type Given = Record<string, string>;
type Options = { value: Given; json?: boolean };

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
        const { reading, changes } = await client.showChanges(projectId, { restored: id });
        for (const path of changes.schema.losses)
          context.terminal.note(
            `${path} is dropped with all that is in it where an app is moved to it`,
          );
        const values = typed(options.value, reading.blueprint);
        return await client.restoreVersion(projectId, id, { values }, randomUUID());
      });
      printAnswer(context, options, run, () => `${run.id}\nFollow it: ${ql} runs watch ${run.id}`);
    });
}

function addValue(given: string, before: Given): Given {
  const [path = '', ...rest] = given.split('=');
  if (!/^[A-Z]\w*\.[a-z]\w*$/.test(path) || rest.length === 0) {
    throw unreadable(
      `--value ${given} is not like Task.code=none: an entity, a field, and what its rows get.`,
    );
  }
  return { ...before, [path]: rest.join('=') };
}

const NUMBERS: ReadonlySet<string> = new Set([
  ...['integer', 'decimal', 'money', 'percentage', 'rating'],
]);

/** Of the types that the fields have in the version that comes back. */
function typed(given: Given, { entities }: Pick<Blueprint, 'entities'>): Values {
  const toValue = ([path, text]: [string, string]) => {
    const [entity, name] = path.split('.');
    const field = entities
      .find((one) => one.name === entity)
      ?.fields.find((one) => one.name === name);
    if (field === undefined) throw unreadable(`The version has no field ${path}.`);
    const isNumber = NUMBERS.has(field.type);
    if (isNumber && !Number.isFinite(Number(text || Number.NaN)))
      throw unreadable(`${path} takes a number, and ${text} is none.`);
    if (isNumber) return [path, Number(text)];
    return [path, field.type === 'boolean' ? text === 'true' : text];
  };
  return Object.fromEntries(Object.entries(given).map(toValue));
}

const unreadable = (message: string) => new CliError('value-unreadable', message, exitCodes.usage);
