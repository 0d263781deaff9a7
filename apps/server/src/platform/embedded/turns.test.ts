import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTurns } from './turns.ts';

describe('turns at the engine', () => {
  it('are one at a time, in the order of asking, whatever each one does', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: 3 }), { maxLength: 20 }), async (pauses) => {
        const turns = createTurns();
        const order: number[] = [];
        let inside = 0;
        const hold = async (pause: number, number: number) => {
          await turns.take();
          expect(++inside).toBe(1);
          for (let left = pause; left > 0; left -= 1) await Promise.resolve();
          order.push(number);
          inside -= 1;
          turns.pass();
        };
        await Promise.all(pauses.map(hold));
        expect(order).toEqual(pauses.map((_, number) => number));
        expect(turns.waiting).toBe(0);
      }),
    );
  });

  it('say how many wait', async () => {
    const turns = createTurns();
    await turns.take();
    const waiting = [turns.take(), turns.take()];

    expect(turns.waiting).toBe(2);
    turns.pass();
    await waiting[0];
    expect(turns.waiting).toBe(1);
    turns.pass();
    await waiting[1];
  });

  it('are free again after the last one', async () => {
    const turns = createTurns();
    await turns.take();
    turns.pass();

    await expect(turns.take()).resolves.toBeUndefined();
  });
});
