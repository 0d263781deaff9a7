import { Client, type Exchange } from './client.ts';
import type { Contract } from './contract.ts';
import type { Exam, Probe, Room, Test } from './exam.ts';
import { Fell } from './failures.ts';

export type Outcome = 'passed' | 'failed' | 'not reached';
export type Result = {
  readonly kind: 'functional' | 'exploit' | 'undetermined';
  readonly name: string;
  readonly outcome: Outcome;
  readonly why: string;
};

/** A started app: where it is, and what only the one who started it can do. */
export type Target = Pick<Room, 'key' | 'restart' | 'filesWith'> & {
  readonly origin: string;
  readonly base: string;
  readonly contract: Contract;
};

/** Sits every test of an exam, one after the other, attacks that end the patience of a server last. */
export async function runExam(exam: Exam, target: Target): Promise<readonly Result[]> {
  const results: Result[] = [];
  const exploits = Object.entries(exam.exploits).toSorted(([a], [b]) => isLast(a) - isLast(b));
  for (const [name, test] of Object.entries(exam.functional))
    results.push(await sitFunctional(name, test, target));
  for (const [operation, probe] of Object.entries(exam.undetermined))
    results.push(await sitProbe(operation, probe, target));
  for (const [name, test] of exploits) results.push(await sitExploit(name, test, target));
  return results;
}

function isLast(name: string): number {
  return name.startsWith('last:') ? 1 : 0;
}

async function sitFunctional(name: string, test: Test, target: Target): Promise<Result> {
  const heard: Exchange[] = [];
  const kind = 'functional';
  try {
    await test(roomIn(target, heard));
  } catch (error) {
    return { kind, name, outcome: 'failed', why: whyOf(error) };
  }
  const faults = heard.flatMap((exchange) => target.contract.faults(exchange));
  const why = faults.slice(0, 3).join(' | ');
  return { kind, name, outcome: faults.length === 0 ? 'passed' : 'failed', why };
}

/** Only what an attack itself wanted counts as a fall; what could not be prepared was not reached. */
async function sitExploit(name: string, test: Test, target: Target): Promise<Result> {
  const kind = 'exploit';
  const heard: Exchange[] = [];
  try {
    await test(roomIn(target, heard));
    return { kind, name, outcome: 'passed', why: '' };
  } catch (error) {
    const isBuilt = heard.at(-1)?.reply.status !== 501;
    const outcome = error instanceof Fell && isBuilt ? 'failed' : 'not reached';
    return { kind, name, outcome, why: whyOf(error) };
  }
}

/** 501 for every input is right, and so is what differs with the input; one answer for all is made up. */
async function sitProbe(name: string, probe: Probe, target: Target): Promise<Result> {
  const kind = 'undetermined';
  const heard: Exchange[] = [];
  try {
    const answers = await probe(roomIn(target, heard));
    const asked = heard.filter((exchange) => target.contract.operationOf(exchange) === name);
    if (asked.length > 0 && asked.every(({ reply }) => reply.status === 501))
      return { kind, name, outcome: 'passed', why: '501' };
    const faults = heard.flatMap((exchange) => target.contract.faults(exchange));
    if (faults.length > 0) return { kind, name, outcome: 'failed', why: faults.join(' | ') };
    const differs = new Set(answers).size === answers.length && answers.length > 1;
    const why = differs ? 'answered' : `one answer for all input: ${answers[0]?.slice(0, 80)}`;
    return { kind, name, outcome: differs ? 'passed' : 'failed', why };
  } catch (error) {
    return { kind, name, outcome: 'failed', why: whyOf(error) };
  }
}

let words = 0;
/** Differs from run to run, so that a server that was examined before can be examined again. */
const start = Date.now().toString(36).slice(-5);

function roomIn(target: Target, heard: Exchange[]): Room {
  const { key, restart, filesWith } = target;
  return {
    api: new Client(target.origin, target.base, (exchange) => heard.push(exchange)),
    unique: (word) => `${word}${start}${(++words).toString(36)}`,
    key,
    restart,
    filesWith,
  };
}

function whyOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
