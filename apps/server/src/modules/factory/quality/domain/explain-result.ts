import { stripVTControlCharacters } from 'node:util';

type Result = {
  exitCode: number | null;
  signal: string | null;
  stopped: 'wall-clock' | 'memory' | 'output' | 'disk' | 'cancelled' | null;
  durationMs: number;
};

type Limits = { wallMs: number; memoryBytes: number; outputBytes: number };

const TAIL_LINES = 15;
const TAIL_CHARACTERS = 2_000;

/** Why a program did not end well, in words; null when it did. */
export function explainResult(title: string, result: Result, limits: Limits): string | null {
  const reasons = {
    'wall-clock': `it did not finish within ${limits.wallMs / 1000} s and was stopped`,
    memory: `it needed more than ${Math.round(limits.memoryBytes / 1_048_576)} MiB of memory`,
    output: `it wrote more than ${Math.round(limits.outputBytes / 1024)} KiB of output`,
    disk: 'it filled its disk space',
    cancelled: 'it was cancelled',
  };
  if (result.stopped !== null) return `${title}: ${reasons[result.stopped]}.`;
  if (result.exitCode === 0) return null;
  if (result.exitCode === null) return `${title}: ended by ${result.signal ?? 'a signal'}.`;
  return `${title}: ended with exit code ${result.exitCode}.`;
}

/** The end of a log as a person reads it. */
export function tailOf(output: Uint8Array): string {
  const text = stripVTControlCharacters(Buffer.from(output).toString('utf8')).trimEnd();
  return text.split('\n').slice(-TAIL_LINES).join('\n').slice(-TAIL_CHARACTERS);
}

export function withLog(reason: string, output: Uint8Array): string {
  const tail = tailOf(output);
  return tail === '' ? `${reason} It wrote nothing.` : `${reason} The log ends with:\n${tail}`;
}
