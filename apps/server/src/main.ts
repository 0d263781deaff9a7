import './platform/light-imports.ts';
import { env } from 'node:process';

const { readConfig } = await import('#platform/config.ts');
const { startFactory } = await import('./start-factory.ts');

try {
  await startFactory(readConfig(env), env);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
