import { describe, expect, it } from 'vitest';
import { createOneByOne } from './one-by-one.ts';

describe('one by one', () => {
  it('begins nothing of a key before what came first has ended, even badly', async () => {
    const oneByOne = createOneByOne();
    const order: string[] = [];
    const gate = Promise.withResolvers<void>();
    const first = oneByOne('a', async () => {
      await gate.promise;
      order.push('first');
      throw new Error('it went wrong');
    });
    const second = oneByOne('a', async () => order.push('second'));
    await oneByOne('b', async () => order.push('other key'));
    gate.resolve();
    await expect(first).rejects.toThrow('it went wrong');
    await second;
    expect(order).toEqual(['other key', 'first', 'second']);
  });
});
