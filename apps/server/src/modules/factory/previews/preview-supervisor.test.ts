import { pino } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import type { PreviewRecord } from './domain/preview.ts';
import { PreviewNotStarted } from './domain/preview-errors.ts';
import type { AppLauncher, LaunchRequest, RunningApp } from './ports.ts';
import { createPreviewSupervisor, type PreviewSupervisor } from './preview-supervisor.ts';

const now = new Date('2026-01-01T12:00:00Z');
const record = (id: string): PreviewRecord => ({
  id,
  organisationId: 'org_1',
  projectId: 'prj_1',
  runId: `run of ${id}`,
  capsuleId: 'cap_1',
  stackId: 'notes',
  label: `label-of-${id}`,
  status: 'starting',
  createdAt: now,
  expiresAt: now,
  reason: null,
  log: '',
});
const preview = record('prv_1');

describe('the supervisor of previews', () => {
  let supervisor: PreviewSupervisor | null = null;

  afterEach(async () => {
    for (const { id } of supervisor?.list() ?? []) await supervisor?.stop(id);
  });

  /** Apps that end when the test says so. */
  function supervise({ restarts = 2, steadyMs = 60_000 } = {}) {
    const ends: ((end: { reason: string; full: boolean }) => void)[] = [];
    const failures: string[] = [];
    const state = { stops: 0, hold: Promise.resolve(), failing: 0 };
    const launcher: Pick<AppLauncher, 'launch'> = {
      async launch({ onOutput }: LaunchRequest): Promise<RunningApp> {
        const number = ends.push(() => {});
        onOutput(Buffer.from(`launch ${number}\n`));
        await state.hold;
        if (state.failing > 0) {
          state.failing -= 1;
          throw new PreviewNotStarted('it fell over.\nmore', 'log');
        }
        const ended = new Promise<{ reason: string; full: boolean }>((resolve) => {
          ends[number - 1] = resolve;
        });
        const stop = async () => {
          state.stops += 1;
        };
        return { socketPath: `/sock/${number}`, ended, stop };
      },
    };
    const made = createPreviewSupervisor({
      launcher: {
        ...launcher,
        remove: async () => {},
        list: async () => [],
        collectOrphans: async () => {},
      },
      logger: pino({ level: 'silent' }),
      policy: { restarts, firstDelayMs: 1, steadyMs },
      onFailed: async (_preview, reason) => void failures.push(reason),
    });
    supervisor = made;
    const end = (reason = 'exit code 1.', full = false) => ends.at(-1)?.({ reason, full });
    return { made, state, failures, end, launches: () => ends.length };
  }

  it('starts an app once for all who ask for it', async () => {
    const { made, launches } = supervise();
    await Promise.all([made.start(preview), made.start(preview)]);

    expect(launches()).toBe(1);
    expect(made.findApp('label-of-prv_1')?.socketPath).toBe('/sock/1');
  });

  it('has no socket for a label while the app starts, or that it does not know', async () => {
    const { made, state } = supervise();
    const held = Promise.withResolvers<void>();
    state.hold = held.promise;
    const starting = made.start(preview);

    expect(made.findApp('label-of-prv_1')).toBeNull();
    expect(made.list()).toHaveLength(1);
    held.resolve();
    await starting;
    expect(made.findApp('label-of-prv_2')).toBeNull();
  });

  it('forgets an app that did not start, so that it can be tried again', async () => {
    const { made, state } = supervise();
    state.failing = 1;

    await expect(made.start(preview)).rejects.toBeInstanceOf(PreviewNotStarted);
    expect(made.list()).toEqual([]);
    await made.start(preview);
    expect(made.findApp('label-of-prv_1')?.socketPath).toBe('/sock/2');
  });

  it('gives up after as many restarts as it may, with the first line of the reason', async () => {
    const { made, state, failures, end, launches } = supervise({ restarts: 3 });
    await made.start(preview);
    state.failing = 10;
    end();
    await expect.poll(() => failures).toHaveLength(1);

    expect(failures).toEqual(['it fell over. It was started again 3 times.']);
    expect(launches()).toBe(4);
    expect(made.list()).toEqual([]);
  });

  it('counts the restarts of one app over all its crashes', async () => {
    const { made, failures, end, launches } = supervise({ restarts: 2 });
    await made.start(preview);
    for (const number of [2, 3]) {
      end();
      await expect.poll(() => made.findApp('label-of-prv_1')?.socketPath).toBe(`/sock/${number}`);
    }
    end('exit code 9.');
    await expect.poll(() => failures).toHaveLength(1);

    expect(failures[0]).toMatch(/^exit code 9\./);
    expect(launches()).toBe(3);
  });

  it.each([
    ['that stood long enough', 0, false],
    ['whose log was full', 60_000, true],
  ])('begins to count anew for an app %s', async (_case, steadyMs, full) => {
    const { made, failures, end } = supervise({ restarts: 1, steadyMs });
    await made.start(preview);
    for (const number of [2, 3, 4]) {
      end('ended.', full);
      await expect.poll(() => made.findApp('label-of-prv_1')?.socketPath).toBe(`/sock/${number}`);
    }

    expect(failures).toEqual([]);
  });

  it('does not start an app again that it stopped', async () => {
    const { made, state, end, launches } = supervise();
    await made.start(preview);
    const log = await made.stop('prv_1');
    end();
    await new Promise((resolve) => setTimeout(resolve, 20));

    expect(log).toBe('launch 1\n');
    expect({ stops: state.stops, launches: launches() }).toEqual({ stops: 1, launches: 1 });
  });

  it('stops an app that comes up after it was told to stop', async () => {
    const { made, state } = supervise();
    const held = Promise.withResolvers<void>();
    state.hold = held.promise;
    const starting = made.start(preview);
    const stopping = made.stop('prv_1');
    held.resolve();

    await expect(starting).rejects.toThrow(/stopped meanwhile/);
    await stopping;
    expect(state.stops).toBe(1);
    expect(made.findApp('label-of-prv_1')).toBeNull();
  });

  it('knows nothing of an app that it never started', async () => {
    const { made } = supervise();

    expect(await made.stop('prv_9')).toBeNull();
    expect(made.readLog('prv_9')).toBeNull();
  });

  it('keeps the log of all lives of an app together', async () => {
    const { made, end } = supervise();
    await made.start({ ...preview, log: 'before\n' });
    end();
    await expect.poll(() => made.readLog('prv_1')).toBe('before\nlaunch 1\nlaunch 2\n');
  });

  it('lists the longest running first', async () => {
    const { made } = supervise();
    for (const id of ['prv_2', 'prv_1', 'prv_3']) await made.start(record(id));

    expect(made.list().map(({ id }) => id)).toEqual(['prv_2', 'prv_1', 'prv_3']);
  });
});
