import { describe, expect, it } from 'vitest';
import { createSlots } from './slots.ts';

describe('slots', () => {
  it('let no more in than there are, and the next one in when somebody leaves', async () => {
    const slots = createSlots(2);
    const [first] = [await slots.acquire(), await slots.acquire()];
    let isIn = false;
    const third = slots.acquire().then((leave) => {
      isIn = true;
      return leave;
    });
    await Promise.resolve();
    expect([slots.hasFree(), isIn]).toEqual([false, false]);
    first();
    (await third)();
    expect([slots.hasFree(), isIn]).toEqual([true, true]);
  });

  it('count a leave once', async () => {
    const slots = createSlots(1);
    const leave = await slots.acquire();
    leave();
    leave();
    await slots.acquire();
    expect(slots.hasFree()).toBe(false);
  });
});
