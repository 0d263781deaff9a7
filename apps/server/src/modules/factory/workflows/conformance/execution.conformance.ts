import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import {
  ExecutionExists,
  ExecutionNotFound,
  OutputNotReady,
  WorkflowInvalid,
} from '../domain/workflow-errors.ts';
import type { WorkflowRunner } from '../ports.ts';
import {
  begin,
  definition,
  finish,
  journalOf,
  ORGANISATION,
  type RunnerHome,
  type Stage,
  statuses,
  step,
  untilType,
} from './harness.ts';

type Subject = { runner: WorkflowRunner; stage: Stage; home: RunnerHome };

/** Start, order, outputs, reading. */
export function describeExecution(subject: () => Subject): void {
  it('hands outputs from stage to stage', async () => {
    const { runner } = subject();
    const id = await begin(
      runner,
      [
        step('one', 'add', [], { inputs: { to: 'input.start' } }),
        step('two', 'add', ['one'], { inputs: { to: 'nodes.one' } }),
        step('sum', 'echo', ['two'], {
          inputs: { a: 'nodes.one', b: 'nodes.two', c: { value: 'c' } },
        }),
      ],
      { start: 40 },
    );
    expect(await finish(runner, id)).toMatchObject({ status: 'succeeded', failure: null });
    expect(await runner.output(ORGANISATION, id, 'sum')).toEqual({ a: 41, b: 42, c: 'c' });
    expect(await runner.input(ORGANISATION, id)).toEqual({ start: 40 });
  });

  it('gathers the members of a parallel by name and those of a map in order', async () => {
    const { runner } = subject();
    const id = await begin(
      runner,
      [
        {
          kind: 'parallel',
          id: 'both',
          steps: [
            { id: 'left', handler: 'add', inputs: { to: { value: 1 } } },
            { id: 'right', handler: 'echo', inputs: { x: 'input.list.1' } },
          ],
        },
        {
          kind: 'map',
          id: 'each',
          over: 'input.list',
          concurrency: 2,
          step: { handler: 'add', inputs: { to: 'item' } },
        },
        { kind: 'map', id: 'none', over: 'input.empty', step: { handler: 'add' } },
      ],
      { list: [1, 2, 3, 4], empty: [] },
    );
    await finish(runner, id);
    expect(await runner.output(ORGANISATION, id, 'both')).toEqual({ left: 2, right: { x: 2 } });
    expect(await runner.output(ORGANISATION, id, 'each')).toEqual([2, 3, 4, 5]);
    expect(await runner.output(ORGANISATION, id, 'none')).toEqual([]);
    expect(await runner.output(ORGANISATION, id, 'each/3')).toBe(5);
  });

  it('takes one way at a branch and skips the other', async () => {
    const { runner, stage } = subject();
    const id = await begin(
      runner,
      [
        {
          kind: 'branch',
          id: 'fork',
          on: 'input.kind',
          cases: [{ equals: 'a', exit: 'a' }],
          otherwise: 'b',
        },
        step('a', 'add', ['fork.a']),
        step('b', 'add', ['fork.b']),
        step('end', 'echo', ['a', 'b'], {
          join: 'any',
          inputs: { a: { from: 'nodes.a', optional: true } },
        }),
      ],
      { kind: 'a' },
    );
    await finish(runner, id);
    expect(await statuses(runner, id)).toMatchObject({
      a: 'succeeded',
      b: 'skipped',
      end: 'succeeded',
    });
    expect(stage.callsOf(id)).toEqual(['a', 'end']);
  });

  it('waits at a timer', async () => {
    const { runner } = subject();
    const id = await begin(runner, [{ kind: 'timer', id: 'nap', ms: 150 }]);
    const { startedAt, finishedAt } = await finish(runner, id);
    expect(Number(finishedAt) - Number(startedAt)).toBeGreaterThanOrEqual(150);
  });

  it('runs what does not depend on each other at the same time', async () => {
    const { runner, stage } = subject();
    const id = await begin(runner, [step('a', 'gated'), step('b', 'gated')]);
    await untilType(runner, id, 'stage.started', 'b');
    expect(await statuses(runner, id)).toEqual({ a: 'running', b: 'running' });
    stage.open(id);
    expect((await finish(runner, id)).status).toBe('succeeded');
  });

  it('streams each event once and in order, replayed or live, from any number on', async () => {
    const { runner, stage } = subject();
    const id = await begin(runner, [
      step('a', 'add'),
      step('b', 'gated', ['a']),
      step('c', 'add', ['b']),
    ]);
    const live = journalOf(runner, id);
    await untilType(runner, id, 'stage.started', 'b');
    const late = journalOf(runner, id, 2);
    stage.open(id);
    const all = await live;
    expect(all.map(({ seq }) => seq)).toEqual(all.map((_, index) => index + 1));
    expect(await late).toEqual(all.slice(2));
    expect(await journalOf(runner, id)).toEqual(all);
    expect(all.at(-1)?.type).toBe('execution.succeeded');
  });

  it('stops streaming when the listener leaves', async () => {
    const { runner, stage } = subject();
    const id = await begin(runner, [step('a', 'gated')]);
    const stop = new AbortController();
    const seen: string[] = [];
    for await (const event of runner.events(ORGANISATION, id, 0, { signal: stop.signal })) {
      seen.push(event.type);
      if (event.type === 'stage.started') stop.abort();
    }
    expect(seen).toEqual(['execution.queued', 'execution.started', 'stage.started']);
    stage.open(id);
    await finish(runner, id);
  });

  it('records progress within bounds and shows the last line', async () => {
    const { runner } = subject();
    const id = await begin(runner, [step('a', 'talking')]);
    const { nodes } = await finish(runner, id);
    const lines = (await journalOf(runner, id)).filter(({ type }) => type === 'stage.progress');
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.length).toBeLessThanOrEqual(500);
    expect(nodes[0]?.message).not.toContain('\u0000');
  });

  it('shows an execution to its own organisation only', async () => {
    const { runner } = subject();
    const id = await begin(runner, [step('a', 'add')]);
    await finish(runner, id);
    const stranger = 'org_2';
    const first = () => runner.events(stranger, id, 0)[Symbol.asyncIterator]().next();
    await expect(runner.get(stranger, id)).rejects.toThrow(ExecutionNotFound);
    await expect(runner.output(stranger, id, 'a')).rejects.toThrow(ExecutionNotFound);
    await expect(runner.input(stranger, id)).rejects.toThrow(ExecutionNotFound);
    await expect(runner.signal(stranger, id, { type: 'pause' })).rejects.toThrow(ExecutionNotFound);
    await expect(runner.cancel(stranger, id)).rejects.toThrow(ExecutionNotFound);
    await expect(runner.retry(stranger, id, 'a')).rejects.toThrow(ExecutionNotFound);
    await expect(first()).rejects.toThrow(ExecutionNotFound);
    expect((await runner.list(stranger, {})).items).toEqual([]);
  });

  it('lists newest first, by page, status and definition', async () => {
    const { runner } = subject();
    const ids: string[] = [];
    for (let i = 0; i < 3; i += 1) ids.unshift(await begin(runner, [step('a', 'add')]));
    for (const id of ids) await finish(runner, id);
    const first = await runner.list(ORGANISATION, {
      limit: 2,
      status: 'succeeded',
      definition: 'test',
    });
    const second = await runner.list(ORGANISATION, { limit: 1, cursor: first.nextCursor ?? '' });
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids);
    expect((await runner.list(ORGANISATION, { status: 'paused' })).items).toEqual([]);
  });

  it('refuses a used id, a definition that cannot finish, and an output that is not there', async () => {
    const { runner, stage } = subject();
    const id = await begin(runner, [step('a', 'gated')]);
    const start = (nodes: Parameters<typeof definition>[0], executionId: string) =>
      runner.start({
        organisationId: ORGANISATION,
        executionId,
        definition: definition(nodes),
        input: null,
      });
    await expect(start([step('a', 'add')], id)).rejects.toThrow(ExecutionExists);
    await expect(start([step('a', 'add', ['a'])], 'exe_x')).rejects.toThrow(WorkflowInvalid);
    await expect(start([step('a', 'unheard')], 'exe_x')).rejects.toThrow('unheard');
    await expect(runner.output(ORGANISATION, id, 'a')).rejects.toThrow(OutputNotReady);
    stage.open(id);
    await finish(runner, id);
  });

  it('starts with the transaction it was written in, and not without', async () => {
    const { runner, home, stage } = subject();
    await home.database.execute(sql`create table if not exists own (id text primary key)`);
    const start = (executionId: string, work: (tx: typeof home.database) => Promise<void>) =>
      home.database.transaction(async (tx) => {
        await tx.execute(sql`insert into own values (${executionId})`);
        const request = {
          organisationId: ORGANISATION,
          definition: definition([step('a', 'add')]),
          input: 1,
        };
        await runner.start({ ...request, executionId, tx });
        await work(tx);
      });
    const undone = start('exe_undone', async () => {
      throw new Error('no');
    });
    await expect(undone).rejects.toThrow('no');
    await start('exe_done', async () => {});
    expect((await finish(runner, 'exe_done')).status).toBe('succeeded');
    await expect(runner.get(ORGANISATION, 'exe_undone')).rejects.toThrow(ExecutionNotFound);
    expect(stage.callsOf('exe_undone')).toEqual([]);
  });
}
