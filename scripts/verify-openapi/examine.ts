import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrokenExam, Exam } from './conformance/examiner/exam.ts';
import { contractOf, type Paper } from './conformance/examiner/read-paper.ts';
import { type Result, runExam } from './conformance/examiner/run-exam.ts';
import { startApp } from './conformance/examiner/started-app.ts';
import { type GeneratedApp, generateApp, refusalOf, theStack } from './generate-app.ts';
import { type OwnTests, runOwnTests } from './own-tests.ts';

export type Marked = {
  readonly paper: Paper;
  readonly results: readonly Result[];
  /** Operations of the exam that are undetermined and of which no question of the generation speaks. */
  readonly unasked: readonly string[];
  /** Null where there is no app, or its tests were not wanted. */
  readonly own: OwnTests | null;
  readonly seconds: number;
};

export type Workplace = {
  readonly folder: string;
  readonly modules: string;
  /** Whether the tests that were generated with an app run as well. */
  readonly runsOwnTests: boolean;
};

/** Makes an app of a document and examines it; what cannot be made fails all that would have been asked. */
export async function examine(paper: Paper, workplace: Workplace): Promise<Marked> {
  const started = performance.now();
  const marked =
    'broken' in paper
      ? { results: [await markRefusal(paper, paper.broken)], unasked: [], own: null }
      : await markApp(paper, paper.exam, workplace);
  return { paper, ...marked, seconds: (performance.now() - started) / 1_000 };
}

async function markRefusal(paper: Paper, { line, orLines = [], about }: BrokenExam) {
  const name = `is refused at line ${line}`;
  const refusal = await refusalOf(paper);
  if (refusal === null)
    return { kind: 'functional', name, outcome: 'failed', why: 'it was taken' } as const;
  const place = [line, ...orLines].includes(refusal.line ?? 0);
  const right = place && about.test(refusal.message);
  const why = right ? '' : `line ${refusal.line}: ${refusal.message}`;
  return { kind: 'functional', name, outcome: right ? 'passed' : 'failed', why } as const;
}

async function markApp(paper: Paper, exam: Exam, { folder, modules, runsOwnTests }: Workplace) {
  const root = join(folder, paper.name);
  await rm(root, { recursive: true, force: true });
  await mkdir(root, { recursive: true });
  try {
    const generated = await generateApp(paper, join(root, 'app'), modules);
    const results = await sit(paper, exam, generated, join(root, 'data'));
    const own = runsOwnTests ? await runOwnTests(theStack(), generated.folder) : null;
    return { results, unasked: unasked(paper, exam, generated.questions), own };
  } catch (error) {
    return { results: allFailed(exam, String(error).slice(0, 400)), unasked: [], own: null };
  }
}

async function sit(paper: Paper, exam: Exam, generated: GeneratedApp, dataFolder: string) {
  const { folder, command, environment, apiKey } = generated;
  await mkdir(dataFolder, { recursive: true });
  const app = await startApp({ folder, dataFolder, command, environment });
  try {
    return await runExam(exam, { ...app, ...contractOf(paper.text), key: () => apiKey });
  } finally {
    await app.stop();
  }
}

/** A question names an operation by method and path, or by its id. */
function unasked(paper: Paper, { undetermined }: Exam, questions: readonly string[]) {
  const { contract } = contractOf(paper.text);
  return Object.keys(undetermined).filter((operation) => {
    const names = [operation, contract.idOf(operation) ?? operation];
    return !questions.some((text) => names.some((name) => text.includes(name)));
  });
}

function allFailed({ functional, exploits, undetermined }: Exam, why: string): readonly Result[] {
  const fail = (kind: Result['kind'], names: object): Result[] =>
    Object.keys(names).map((name) => ({ kind, name, outcome: 'not reached', why }));
  return [
    ...fail('functional', functional),
    ...fail('undetermined', undetermined),
    ...fail('exploit', exploits),
  ];
}
