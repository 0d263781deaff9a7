import { ApiProblem, ServerUnreachable } from '@quantumlayer/sdk';
import { CommanderError } from 'commander';
import pc from 'picocolors';
import { CliError } from './cli-error.ts';
import { exitCodes } from './exit-codes.ts';
import type { Terminal } from './terminal/terminal.ts';

type Failure = { code: string; message: string; exitCode: number };

/** Says what went wrong, to a script as JSON, and returns the exit code. What nobody expected keeps its stack. */
export function endWith(error: unknown, terminal: Terminal, json: boolean): number {
  if (error instanceof CommanderError) {
    return error.exitCode === 0 ? exitCodes.succeeded : exitCodes.usage;
  }
  const failure = describe(error);
  const { code, message, exitCode } = failure;
  if (json) terminal.answer(JSON.stringify({ error: { code, message } }));
  else terminal.note(pc.red(message));
  return exitCode;
}

function describe(error: unknown): Failure {
  if (error instanceof CliError) return error;
  if (error instanceof ApiProblem) {
    const details = [error.problem.errors, error.problem.problems].flatMap(showPlaces).join('');
    return { code: error.code, message: `${error.message}${details}`, exitCode: exitCodes.refused };
  }
  if (error instanceof ServerUnreachable) {
    return { code: 'server-unreachable', message: error.message, exitCode: exitCodes.noServer };
  }
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { code: 'unexpected', message, exitCode: exitCodes.failed };
}

/** A problem document names each place that is wrong, as a pointer into the body or a path of the blueprint. */
function showPlaces(list: unknown): string[] {
  if (!Array.isArray(list)) return [];
  return list.map((place: Record<string, unknown>) => {
    const where = place.pointer ?? place.path ?? '';
    return `\n  ${where} ${place.detail ?? place.message ?? ''}`;
  });
}
