import { sql } from 'drizzle-orm';
import { expect, it, vi } from 'vitest';
import type { Projector, WorkflowRunner } from '../ports.ts';
import {
  begin,
  createStage,
  finish,
  journalOf,
  ORGANISATION,
  type RunnerHome,
  type RunnerSetup,
  step,
  untilType,
} from './harness.ts';

/** How long a loaded machine may take over what is immediate on a quiet one. */
const PATIENCE = { timeout: 10_000, interval: 20 };

/** What outlives a runner, and what it owes to those who listen in its transactions. */
export function describeRestart(home: () => RunnerHome): void {
  async function using<Result>(
    setup: RunnerSetup,
    work: (runner: WorkflowRunner) => Promise<Result>,
  ): Promise<Result> {
    const runner = await home().open(setup);
    try {
      return await work(runner);
    } finally {
      await runner.close();
    }
  }

  it('leaves a running step to the next runner, and repeats nothing that was done', async () => {
    const first = createStage();
    const id = await using({ handlers: first.handlers, drainMs: 0 }, async (runner) => {
      const started = await begin(runner, [
        step('a', 'add'),
        step('b', 'gated', ['a']),
        step('c', 'add', ['b']),
      ]);
      await untilType(runner, started, 'stage.started', 'b');
      // The journal says so a moment before the handler is called.
      await vi.waitFor(() => expect(first.callsOf(started)).toContain('b'), PATIENCE);
      return started;
    });
    expect(first.aborted).toContain(id);
    const second = createStage();
    // Longer than anything that looks for lost work may wait.
    setTimeout(() => second.open(id), 1_500);
    const types = await using({ handlers: second.handlers }, async (runner) => {
      expect((await finish(runner, id)).status).toBe('succeeded');
      return (await journalOf(runner, id)).map(({ type, node }) => `${type} ${node ?? ''}`);
    });
    expect(second.callsOf(id)).toEqual(['b', 'c']);
    expect(types.filter((type) => type === 'stage.succeeded a')).toHaveLength(1);
    expect(types).toContain('stage.interrupted b');
  });

  it('lets a step end within the drain and keeps its result', async () => {
    const first = createStage();
    const id = await using({ handlers: first.handlers, drainMs: 2_000 }, async (runner) => {
      const started = await begin(runner, [step('a', 'gated'), step('b', 'add', ['a'])]);
      await untilType(runner, started, 'stage.started', 'a');
      setTimeout(() => first.open(started), 100);
      return started;
    });
    const second = createStage();
    await using({ handlers: second.handlers }, (runner) => finish(runner, id));
    expect(second.callsOf(id)).toEqual(['b']);
  });

  it('keeps checkpoints, pauses and timers', async () => {
    const stage = createStage();
    const setup = { handlers: stage.handlers };
    const checkpoint = { kind: 'checkpoint' as const, id: 'c', of: 'a', after: ['a'] };
    const [checked, paused, timed] = await using(setup, async (runner) => {
      const ids = [
        await begin(runner, [step('a', 'add'), checkpoint]),
        await begin(runner, [step('a', 'add'), checkpoint]),
        await begin(runner, [{ kind: 'timer', id: 't', ms: 2_000 }]),
      ] as const;
      await untilType(runner, ids[0], 'stage.waiting');
      await untilType(runner, ids[1], 'stage.waiting');
      await runner.signal(ORGANISATION, ids[1], { type: 'pause' });
      await untilType(runner, ids[2], 'stage.sleeping');
      return ids;
    });
    await using(setup, async (runner) => {
      await runner.signal(ORGANISATION, checked, { type: 'approve', stage: 'c' });
      expect((await finish(runner, checked)).status).toBe('succeeded');
      expect((await runner.get(ORGANISATION, paused)).status).toBe('paused');
      const { startedAt, finishedAt, status } = await finish(runner, timed);
      expect(status).toBe('succeeded');
      expect(Number(finishedAt) - Number(startedAt)).toBeLessThan(15_000);
    });
  });

  it('has work while a timer runs, and none while all wait for people', async () => {
    const stage = createStage();
    await using({ handlers: stage.handlers }, async (runner) => {
      const checkpoint = { kind: 'checkpoint' as const, id: 'c', of: 'a', after: ['a'] };
      const checked = await begin(runner, [step('a', 'add'), checkpoint]);
      await untilType(runner, checked, 'stage.waiting');
      await expect.poll(() => runner.hasWork()).toBe(false);
      const timed = await begin(runner, [{ kind: 'timer', id: 't', ms: 3_600_000 }]);
      await untilType(runner, timed, 'stage.sleeping');
      expect(await runner.hasWork()).toBe(true);
      await runner.cancel(ORGANISATION, timed);
      await expect.poll(() => runner.hasWork()).toBe(false);
    });
  });

  it('drives no more executions at once than it may', async () => {
    const stage = createStage();
    await using({ handlers: stage.handlers, concurrency: 2 }, async (runner) => {
      const ids: string[] = [];
      for (let i = 0; i < 5; i += 1) ids.push(await begin(runner, [step('a', 'gated')]));
      const running = async () => {
        const { items } = await runner.list(ORGANISATION, { status: 'running' });
        return items.filter(({ id }) => ids.includes(id));
      };
      await vi.waitFor(async () => expect(await running()).toHaveLength(2), PATIENCE);
      // Time enough for a third one, were it allowed.
      await new Promise((resolve) => setTimeout(resolve, 600));
      expect(await running()).toHaveLength(2);
      for (const id of ids) stage.open(id);
      for (const id of ids) expect((await finish(runner, id)).status).toBe('succeeded');
    });
  });

  it('projects each event once, in the transaction that writes it, with the state after it', async () => {
    const stage = createStage();
    await home().database.execute(
      sql`create table if not exists projected (execution text, seq int, status text)`,
    );
    let hiccups = 2;
    const project: Projector = async (tx, event, state) => {
      await tx.execute(
        sql`insert into projected values (${event.executionId}, ${event.seq}, ${state.status})`,
      );
      if (event.type === 'stage.succeeded' && hiccups-- > 0) throw new Error('a passing hiccup');
    };
    await using({ handlers: stage.handlers, projectors: [project] }, async (runner) => {
      const id = await begin(runner, [step('a', 'add'), step('b', 'add', ['a'])]);
      await finish(runner, id);
      const events = await journalOf(runner, id);
      const text = sql<{
        seqs: string;
      }>`select string_agg(seq || status, ' ' order by seq) as seqs from projected where execution = ${id}`;
      const found = JSON.stringify(await home().database.execute(text));
      expect(stage.callsOf(id)).toEqual(['a', 'b']);
      for (const { seq } of events)
        expect(
          found.split(
            `${seq}${seq === events.length ? 'succeeded' : seq === 1 ? 'queued' : 'running'}`,
          ),
        ).toHaveLength(2);
    });
  });
}
