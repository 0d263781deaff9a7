import { attempt, call, type Step } from './entry-program.ts';

const COMMAND_NOT_FOUND = 127;

/** Executes the command, looking for it on `PATH` as a shell would; a command that is nowhere ends with 127. */
export function executeSteps(
  command: readonly string[],
  env: Readonly<Record<string, string>>,
): Step[] {
  const [program = ''] = command;
  const variables = Object.entries(env).map(([name, value]) => `${name}=${value}`);
  const paths = program.includes('/')
    ? [program]
    : (env.PATH ?? '').split(':').map((folder) => `${folder}/${program}`);
  const complaint = `sandbox: cannot execute ${program}\n`;
  return [
    ...paths.map((path) => attempt('execve', path, command, variables)),
    attempt('write', 2, complaint, Buffer.byteLength(complaint)),
    call('exit_group', COMMAND_NOT_FOUND),
  ];
}
