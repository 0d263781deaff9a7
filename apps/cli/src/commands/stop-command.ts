import { Command } from 'commander';
import type { Context } from '../context.ts';
import { stopServer } from '../server/stop-server.ts';

export function stopCommand({ config, terminal }: Context): Command {
  return new Command('stop')
    .description(
      'Stop the server of the data folder, with its previews; runs go on at its next start',
    )
    .option('--json', 'print the result as JSON')
    .action(async (options: { json?: boolean }) => {
      const stopped = await stopServer(config.dataDir);
      if (options.json === true) return terminal.answer(JSON.stringify({ stopped }));
      terminal.note(stopped ? 'Stopped.' : `No server runs on ${config.dataDir}.`);
    });
}
