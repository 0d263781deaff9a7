import { Command } from 'commander';
import { blueprintCommand } from './commands/blueprint-command.ts';
import { capsulesCommand } from './commands/capsules-command.ts';
import { doctorCommand } from './commands/doctor-command.ts';
import { dropsCommand } from './commands/drops-command.ts';
import { generateCommand } from './commands/generate-command.ts';
import { previewsCommand } from './commands/previews-command.ts';
import { runsCommand } from './commands/runs-command.ts';
import { stopCommand } from './commands/stop-command.ts';
import type { Context } from './context.ts';
import { exitCodesHelp } from './exit-codes.ts';

export function createProgram(context: Context): Command {
  const program = new Command('ql')
    .description(
      'QuantumLayer: a prompt becomes a tested, signed, running app, with evidence for every claim.',
    )
    .showHelpAfterError('(ql --help, or ql <command> --help, says more)')
    .addHelpText('after', exitCodesHelp);
  const commands = [
    generateCommand,
    blueprintCommand,
    runsCommand,
    capsulesCommand,
    previewsCommand,
    dropsCommand,
    doctorCommand,
    stopCommand,
  ];
  for (const create of commands) program.addCommand(create(context));
  throwInsteadOfExit(program);
  return program;
}

function throwInsteadOfExit(command: Command): void {
  command.exitOverride();
  command.commands.forEach(throwInsteadOfExit);
}
