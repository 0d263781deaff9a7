import { ApiProblem, ServerUnreachable } from '@quantumlayer/sdk';
import { CommanderError } from 'commander';
import pc from 'picocolors';
import { CliError } from './cli-error.ts';
import { exitCodes } from './exit-codes.ts';
import type { Terminal } from './terminal/terminal.ts';

type Failure = {
  code: string;
  message: string;
  next?: string;
  /** Of a document that is wrong; both count from 1. */
  line?: number;
  column?: number;
  exitCode: number;
};

/** Says what went wrong, to a script as JSON, and returns the exit code. What nobody expected keeps its stack. */
export function endWith(error: unknown, terminal: Terminal, json: boolean): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return exitCodes.succeeded;
    if (json)
      answerFailure(terminal, { code: 'usage', message: error.message.replace(/^error: /, '') });
    return exitCodes.usage;
  }
  const { exitCode, ...failure } = describe(error);
  if (json) answerFailure(terminal, failure);
  else terminal.note([pc.red(sentenceOf(failure)), failure.next].filter(Boolean).join('\n'));
  return exitCode;
}

/** "line 3, column 14: ..." where a place is known. */
function sentenceOf({ message, line, column }: Omit<Failure, 'exitCode'>): string {
  return line === undefined ? message : `line ${line}, column ${column}: ${message}`;
}

function answerFailure(terminal: Terminal, failure: Omit<Failure, 'exitCode'>): void {
  terminal.answer(JSON.stringify({ error: failure }));
}

function describe(error: unknown): Failure {
  if (error instanceof CliError) {
    return { code: error.code, message: error.message, exitCode: error.exitCode };
  }
  if (error instanceof ApiProblem) {
    const details = [error.problem.errors, error.problem.problems].flatMap(showPlaces).join('');
    const { next, line, column } = error.problem;
    const isPlaced = typeof line === 'number' && typeof column === 'number';
    return {
      code: error.code,
      message: `${error.message}${details}`,
      ...(typeof next === 'string' && { next }),
      ...(isPlaced && { line, column }),
      exitCode: exitCodes.refused,
    };
  }
  if (error instanceof ServerUnreachable) {
    return { code: 'server-unreachable', message: error.message, exitCode: exitCodes.noServer };
  }
  if (isSystemError(error)) {
    return { code: 'system-error', message: error.message, exitCode: exitCodes.failed };
  }
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { code: 'unexpected', message, exitCode: exitCodes.failed };
}

/** A folder that cannot be written, a full disk: nothing that a stack would explain. */
function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && 'code' in error;
}

/** A problem document names each place that is wrong, as a pointer into the body or a path of the blueprint. */
function showPlaces(list: unknown): string[] {
  if (!Array.isArray(list)) return [];
  return list.map((place: Record<string, unknown>) => {
    const where = place.pointer ?? place.path ?? '';
    return `\n  ${where} ${place.detail ?? place.message ?? ''}`;
  });
}
