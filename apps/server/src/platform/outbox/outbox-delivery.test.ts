import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLogger } from '../logger.ts';
import { createDelivery, type Subscriber } from './outbox-delivery.ts';
import type { Delivery } from './outbox-store.ts';

const logger = createLogger({ LOG_LEVEL: 'silent', NODE_ENV: 'test' });
const event = (given: Partial<Delivery> = {}): Delivery => ({
  id: '7',
  organisationId: 'org_1',
  aggregate: 'run_1',
  type: 'run.finished',
  payload: {},
  createdAt: new Date(0),
  attempts: 1,
  deliveredTo: [],
  ...given,
});
const broken: Subscriber = { name: 'broken', handle: () => Promise.reject(new Error('no mail')) };

function build(subscribers: Subscriber[]) {
  const marks: unknown[] = [];
  const pauses: number[] = [];
  const store = {
    markFailed: async (...given: unknown[]) => void marks.push(['failed', ...given]),
    markDead: async (...given: unknown[]) => void marks.push(['dead', ...given]),
  };
  const deliver = createDelivery({
    store: store as Parameters<typeof createDelivery>[0]['store'],
    subscribers,
    logger,
    retryAfter: (pauseMs) => pauses.push(pauseMs),
    attempts: 8,
    firstPauseMs: 200,
    longestPauseMs: 10_000,
  });
  return { deliver, marks, pauses };
}

const recorder = (name: string, seen: string[]): Subscriber => ({
  name,
  handle: async ({ id }) => void seen.push(`${name} ${id}`),
});

describe('a delivery', () => {
  it('reaches everybody in the order of their subscribing', async () => {
    const seen: string[] = [];
    const { deliver } = build([recorder('a', seen), recorder('b', seen)]);

    expect(await deliver(event())).toBe('7');
    expect(seen).toEqual(['a 7', 'b 7']);
  });

  it('is done when nobody wants it', async () => {
    expect(await build([]).deliver(event())).toBe('7');
    expect(await build([{ ...broken, types: ['run.started'] }]).deliver(event())).toBe('7');
  });

  it('remembers who has it when somebody fails', async () => {
    const seen: string[] = [];
    const { deliver, marks } = build([recorder('a', seen), broken, recorder('c', seen)]);

    expect(await deliver(event({ deliveredTo: ['x'] }))).toBeNull();
    expect(marks).toEqual([['failed', '7', ['x', 'a'], 'broken: no mail', 200]]);
    expect(seen).toEqual(['a 7']);
  });

  it('passes over who has it already', async () => {
    const seen: string[] = [];
    const { deliver } = build([recorder('a', seen), recorder('b', seen)]);
    await deliver(event({ deliveredTo: ['a'] }));

    expect(seen).toEqual(['b 7']);
  });

  it('is tried again after a pause that doubles, up to the longest', async () => {
    const { deliver, marks, pauses } = build([broken]);
    for (let attempts = 1; attempts < 8; attempts += 1) await deliver(event({ attempts }));

    expect(pauses).toEqual([200, 400, 800, 1_600, 3_200, 6_400, 10_000]);
    expect(marks.map((mark) => (mark as unknown[])[4])).toEqual(pauses);
  });

  it('is given up at the last attempt, without another pause', async () => {
    const { deliver, marks, pauses } = build([broken]);
    await deliver(event({ attempts: 8 }));

    expect(marks).toEqual([['dead', '7', [], 'broken: no mail']]);
    expect(pauses).toEqual([]);
  });

  it('takes whatever is thrown for a failure', async () => {
    const { deliver, marks } = build([{ name: 'odd', handle: () => Promise.reject('just text') }]);
    await deliver(event());

    expect(marks).toMatchObject([['failed', '7', [], 'odd: just text', 200]]);
  });

  it('reaches each subscriber at least once, whoever fails how often', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 4 }),
        async (failures) => {
          const reached = failures.map(() => 0);
          const left = [...failures];
          const subscribers = failures.map((_, index) => ({
            name: `s${index}`,
            async handle() {
              if ((left[index] ?? 0) > 0) {
                left[index] = (left[index] ?? 0) - 1;
                throw new Error('not yet');
              }
              reached[index] = (reached[index] ?? 0) + 1;
            },
          }));
          const { deliver, marks } = build(subscribers);
          let deliveredTo: string[] = [];
          for (let attempts = 1; ; attempts += 1) {
            if ((await deliver(event({ attempts: Math.min(attempts, 7), deliveredTo }))) !== null) {
              break;
            }
            deliveredTo = (marks.at(-1) as [string, string, string[]])[2];
          }
          expect(reached).toEqual(failures.map(() => 1));
        },
      ),
      { numRuns: 50 },
    );
  });
});
