import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DatabaseHandle } from '#platform/database.ts';
import { openTestDatabase } from '#platform/testing/open-test-database.ts';
import { minutesFrom, type PreviewRecord } from '../domain/preview.ts';
import type { PreviewRepository } from '../ports.ts';
import { createPostgresPreviewRepository } from './postgres-preview-repository.ts';
import { migrations } from './preview-table.ts';

const PARENTS = `
  create table organisation (id text primary key);
  create table project (id text primary key);
  create table capsule (id text primary key);
  insert into organisation values ('org_1'), ('org_2');
  insert into project values ('prj_1'), ('prj_2');
  insert into capsule values ('cap_1'), ('cap_2')`;
const now = new Date('2026-01-01T12:00:00Z');
const record = (number: number, given: Partial<PreviewRecord> = {}): PreviewRecord => ({
  id: `prv_${number}`,
  organisationId: 'org_1',
  projectId: 'prj_1',
  runId: `run_${number}`,
  capsuleId: 'cap_1',
  stackId: 'notes',
  label: `label${number}`,
  status: 'running',
  createdAt: now,
  expiresAt: minutesFrom(now, 60),
  reason: null,
  log: '',
  ...given,
});

describe('the repository of previews', () => {
  let handle: DatabaseHandle;
  let previews: PreviewRepository;

  beforeAll(async () => {
    handle = await openTestDatabase([{ id: '0001-parents', sql: PARENTS }, ...migrations]);
    previews = createPostgresPreviewRepository(handle.database);
  });
  afterAll(() => handle.close());
  beforeEach(() => handle.pool.query('truncate preview cascade'));

  it('gives back what was inserted, to its organisation alone', async () => {
    await previews.insert(record(1));

    expect(await previews.find('org_1', 'prv_1')).toEqual(record(1));
    expect(await previews.find('org_2', 'prv_1')).toBeNull();
  });

  it('keeps the first preview of a run, whatever comes later', async () => {
    await previews.insert(record(1));
    const again = record(2, { runId: 'run_1', capsuleId: 'cap_2' });

    expect(await previews.insert(again)).toEqual(record(1));
    expect(await previews.find('org_1', 'prv_2')).toBeNull();
  });

  it('moves a preview only from where it is thought to be', async () => {
    await previews.insert(record(1, { status: 'stopped' }));
    const change = { status: 'expired', reason: 'late' } as const;

    expect(await previews.move('prv_1', ['starting', 'running'], change)).toBe(false);
    expect(await previews.find('org_1', 'prv_1')).toMatchObject({
      status: 'stopped',
      reason: null,
    });
    expect(await previews.move('prv_1', ['stopped'], change)).toBe(true);
    expect(await previews.find('org_1', 'prv_1')).toMatchObject(change);
    expect(await previews.move('prv_9', ['running'], change)).toBe(false);
  });

  it('lets one of two racing movers win', async () => {
    await previews.insert(record(1));
    const moves = await Promise.all(
      (['stopped', 'expired'] as const).map((status) =>
        previews.move('prv_1', ['running'], { status }),
      ),
    );

    expect(moves.filter(Boolean)).toHaveLength(1);
  });

  it('changes nothing that it was not told to change', async () => {
    await previews.insert(record(1));
    await previews.insert(record(2));
    await previews.update('prv_1', { log: 'a log' });

    expect(await previews.find('org_1', 'prv_1')).toEqual(record(1, { log: 'a log' }));
    expect(await previews.find('org_1', 'prv_2')).toEqual(record(2));
  });

  it('lists newest first, of one organisation and project, page by page', async () => {
    for (const number of [1, 2, 3]) await previews.insert(record(number));
    await previews.insert(record(4, { projectId: 'prj_2' }));
    await previews.insert(record(5, { organisationId: 'org_2' }));
    const ids = async (before: string | null, limit: number) =>
      (await previews.list('org_1', 'prj_1', { before, limit })).map(({ id }) => id);

    expect(await ids(null, 10)).toEqual(['prv_3', 'prv_2', 'prv_1']);
    expect(await ids(null, 2)).toEqual(['prv_3', 'prv_2']);
    expect(await ids('prv_2', 2)).toEqual(['prv_1']);
  });

  it('finds a preview by its whole label, whoever asks', async () => {
    await previews.insert(record(1));

    expect(await previews.findByLabel('label1')).toMatchObject({ id: 'prv_1' });
    expect(await previews.findByLabel('label')).toBeNull();
    expect(await previews.findByLabel('LABEL1')).toBeNull();
  });

  it('lists what is starting or running, in all organisations', async () => {
    const statuses = ['starting', 'running', 'stopped', 'expired', 'failed'] as const;
    for (const [number, status] of statuses.entries()) {
      await previews.insert(record(number, { status, organisationId: `org_${(number % 2) + 1}` }));
    }

    expect((await previews.listActive()).map(({ id }) => id)).toEqual(['prv_0', 'prv_1']);
  });
});
