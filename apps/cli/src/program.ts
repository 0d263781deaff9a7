import { Command } from 'commander';
import { blueprintCommand } from './commands/blueprint-command.ts';
import { capsulesCommand } from './commands/capsules-command.ts';
import { changesCommand } from './commands/changes-command.ts';
import { doctorCommand } from './commands/doctor-command.ts';
import { dropsCommand } from './commands/drops-command.ts';
import { generateCommand } from './commands/generate-command.ts';
import { openCommand } from './commands/open-command.ts';
import { previewsCommand } from './commands/previews-command.ts';
import { runsCommand } from './commands/runs-command.ts';
import { stopCommand } from './commands/stop-command.ts';
import type { Context } from './context.ts';
import { exitCodesHelp } from './exit-codes.ts';
import { version } from './version.ts';

export function createProgram(context: Context): Command {
  const program = new Command('ql')
    .description(
      'QuantumLayer: a prompt becomes a tested, signed, running app, with evidence for every claim.',
    )
    .version(version, '-V, --version', 'print the version')
    .addHelpText('after', exitCodesHelp);
  const commands = [
    generateCommand,
    openCommand,
    blueprintCommand,
    changesCommand,
    runsCommand,
    capsulesCommand,
    previewsCommand,
    dropsCommand,
    doctorCommand,
    stopCommand,
  ];
  for (const create of commands) program.addCommand(create(context));
  prepare(program, 'ql');
  return program;
}

/** Errors come back to the caller instead of ending the process, each with where the help is. */
function prepare(command: Command, path: string): void {
  command.exitOverride();
  command.showHelpAfterError(`(${path} --help says more)`);
  for (const child of command.commands) prepare(child, `${path} ${child.name()}`);
}
