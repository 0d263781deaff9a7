import type { Failure } from '@quantumlayer/workflow';
import { PlatformError } from '#kernel/errors.ts';

/** What the journal keeps of a thrown value; `retryable: false` on it forbids another attempt. */
export function failureOf(error: unknown): { failure: Failure; retryable: boolean } {
  const retryable = property(error, 'retryable') !== false;
  if (!PlatformError.is(error)) {
    const message = error instanceof Error ? error.message : String(error);
    return { failure: { code: 'stage-crashed', message }, retryable };
  }
  const details = error.details();
  const next = property(error, 'next') ?? details.next;
  return {
    failure: {
      code: error.code,
      message: error.message,
      ...(typeof next === 'string' && { next }),
      ...(Object.keys(details).length > 0 && { details }),
    },
    retryable,
  };
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
