import { parseArgs } from 'node:util';
import type { z } from 'zod';
import type { Config } from '#platform/config.ts';
import { listSettings, type Setting } from '#platform/settings.ts';

/** What the command line asks for; a refusal says what to type instead. */
export type Asked =
  | { kind: 'start' }
  | { kind: 'help'; text: string }
  | { kind: 'refusal'; message: string };

/** The server takes its settings from the environment; whoever types one as an argument is told so. */
export function readArguments(
  args: readonly string[],
  schema: z.ZodObject<Record<keyof Config, z.ZodType>>,
): Asked {
  const { tokens } = parseArgs({
    args: [...args],
    options: { help: { type: 'boolean', short: 'h' } },
    strict: false,
    tokens: true,
  });
  const settings = listSettings(schema);
  if (tokens.some((token) => token.kind === 'option' && token.name === 'help')) {
    return { kind: 'help', text: helpText(settings) };
  }
  const [first] = args;
  return first === undefined
    ? { kind: 'start' }
    : { kind: 'refusal', message: refuse(first, settings) };
}

function refuse(argument: string, settings: readonly Setting[]): string {
  const wanted = argument.replace(/^-+/, '').split('=')[0]?.replaceAll('-', '_').toUpperCase();
  const known = settings.find(({ name }) => name === wanted);
  const how =
    known === undefined
      ? 'npm start -- --help lists the settings.'
      : `It is a variable of the environment: ${known.name}=... npm start`;
  return `npm start takes no argument ${argument}. ${how}`;
}

function helpText(settings: readonly Setting[]): string {
  const rows = settings.map(({ name, preset, values, description }) => {
    const fallback = preset === '' ? '' : `, ${preset} by default`;
    return `  ${name} (${values}${fallback})\n      ${description.replaceAll('`', '')}\n`;
  });
  return [
    'Usage: npm start',
    '',
    'Opens the factory, its web UI and API, and prints a link that signs you in. Ctrl+C ends it; what runs goes on at',
    'the next start. The command line is: npm run ql -- --help',
    '',
    'Settings, as variables of the environment, for example PORT=5000 npm start:',
    '',
    ...rows,
  ].join('\n');
}
