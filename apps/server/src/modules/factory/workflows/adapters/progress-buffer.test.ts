import { describe, expect, it } from 'vitest';
import { createProgressBuffer } from './progress-buffer.ts';

function open(onBatch: () => void = () => {}) {
  return createProgressBuffer({ node: 'a', attempt: 1, clock: () => new Date(), onBatch });
}

describe('the progress of an attempt', () => {
  it('goes out at once when it is the first', async () => {
    const times: number[] = [];
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      const start = performance.now();
      await new Promise<void>((resolve) => open(resolve).add('hello'));
      times.push(performance.now() - start);
    }
    // The quickest, since a busy machine may hold up any one of them.
    expect(Math.min(...times)).toBeLessThan(100);
  });

  it('keeps the latest lines of a burst', () => {
    const progress = open();
    for (let line = 1; line <= 30; line += 1) progress.add(`line ${line}`);
    const messages = progress.take().map(({ data }) => Reflect.get(data, 'message'));
    expect(messages).toHaveLength(10);
    expect(messages.at(-1)).toBe('line 30');
    expect(progress.take()).toEqual([]);
  });

  it('lets lines without data go first', () => {
    const progress = open();
    progress.add('lint passed', { check: 'lint' });
    for (let line = 1; line <= 30; line += 1) progress.add(`line ${line}`);
    const messages = progress.take().map(({ data }) => Reflect.get(data, 'message'));
    expect(messages).toHaveLength(10);
    expect(messages[0]).toBe('lint passed');
    expect(messages.at(-1)).toBe('line 30');
  });

  it('ends after 500 lines and says so', () => {
    const progress = open();
    const all: unknown[] = [];
    for (let line = 1; line <= 600; line += 1) {
      progress.add(`line ${line}`);
      all.push(...progress.take().map(({ data }) => Reflect.get(data, 'message')));
    }
    expect(all).toHaveLength(500);
    expect(all.at(-1)).toBe('line 500 (further progress is not recorded)');
  });

  it('cuts long lines and leaves out data that is large or cannot be written down', () => {
    const progress = open();
    const circular: Record<string, unknown> = {};
    circular.self = circular;
    progress.add('x'.repeat(1_000), { ok: 1 });
    progress.add('large', { text: 'x'.repeat(5_000) });
    progress.add('circular', circular);
    const [long, large, loop] = progress.take().map(({ data }) => data);
    expect(long).toEqual({ message: `${'x'.repeat(500)}…`, data: { ok: 1 } });
    expect(large).toEqual({ message: 'large' });
    expect(loop).toEqual({ message: 'circular' });
    progress.close();
  });
});
