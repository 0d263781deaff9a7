import { readdirSync, readFileSync, statSync } from 'node:fs';
import { hasCode } from './has-code.ts';

const PAGE_BYTES = 4_096;
const PARENT_FIELD = 1;
const THREADS_FIELD = 17;
const RESIDENT_FIELD = 21;

/** What all descendants of a process and itself hold in memory; shared pages count for each. */
export function residentBytesOfTree(root: number): number {
  const children = new Map<number, number[]>();
  const resident = new Map<number, number>();
  for (const pid of listPids()) {
    const fields = readFields(pid);
    if (fields === null) continue;
    const parent = Number(fields[PARENT_FIELD]);
    children.set(parent, [...(children.get(parent) ?? []), pid]);
    resident.set(pid, Number(fields[RESIDENT_FIELD]) * PAGE_BYTES);
  }
  let sum = 0;
  const waiting = [root];
  for (let pid = waiting.pop(); pid !== undefined; pid = waiting.pop()) {
    sum += resident.get(pid) ?? 0;
    waiting.push(...(children.get(pid) ?? []));
  }
  return sum;
}

export function countThreadsOfUser(uid: number): number {
  return listPids()
    .filter((pid) => ownerOf(pid) === uid)
    .reduce((sum, pid) => sum + Number(readFields(pid)?.[THREADS_FIELD] ?? 0), 0);
}

function listPids(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
}

/** Fields of `/proc/<pid>/stat` from the state on; null when the process is gone. */
function readFields(pid: number): string[] | null {
  return unlessGone(() => {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  });
}

function ownerOf(pid: number): number | null {
  return unlessGone(() => statSync(`/proc/${pid}`).uid);
}

function unlessGone<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (hasCode(error, 'ENOENT') || hasCode(error, 'ESRCH')) return null;
    throw error;
  }
}
