import { PlatformError } from '#kernel/errors.ts';
import type { GateRequest } from './check-context.ts';
import type { CheckOutcome } from './domain/quality-check.ts';
import type { DependencySet, DependencyStore } from './ports.ts';

/** Finds or installs the stack's dependency set; without it nothing else can run. */
export async function runInstallCheck(
  store: DependencyStore,
  { stack, signal, progress }: GateRequest,
): Promise<[CheckOutcome, DependencySet | null]> {
  const started = performance.now();
  try {
    const set = await store.ensure(stack.dependencySet(), { signal, progress });
    return [passed(set, performance.now() - started), set];
  } catch (error) {
    if (!PlatformError.is(error)) throw error;
    return [failed(error, performance.now() - started), null];
  }
}

function passed(set: DependencySet, durationMs: number): CheckOutcome {
  const { command, contentDigest, lockDigest, packages } = set;
  const figures = { contentDigest, lockDigest, packages: packages.length };
  return {
    id: 'install',
    status: 'passed',
    command,
    exitCode: 0,
    durationMs,
    output: JSON.stringify({ ...figures, command }, null, 2),
    reason: null,
    figures,
  };
}

function failed(error: PlatformError, durationMs: number): CheckOutcome {
  return {
    id: 'install',
    status: 'failed',
    command: ['npm', 'ci'],
    exitCode: null,
    durationMs,
    output: JSON.stringify({ message: error.message, ...error.details() }, null, 2),
    reason: error.message,
    figures: {},
  };
}
