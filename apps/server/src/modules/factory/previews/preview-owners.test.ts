import { mkdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '#kernel/clock.ts';
import { newId } from '#kernel/ids.ts';
import type { DatabaseHandle } from '#platform/database.ts';
import { createPostgresPreviewRepository } from './adapters/postgres-preview-repository.ts';
import type { PreviewLeases } from './ports.ts';
import { createPreviewService, type PreviewService } from './preview-service.ts';
import { leasesIn } from './testing/leases-in.ts';
import { createLocalLauncher } from './testing/local-launcher.ts';
import { openPreviewDatabase, owner } from './testing/open-preview-database.ts';

const { organisationId, projectId } = owner;

type Process = { service: PreviewService; apps: ReturnType<typeof createLocalLauncher> };

describe('previews of several processes on one database', () => {
  let handle: DatabaseHandle;
  let folder: string;
  let one: Process;
  let two: Process;
  const processes: Process[] = [];

  function startProcess(port: number, leaseMs?: number): Process {
    mkdirSync(join(folder, String(port)));
    const apps = createLocalLauncher(join(folder, String(port)));
    const service = createPreviewService({
      previews: createPostgresPreviewRepository(handle.database),
      createLeases: leasesIn(handle, leaseMs),
      isAlone: false,
      launcher: apps.launcher,
      projects: { get: async () => null },
      clock: systemClock,
      newId,
      logger: pino({ level: 'silent' }),
      lifeMinutes: 60,
      most: 5,
    });
    service.setOrigin(`http://127.0.0.1:${port}`);
    const made = { service, apps };
    processes.push(made);
    return made;
  }

  const launch = ({ service }: Process, capsuleId = 'cap_1') =>
    service.launch({
      organisationId,
      projectId,
      runId: 'run_1',
      capsuleId,
      stack: { id: 'notes' },
      signal: AbortSignal.timeout(10_000),
      progress: () => {},
    });

  beforeEach(async () => {
    handle = await openPreviewDatabase();
    folder = await mkdtemp(join(tmpdir(), 'p-'));
    one = startProcess(4001);
    two = startProcess(4002);
  });
  afterEach(async () => {
    for (const { service } of processes.splice(0)) await service.close();
    await handle.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('run in the process that started them, and nowhere else', async () => {
    await launch(one);
    await two.service.resume();
    await two.service.sweep();

    expect([one.apps.launches(), two.apps.launches()]).toEqual([1, 0]);
    expect(await two.service.hasActive()).toBe(false);
  });

  it('are shown by every process under the address of the one that runs them', async () => {
    const { previewId, url } = await launch(one);
    const label = new URL(url).hostname.split('.')[0] ?? '';

    expect(url).toContain('.localhost:4001/');
    expect((await two.service.get(organisationId, previewId)).url).toBe(url);
    expect(await two.service.findTarget(label)).toEqual({
      kind: 'elsewhere',
      origin: url.slice(0, -1),
      owner: new URL('http://127.0.0.1:4001'),
    });
    expect(await one.service.findTarget(label)).toMatchObject({ kind: 'app' });
  });

  it('get a new address through any process, which their own knows after its next sweep', async () => {
    const { previewId, url } = await launch(one);
    const labelOf = (address: string) => new URL(address).hostname.split('.')[0] ?? '';
    const renewed = await two.service.renewAddress(organisationId, previewId);
    await one.service.sweep();

    expect(labelOf(renewed.url)).not.toBe(labelOf(url));
    expect(await one.service.findTarget(labelOf(url))).toEqual({ kind: 'unknown' });
    expect(await one.service.findTarget(labelOf(renewed.url))).toMatchObject({ kind: 'app' });
    expect(one.apps.launches()).toBe(1);
  });

  it('are handed over by a process that closes', async () => {
    const { previewId } = await launch(one);
    await one.service.close();
    await two.service.sweep();

    await expect.poll(two.apps.launches).toBe(1);
    expect((await two.service.get(organisationId, previewId)).url).toContain(':4002/');
  });

  it('are taken over from a process that fell silent, and given up by it should it wake', async () => {
    const frozen = startProcess(4003, 200);
    await launch(frozen);
    await sleep(300);
    await two.service.sweep();
    await expect.poll(two.apps.launches).toBe(1);
    await frozen.service.sweep();

    expect(await frozen.service.hasActive()).toBe(false);
    expect(await two.service.hasActive()).toBe(true);
    expect(frozen.apps.removed).toEqual([]);
  });

  it('are taken by one of two processes that look at the same time', async () => {
    await launch(one);
    await one.service.close();
    await Promise.all([two.service.sweep(), startProcess(4003).service.sweep()]);

    const launches = () => processes.slice(1).reduce((sum, { apps }) => sum + apps.launches(), 0);
    await expect.poll(launches).toBe(1);
    await sleep(50);
    expect(launches()).toBe(1);
  });

  it('are ended by their own process when another was told to stop them', async () => {
    const { previewId } = await launch(one);
    expect(await two.service.stop(organisationId, previewId)).toMatchObject({ status: 'stopped' });
    expect(two.apps.removed).toEqual([]);
    await one.service.sweep();

    expect(await one.service.hasActive()).toBe(false);
    expect(one.apps.removed).toEqual([previewId]);
    expect(await one.service.readLog(organisationId, previewId)).toBe('listening 1\n');
  });

  it('are found by a stage that is done again elsewhere, once their owner is known to live', async () => {
    const first = await launch(one);
    const again = launch(two);
    const beats: Promise<number>[] = [];
    const timer = setInterval(() => beats.push(one.service.sweep()), 100);
    const found = await again.finally(() => clearInterval(timer));
    await Promise.all(beats);

    expect(found).toEqual(first);
    expect(two.apps.launches()).toBe(0);
  });

  it('wait for the other process to let go when they get a newer capsule', async () => {
    const { previewId } = await launch(one);
    const again = launch(two, 'cap_2');
    await expect
      .poll(async () => (await two.service.get(organisationId, previewId)).status)
      .toBe('stopped');
    expect(two.apps.launches()).toBe(0);
    await one.service.sweep();

    expect((await again).url).toContain(':4002/');
    expect([one.apps.removed, two.apps.launches()]).toEqual([[previewId], 1]);
  });

  describe('a lease', () => {
    let mine: PreviewLeases;
    let yours: PreviewLeases;
    let id: string;

    beforeEach(async () => {
      mine = leasesIn(handle, 1_000)(() => 'http://127.0.0.1:1');
      yours = leasesIn(handle, 1_000)(() => null);
      id = (await launch(one)).previewId;
      await handle.pool.query('delete from preview_lease');
    });

    it('is held by one', async () => {
      const taken = await Promise.all([mine.take(id), yours.take(id), mine.take(id)]);
      expect(taken.filter(Boolean).length).toBe(taken[0] ? 2 : 1);
    });

    it('lasts as long as it is renewed', async () => {
      await mine.take(id);
      for (let beat = 0; beat < 4; beat += 1) {
        await sleep(300);
        expect(await mine.renew()).toEqual([id]);
      }
      expect(await yours.takeUnheld()).toEqual([]);
      await sleep(1_100);
      expect(await yours.takeUnheld()).toEqual([id]);
      expect(await mine.renew()).toEqual([]);
    });

    it('tells who holds it and where', async () => {
      await mine.take(id);
      expect(await mine.findHolder(id)).toMatchObject({ isSelf: true });
      expect(await yours.findHolder(id)).toMatchObject({
        isSelf: false,
        origin: 'http://127.0.0.1:1',
      });
      await mine.release(id);
      expect(await yours.findHolder(id)).toBeNull();
    });

    it('ends at once for a process that knows it is alone', async () => {
      await mine.take(id);
      await yours.endOthers();
      expect(await yours.take(id)).toBe(true);
    });
  });
});
