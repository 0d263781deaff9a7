import type { DefinitionProblem } from '@quantumlayer/workflow';
import { PlatformError } from '#kernel/errors.ts';

export class WorkflowInvalid extends PlatformError {
  readonly code = 'workflow-invalid';
  readonly kind = 'invalid';
  readonly problems: readonly DefinitionProblem[];

  constructor(name: string, problems: readonly DefinitionProblem[]) {
    super(
      `The workflow ${name} cannot finish: ${problems.map(({ message }) => message).join(' ')}`,
    );
    this.problems = problems;
  }

  override details() {
    return { problems: this.problems };
  }
}

export class ExecutionNotFound extends PlatformError {
  readonly code = 'execution-not-found';
  readonly kind = 'not-found';

  constructor(id: string) {
    super(`No execution ${id} in this organisation.`);
  }
}

export class ExecutionExists extends PlatformError {
  readonly code = 'execution-exists';
  readonly kind = 'conflict';

  constructor(id: string) {
    super(`Execution ${id} was started before; use a new id for a new one.`);
  }
}

export class ExecutionEnded extends PlatformError {
  readonly code = 'execution-ended';
  readonly kind = 'conflict';

  constructor(id: string, status: string) {
    super(`Execution ${id} has already ${status}; retry it from a stage to go on.`);
  }
}

export class ExecutionNotPaused extends PlatformError {
  readonly code = 'execution-not-paused';
  readonly kind = 'conflict';

  constructor(id: string) {
    super(`Execution ${id} is not paused.`);
  }
}

export class ExecutionNotEnded extends PlatformError {
  readonly code = 'execution-not-ended';
  readonly kind = 'conflict';

  constructor(id: string) {
    super(`Execution ${id} is still under way; cancel it or wait for its end before a retry.`);
  }
}

export class StageNotFound extends PlatformError {
  readonly code = 'stage-not-found';
  readonly kind = 'not-found';

  constructor(id: string, stage: string) {
    super(`Execution ${id} has no stage ${stage}.`);
  }
}

export class StageNotWaiting extends PlatformError {
  readonly code = 'stage-not-waiting';
  readonly kind = 'conflict';

  constructor(id: string, stage: string, status: string) {
    super(
      `Stage ${stage} of execution ${id} is ${status}; only a waiting checkpoint takes an answer.`,
    );
  }
}

export class StageNotReached extends PlatformError {
  readonly code = 'stage-not-reached';
  readonly kind = 'conflict';

  constructor(id: string, stage: string) {
    super(`Execution ${id} never got as far as ${stage}; retry from an earlier stage.`);
  }
}

export class OutputNotReady extends PlatformError {
  readonly code = 'output-not-ready';
  readonly kind = 'conflict';

  constructor(id: string, stage: string, status: string) {
    super(`Stage ${stage} of execution ${id} is ${status} and has no output.`);
  }
}

export class OutputRefused extends PlatformError {
  readonly code = 'output-refused';
  readonly kind = 'invalid';

  constructor(stage: string, reason: string) {
    super(`The new output of ${stage} is not usable: ${reason}`);
  }
}

export class StageTimedOut extends PlatformError {
  readonly code = 'stage-timed-out';
  readonly kind = 'unavailable';

  constructor(stage: string, limitMs: number) {
    super(`Stage ${stage} took longer than its limit of ${limitMs} ms and was stopped.`);
  }
}

export class StageInputMissing extends PlatformError {
  readonly code = 'stage-input-missing';
  readonly kind = 'invalid';
  readonly retryable = false;

  constructor(stage: string, name: string, reference: string) {
    super(`The input ${name} of ${stage} reads ${reference}, which holds nothing.`);
  }
}

export class RunnerBusy extends PlatformError {
  readonly code = 'runner-open';
  readonly kind = 'conflict';

  constructor() {
    super('This process already has an open workflow runner; close it before opening another.');
  }
}

export class RunnerClosed extends PlatformError {
  readonly code = 'runner-closed';
  readonly kind = 'unavailable';

  constructor() {
    super('The workflow runner is closed: this process is stopping. Try again in a moment.');
  }
}

export class CursorInvalid extends PlatformError {
  readonly code = 'cursor-invalid';
  readonly kind = 'invalid';

  constructor() {
    super('This cursor is not one of ours; start again from the first page.');
  }
}

/** The driver's turn ends with it; the execution stays as it was and is taken up again. */
export class JournalUnwritable extends PlatformError {
  readonly code = 'journal-unwritable';
  readonly kind = 'unavailable';

  constructor(reason: string, cause?: unknown) {
    super(`The workflow journal could not be written: ${reason}.`, { cause });
  }
}

export class ExecutionBusy extends PlatformError {
  readonly code = 'execution-busy';
  readonly kind = 'unavailable';

  constructor(id: string) {
    super(`Execution ${id} changes faster than it can be told anything. Try again.`);
  }
}
