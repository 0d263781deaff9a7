import { readCliConfig } from './config.ts';
import { endWith } from './end-with.ts';
import { createProgram } from './program.ts';
import { createTerminal } from './terminal/terminal.ts';

const terminal = createTerminal();
const context = { config: readCliConfig(), terminal };

try {
  await createProgram(context).parseAsync(process.argv);
} catch (error) {
  process.exitCode = endWith(error, terminal, process.argv.includes('--json'));
}
