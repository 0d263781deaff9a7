import { afterAll, beforeAll, describe } from 'vitest';
import { describeExecution } from './conformance/execution.conformance.ts';
import { describeFailure } from './conformance/failure.conformance.ts';
import { createStage, type RunnerHome } from './conformance/harness.ts';
import { describeRestart } from './conformance/restart.conformance.ts';
import { describeSignals } from './conformance/signal.conformance.ts';
import type { WorkflowRunner } from './ports.ts';

/** What every WorkflowRunner must do. None of it may be skipped. */
export function describeWorkflowRunner(name: string, createHome: () => Promise<RunnerHome>): void {
  describe(`WorkflowRunner: ${name}`, () => {
    const stage = createStage();
    let home: RunnerHome;

    beforeAll(async () => {
      home = await createHome();
    });
    afterAll(() => home.close());

    describe('one runner', () => {
      let runner: WorkflowRunner;

      beforeAll(async () => {
        const validators = {
          add(output: unknown) {
            if (typeof output !== 'number') throw new Error('it is no number');
            return output;
          },
        };
        runner = await home.open({ handlers: stage.handlers, validators, concurrency: 20 });
      });
      afterAll(() => runner.close());

      const subject = () => ({ runner, stage, home });
      describeExecution(subject);
      describeFailure(subject);
      describeSignals(subject);
    });

    describe('one runner after the other', () => describeRestart(() => home));
  });
}
