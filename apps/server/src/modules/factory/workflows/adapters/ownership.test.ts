import { executionFact, type Fact, stageFact } from '@quantumlayer/workflow';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DatabaseHandle } from '#platform/database.ts';
import { openTestDatabase } from '#platform/testing/open-test-database.ts';
import type { ExecutionEvent, Projector } from '../ports.ts';
import type { Fence } from './fence.ts';
import { createJournal } from './journal.ts';
import { createLiveness } from './liveness.ts';
import { createLostTurns } from './lost-turns.ts';
import { createStarter } from './start-execution.ts';
import { attemptOf, inlineOutputs, START } from './testing/fold.ts';
import { createTurns } from './turns.ts';
import { workflowMigrations } from './workflow-migrations.ts';
import { executionTable, processTable } from './workflow-tables.ts';

const now = new Date(START);
const later = (ms: number) => new Date(START + ms);
const fence: Fence = { drive: 1, process: 'prc_1' };
const turn = { executionId: 'run_1', drive: 1 };
const note = (message: string): Fact =>
  stageFact('stage.progress', { node: 'one', attempt: 0, at: START }, { message });

describe('who owns an execution', () => {
  let handle: DatabaseHandle;
  let projector: Projector | null;
  let told: string[];

  beforeAll(async () => {
    handle = await openTestDatabase(workflowMigrations);
  });
  afterAll(() => handle.close());

  const openJournal = () =>
    createJournal({
      database: handle.database,
      projectors: projector === null ? [] : [projector],
      notify: (id, seq) => told.push(`${id} ${seq}`),
      announce: false,
    });
  const start = (executionId = 'run_1') =>
    createStarter({
      database: handle.database,
      journal: openJournal(),
      outputs: inlineOutputs,
      handlers: { x: async () => null },
      clock: () => now,
      process: 'prc_1',
      dispatch: async () => {},
    })({
      organisationId: 'org_1',
      executionId,
      definition: { version: 1, name: 'test', nodes: [{ kind: 'step', id: 'one', handler: 'x' }] },
      input: null,
    });
  const row = async (id = 'run_1') => {
    const [found] = await handle.database
      .select()
      .from(executionTable)
      .where(eq(executionTable.id, id));
    if (found === undefined) throw new Error(`no row ${id}`);
    return found;
  };
  const set = (change: Partial<typeof executionTable.$inferInsert>) =>
    handle.database.update(executionTable).set(change).where(eq(executionTable.id, 'run_1'));
  const turns = () => createTurns(handle.database);
  const lost = () => createLostTurns(handle.database);

  beforeEach(async () => {
    await handle.pool.query('truncate workflow_execution, workflow_event, workflow_process');
    projector = null;
    told = [];
    await start();
  });

  describe('the journal', () => {
    const append = async (facts: Fact[], given: { fence?: Fence; request?: Date } = {}) => {
      const journal = openJournal();
      const from = await journal.fold(await row());
      return {
        journal,
        from,
        request: { ...turn, organisationId: 'org_1', from, facts, ...given },
      };
    };
    const seqs = async (): Promise<ExecutionEvent[]> => openJournal().read('run_1', 0);

    it('takes one of two writers that saw the same end', async () => {
      const { journal, request } = await append([note('a'), note('b')]);
      const won = await journal.append(request);

      expect(won?.folded.seq).toBe(3);
      expect(await openJournal().append(request)).toBeNull();
      expect((await seqs()).map(({ seq }) => seq)).toEqual([1, 2, 3]);
      expect((await row()).seq).toBe(3);
    });

    it.each([
      ['of an earlier turn', { drive: 0, process: 'prc_1' }],
      ['of another process', { drive: 1, process: 'prc_2' }],
    ])('takes nothing from a driver %s', async (_case, wrong) => {
      await turns().claim(turn, 'prc_1', now);
      const { journal, request } = await append([note('a')], { fence: wrong });

      expect(await journal.append(request)).toBeNull();
      expect(await seqs()).toHaveLength(1);
    });

    it('takes nothing from a driver whose turn is over', async () => {
      await turns().claim(turn, 'prc_1', now);
      await turns().release('run_1', fence, 1, null);
      const { journal, request } = await append([note('a')], { fence });

      expect(await journal.append(request)).toBeNull();
    });

    it('asks for a driver only when nobody drives', async () => {
      await turns().claim(turn, 'prc_1', now);
      const driven = await append([note('a')], { request: now });
      expect((await driven.journal.append(driven.request))?.requested).toBeNull();

      await turns().release('run_1', fence, 2, null);
      const idle = await append([note('b')], { request: later(5) });
      expect((await idle.journal.append(idle.request))?.requested).toBe(2);
      expect(await row()).toMatchObject({ dispatch: 'requested', drive: 2, dispatchAt: later(5) });
    });

    it('tells of what was committed, and of nothing else', async () => {
      projector = async (_tx, { data }) => {
        if (data.message === 'bad') throw new Error('the table is gone');
      };
      told = [];
      const good = await append([note('a')]);
      await good.journal.append(good.request);
      const bad = await append([note('b'), note('bad')]);

      await expect(bad.journal.append(bad.request)).rejects.toThrow('the table is gone');
      expect(told).toEqual(['run_1 2']);
      expect(await seqs()).toHaveLength(2);
      expect((await row()).seq).toBe(2);
    });

    it('folds to the same state in one process and in the next', async () => {
      await turns().claim(turn, 'prc_1', now);
      const { journal, request } = await append([executionFact('execution.started', START, {})], {
        fence,
      });
      const appended = await journal.append(request);
      const known = await journal.fold(await row());
      const fresh = await openJournal().fold(await row());

      expect(known.state).toEqual(appended?.folded.state);
      expect(fresh.state).toEqual(known.state);
      expect(attemptOf(fresh, 'one').attempt).toBe(0);
    });

    it('frees the row when its driver writes the end', async () => {
      await turns().claim(turn, 'prc_1', now);
      const cancelled = executionFact('execution.cancelled', later(9).getTime(), {});
      const { journal, request } = await append([cancelled], { fence });
      await journal.append(request);

      expect(await row()).toMatchObject({
        status: 'cancelled',
        dispatch: 'idle',
        process: null,
        finishedAt: later(9),
      });
    });
  });

  describe('a turn', () => {
    it('is begun by one process, though not by its number alone', async () => {
      expect(await turns().claim({ ...turn, drive: 2 }, 'prc_1', now)).toBeNull();
      expect(await turns().claim(turn, 'prc_1', now)).toMatchObject({
        process: 'prc_1',
        dispatch: 'driving',
      });
      await turns().release('run_1', fence, 1, null);
      expect(await turns().claim(turn, 'prc_2', now)).toBeNull();
    });

    it('does not end over something that was written since', async () => {
      await turns().claim(turn, 'prc_1', now);
      await set({ seq: 2 });

      expect(await turns().release('run_1', fence, 1, later(50))).toBe(false);
      expect(await row()).toMatchObject({ dispatch: 'driving', wakeAt: null });
      expect(await turns().release('run_1', fence, 2, later(50))).toBe(true);
      expect(await row()).toMatchObject({ dispatch: 'idle', process: null, wakeAt: later(50) });
    });

    it('is given back unfinished under the next number', async () => {
      await turns().claim(turn, 'prc_1', now);
      await turns().handOver('run_1', { ...fence, process: 'prc_2' }, later(1));
      expect((await row()).dispatch).toBe('driving');
      await turns().handOver('run_1', fence, later(1));

      expect(await row()).toMatchObject({ dispatch: 'requested', process: null, drive: 2 });
    });

    it('is marked as queued only while it is asked for', async () => {
      await turns().markQueued({ ...turn, drive: 9 });
      expect((await row()).dispatch).toBe('requested');
      await turns().markQueued(turn);
      expect((await row()).dispatch).toBe('queued');
      await turns().claim(turn, 'prc_1', now);
      await turns().markQueued(turn);
      expect((await row()).dispatch).toBe('driving');
    });
  });

  describe('lost turns', () => {
    it('are woken at the very instant of their alarm, once', async () => {
      await set({ dispatch: 'idle', wakeAt: later(10) });

      expect(await lost().wake(later(9))).toEqual([]);
      expect(await lost().wake(later(10))).toEqual([{ executionId: 'run_1', drive: 2 }]);
      expect(await lost().wake(later(11))).toEqual([]);
    });

    it('are those that were asked for before, and told to nobody', async () => {
      expect(await lost().forgotten(now)).toEqual([]);
      expect(await lost().forgotten(later(1))).toEqual([turn]);
      await turns().markQueued(turn);
      expect(await lost().forgotten(later(1))).toEqual([]);
      expect(await lost().queued(later(1))).toEqual([turn]);
    });

    it('are renewed only while they are still queued', async () => {
      expect(await lost().renew(turn, now)).toBeNull();
      await turns().markQueued(turn);
      expect(await lost().renew(turn, now)).toEqual({ executionId: 'run_1', drive: 2 });
    });

    it('are taken from a process that is gone, and from no living one', async () => {
      await turns().claim(turn, 'prc_1', now);
      await createLiveness(handle.database, 'prc_1', 1_000).beat();
      expect(await lost().takeOver('prc_2', [], later(60_000))).toEqual([]);
      await handle.database.delete(processTable);

      expect(await lost().takeOver('prc_2', [], now)).toEqual([{ executionId: 'run_1', drive: 2 }]);
      expect(await row()).toMatchObject({ dispatch: 'requested', process: null });
    });

    it('are those this process does not know of, unless they were begun just now', async () => {
      await turns().claim(turn, 'prc_1', now);
      await createLiveness(handle.database, 'prc_1', 1_000).beat();

      expect(await lost().takeOver('prc_1', ['run_1'], later(60_000))).toEqual([]);
      expect(await lost().takeOver('prc_1', [], later(1_000))).toEqual([]);
      expect(await lost().takeOver('prc_1', ['run_2'], later(1_001))).toHaveLength(1);
    });
  });

  describe('processes', () => {
    const buried: string[][] = [];
    const liveness = (process: string, deadAfterMs = 60_000) =>
      createLiveness(handle.database, process, deadAfterMs);
    const bury = async (ids: string[]) => void buried.push(ids);
    const known = async () =>
      (await handle.database.select().from(processTable)).map(({ id }) => id).sort();

    beforeEach(async () => {
      buried.length = 0;
      await liveness('prc_1').beat();
      await liveness('prc_2').beat();
      await handle.pool.query(
        `update workflow_process set seen_at = now() - interval '61 s' where id = 'prc_2'`,
      );
    });

    it('are buried when they were silent for too long, once', async () => {
      await liveness('prc_1').buryDead(false, bury);
      await liveness('prc_1').buryDead(false, bury);

      expect(buried).toEqual([['prc_2']]);
      expect(await known()).toEqual(['prc_1']);
    });

    it('live on with a beat', async () => {
      await liveness('prc_2').beat();
      await liveness('prc_1').buryDead(false, bury);

      expect(buried).toEqual([]);
    });

    it('are all gone for the only one that there can be', async () => {
      await liveness('prc_2').beat();
      await liveness('prc_1').buryDead(true, bury);

      expect(buried).toEqual([['prc_2']]);
      expect(await known()).toEqual(['prc_1']);
    });

    it('stay to be buried by the next when a burial fails', async () => {
      const failing = liveness('prc_1').buryDead(false, () => Promise.reject(new Error('no')));

      await expect(failing).rejects.toThrow('no');
      expect(await known()).toEqual(['prc_1', 'prc_2']);
    });

    it('leave by themselves', async () => {
      await liveness('prc_1').leave();

      expect(await known()).toEqual(['prc_2']);
    });
  });
});
