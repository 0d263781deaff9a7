import { readFileSync } from 'node:fs';
import { hasCode } from './has-code.ts';

/** A process as no later one can be: its id and the tick it started at. */
export type ProcessIdentity = { pid: number; startTick: number };

/** Null when there is no such process, or it is only waiting to be reaped. */
export function identifyProcess(pid: number): ProcessIdentity | null {
  try {
    // the name in parentheses may itself hold spaces and parentheses
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? null : { pid, startTick: Number(fields[19]) };
  } catch (error) {
    if (hasCode(error, 'ENOENT') || hasCode(error, 'ESRCH')) return null;
    throw error;
  }
}

export function isAlive({ pid, startTick }: ProcessIdentity): boolean {
  return identifyProcess(pid)?.startTick === startTick;
}
