import type { Stack } from '@quantumlayer/stacks';
import type { SandboxResult } from '#modules/factory/sandbox/index.ts';
import type { CheckContext } from './check-context.ts';
import { explainResult, withLog } from './domain/explain-result.ts';
import { type CheckOutcome, checkTitles } from './domain/quality-check.ts';
import { judgeTests } from './domain/test-figures.ts';
import { CHECK_LIMITS, describeProgram, describeTests } from './sandboxed-app.ts';
import { usageOf } from './usage-of.ts';

type ProgramCheck = 'typecheck' | 'lint' | 'tests';

const MAX_REPORT_BYTES = 20_000_000;

async function runProgram(context: CheckContext, id: ProgramCheck) {
  const { sandbox, stack, place, signal, wall } = context;
  const describe = id === 'tests' ? describeTests : describeProgram;
  const spec = describe(place, stack.commands[id], wall[id]);
  const result = await sandbox.run(spec, { signal });
  const failure = explainResult(checkTitles[id], result, { ...CHECK_LIMITS, wallMs: wall[id] });
  return { result, failure };
}

function outcome(
  context: CheckContext,
  id: ProgramCheck,
  result: SandboxResult,
  reason: string | null,
  figures: CheckOutcome['figures'],
): CheckOutcome {
  return {
    id,
    status: reason === null ? 'passed' : 'failed',
    command: context.stack.commands[id],
    exitCode: result.exitCode,
    durationMs: result.durationMs,
    output: result.output,
    reason,
    figures: { ...figures, ...usageOf(result) },
  };
}

/** Type-check or lint: the exit code decides. */
export async function runToolCheck(
  context: CheckContext,
  id: 'typecheck' | 'lint',
): Promise<CheckOutcome> {
  const { result, failure } = await runProgram(context, id);
  const reason = failure === null ? null : withLog(failure, result.output);
  return outcome(context, id, result, reason, {});
}

/** The tests: exit code and report have to agree, and the figures are the report's. */
export async function runTestCheck(context: CheckContext): Promise<CheckOutcome> {
  const { result, failure } = await runProgram(context, 'tests');
  const { figures, problem } = await readReport(context, context.stack);
  const found = problem ?? failure;
  // A stop or a crash explains a missing report, and failed tests explain an exit code.
  const first = result.stopped === null ? found : failure;
  const reason = first === null ? null : withLog(first, result.output);
  return outcome(context, 'tests', result, reason, figures);
}

async function readReport(context: CheckContext, { testReport }: Stack) {
  const contents: Record<string, string> = {};
  try {
    for (const path of testReport.files) {
      const content = await context.workFolder.read(path, MAX_REPORT_BYTES);
      if (content === null) {
        const problem = `The tests left no report at ${path}, so nothing is proven.`;
        return { figures: {}, problem };
      }
      contents[path] = content;
    }
    const report = testReport.read(contents);
    return { figures: { ...report }, problem: judgeTests(report) };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { figures: {}, problem: `The report of the tests cannot be read: ${why}` };
  }
}
