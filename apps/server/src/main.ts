import './platform/light-imports.ts';

const { readConfig } = await import('#platform/config.ts');
const { startFactory } = await import('./start-factory.ts');

try {
  await startFactory(readConfig(process.env), process.env);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
