import { findStack, type Stack } from '@quantumlayer/stacks';
import { StageFailed } from './stage-failed.ts';

/** The stack of a run that was accepted earlier; it can be gone when the factory was upgraded meanwhile. */
export function knownStack(id: string): Stack {
  const stack = findStack(id);
  if (stack !== null) return stack;
  throw new StageFailed({
    code: 'stack-unknown',
    message: `This factory has no stack "${id}".`,
    next: 'Start the run again with a stack that it has.',
  });
}
