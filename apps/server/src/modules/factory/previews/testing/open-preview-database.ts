import type { DatabaseHandle } from '#platform/database.ts';
import { openTestDatabase } from '#platform/testing/open-test-database.ts';
import { migrations } from '../adapters/preview-table.ts';

/** Whose previews the tests start. */
export const owner = { organisationId: 'org_1', projectId: 'prj_1' };

const PARENTS = `
  create table organisation (id text primary key);
  create table project (id text primary key);
  create table capsule (id text primary key);
  insert into organisation values ('org_1');
  insert into project values ('prj_1');
  insert into capsule values ('cap_1'), ('cap_2')`;

/** The table of previews; of the tables it refers to the rows of `owner` and two capsules, `cap_1` and `cap_2`. */
export function openPreviewDatabase(): Promise<DatabaseHandle> {
  return openTestDatabase([{ id: '0001-parents', sql: PARENTS }, ...migrations]);
}
