import { describe, expect, it } from 'vitest';
import { PlatformError } from '#kernel/errors.ts';
import { waitForFolder } from './wait-for-folder.ts';

class InUse extends PlatformError {
  readonly code = 'data-folder-in-use';
  readonly kind = 'conflict';
}

function openAfter(refusals: number, error: Error) {
  let calls = 0;
  return async () => {
    if (calls++ < refusals) throw error;
    return calls;
  };
}

describe('waitForFolder', () => {
  it('waits for a server that is just letting go', async () => {
    expect(await waitForFolder(openAfter(2, new InUse('held')))).toBe(3);
  });

  it('passes on the refusal of one that stays', async () => {
    const open = openAfter(Number.POSITIVE_INFINITY, new InUse('held'));
    await expect(waitForFolder(open, 150)).rejects.toThrow('held');
  });

  it('tries nothing else again', async () => {
    await expect(waitForFolder(openAfter(1, new Error('no disk')))).rejects.toThrow('no disk');
  });
});
