import { describe, expect, it } from 'vitest';
import { StageTimedOut, WorkflowInvalid } from '../domain/workflow-errors.ts';
import { failureOf } from './failure-of.ts';

describe('what the journal keeps of an error', () => {
  it('is its code, message and details when it is one of ours', () => {
    const problems = [{ code: 'cycle' as const, node: 'a', message: 'It turns.' }];
    expect(failureOf(new WorkflowInvalid('w', problems))).toEqual({
      retryable: true,
      failure: {
        code: 'workflow-invalid',
        message: 'The workflow w cannot finish: It turns.',
        details: { problems },
      },
    });
    expect(failureOf(new StageTimedOut('a', 5)).failure).not.toHaveProperty('details');
  });

  it('is the message alone when it is a defect', () => {
    expect(failureOf(new TypeError('x is not a function'))).toEqual({
      retryable: true,
      failure: { code: 'stage-crashed', message: 'x is not a function' },
    });
    expect(failureOf('text').failure.message).toBe('text');
  });

  it('allows no other attempt when the error forbids it', () => {
    expect(failureOf(Object.assign(new Error('no'), { retryable: false })).retryable).toBe(false);
  });
});
