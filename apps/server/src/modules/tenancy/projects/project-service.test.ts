import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { migrations as identityMigrations } from '#modules/tenancy/identity/index.ts';
import type { DatabaseHandle } from '#platform/database.ts';
import { openTestDatabase } from '#platform/testing/open-test-database.ts';
import { createPostgresProjectRepository } from './adapters/postgres-project-repository.ts';
import { migrations } from './adapters/project-table.ts';
import { createProjectService, type ProjectService } from './project-service.ts';

describe('ProjectService', () => {
  let handle: DatabaseHandle;
  let projects: ProjectService;
  const now = new Date('2026-01-01T12:00:00Z');

  beforeAll(async () => {
    handle = await openTestDatabase([...identityMigrations, ...migrations]);
  });
  afterAll(() => handle.close());

  beforeEach(async () => {
    await handle.pool.query('truncate organisation cascade');
    await handle.pool.query(
      `insert into organisation (id, slug, created_at) values ('org_1', 'one', now()), ('org_2', 'two', now())`,
    );
    projects = createProjectService({
      activity: { of: async () => new Map() },
      projects: createPostgresProjectRepository(handle.database),
      clock: () => now,
      newId,
    });
  });

  const all = { cursor: null, limit: 50, archived: true };
  const make = (name: string, organisationId = 'org_1') =>
    projects.create(organisationId, { name, description: '' });
  const namesOf = async (query = all, organisationId = 'org_1') =>
    (await projects.list(organisationId, query)).items.map(({ name }) => name);

  it('makes one default project at first start, also when several start at once', async () => {
    await Promise.all([1, 2, 3].map(() => projects.ensureDefault('org_1')));
    await projects.ensureDefault('org_1');

    expect(await namesOf()).toEqual(['Default']);
  });

  it('makes no default project beside one that was renamed', async () => {
    await projects.ensureDefault('org_1');
    const [first] = (await projects.list('org_1', all)).items;
    await projects.update('org_1', first?.id ?? '', { name: 'Shop' });
    await projects.ensureDefault('org_1');

    expect(await namesOf()).toEqual(['Shop']);
  });

  it('keeps what it was given', async () => {
    const made = await projects.create('org_1', { name: 'Shop', description: 'Sells things' });

    expect(made).toEqual({
      id: expect.stringMatching(/^prj_/),
      organisationId: 'org_1',
      name: 'Shop',
      description: 'Sells things',
      createdAt: now,
      archivedAt: null,
    });
    expect(await projects.get('org_1', made.id)).toEqual(made);
  });

  it('lists oldest first, page by page', async () => {
    for (const name of ['a', 'b', 'c', 'd', 'e']) await make(name);
    const seen: string[][] = [];
    let cursor: string | null = null;
    do {
      const page = await projects.list('org_1', { ...all, cursor, limit: 2 });
      seen.push(page.items.map(({ name }) => name));
      cursor = page.nextCursor;
    } while (cursor !== null);

    expect(seen).toEqual([['a', 'b'], ['c', 'd'], ['e']]);
  });

  it('refuses a name that is taken, whatever its case', async () => {
    await make('Shop');
    const other = await make('Clinic');

    await expect(make('SHOP')).rejects.toMatchObject({ code: 'project-name-taken' });
    await expect(projects.update('org_1', other.id, { name: 'shop' })).rejects.toMatchObject({
      code: 'project-name-taken',
    });
    await expect(make('Shop', 'org_2')).resolves.toBeDefined();
  });

  it('changes only what is given', async () => {
    const { id } = await projects.create('org_1', { name: 'Shop', description: 'old' });
    await projects.update('org_1', id, { description: 'new' });

    expect(await projects.get('org_1', id)).toMatchObject({ name: 'Shop', description: 'new' });
  });

  it('archives: shown only when asked for, takes nothing new, frees the name', async () => {
    const { id } = await make('Shop');
    await projects.archive('org_1', id);
    await projects.archive('org_1', id);

    expect(await namesOf({ ...all, archived: false })).toEqual([]);
    expect(await namesOf()).toEqual(['Shop']);
    await expect(projects.requireActive('org_1', id)).rejects.toMatchObject({
      code: 'project-archived',
    });
    await expect(projects.update('org_1', id, { name: 'X' })).rejects.toMatchObject({
      code: 'project-archived',
    });
    await expect(make('Shop')).resolves.toBeDefined();
  });

  it('hides the projects of one organisation from the other', async () => {
    const { id } = await make('Shop');

    expect(await namesOf(all, 'org_2')).toEqual([]);
    for (const use of [projects.get, projects.archive, projects.requireActive]) {
      await expect(use('org_2', id)).rejects.toMatchObject({ code: 'project-not-found' });
    }
  });
});
