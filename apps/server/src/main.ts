import './platform/light-imports.ts';
import { argv, env } from 'node:process';
import { keepCompiled } from '@quantumlayer/machine/keep-compiled';

const USAGE = 2;

keepCompiled();

const { configSchema, readConfig } = await import('#platform/config.ts');
const { readArguments } = await import('./read-arguments.ts');

const asked = readArguments(argv.slice(2), configSchema);
if (asked.kind === 'help') process.stdout.write(asked.text);
else if (asked.kind === 'refusal') end(asked.message, USAGE);
else {
  const { startFactory } = await import('./start-factory.ts');
  try {
    await startFactory(readConfig(env), env);
  } catch (error) {
    end(error instanceof Error ? error.message : String(error), 1);
  }
}

function end(message: string, code: number): void {
  process.stderr.write(`${message}\n`);
  process.exit(code);
}
