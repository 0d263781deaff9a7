import { describe, expect, it } from 'vitest';
import { attackLibrary, pickAttack } from '../testing/attack-library.ts';
import { attackRecords, type RecordHole } from '../testing/records-app.ts';
import { deletionAttacks } from './deletion-attacks.ts';

const all = ['deleted-record-read', 'deleted-record-listed', 'deleted-record-referred'];
const attack = (id: string, ...holes: RecordHole[]) =>
  attackRecords(pickAttack(deletionAttacks, id), ...holes);

describe('attacks on deleted records', () => {
  it.each(all)('%s finds nothing in a sound app', async (id) => {
    const { findings, reason, sent } = await attack(id);

    expect([findings, reason]).toEqual([[], undefined]);
    expect(sent.some(({ method }) => method === 'DELETE')).toBe(true);
  });

  it.each([
    ['deleted-record-read', 'reads-deleted', ['GET']],
    ['deleted-record-read', 'changes-deleted', ['PATCH']],
    ['deleted-record-listed', 'lists-deleted', ['GET', 'GET']],
    ['deleted-record-listed', 'finds-deleted', ['GET']],
    ['deleted-record-listed', 'links-deleted', ['GET']],
    ['deleted-record-referred', 'refers-to-deleted', ['POST']],
  ] as const)('%s finds an app that %s', async (id, hole, methods) => {
    const { findings } = await attack(id, hole);

    expect(findings.map(({ request }) => request.method)).toEqual(methods);
  });

  it('looks into lists, searches and the lists of links', async () => {
    const places = async (hole: RecordHole) =>
      (await attack('deleted-record-listed', hole)).findings.map(({ request }) => request.path);

    expect((await places('lists-deleted'))[0]).toBe('/pages?limit=100&sort=-createdAt');
    expect((await places('finds-deleted'))[0]).toContain('&q=');
    expect((await places('links-deleted'))[0]).toMatch(/^\/tags\/[^/]+\/pages\?/);
  });

  it.each(all)('%s says when no deletion was taken', async (id) => {
    const { reason } = await attack(id, 'refuses-deletion');

    expect(reason).toMatch('Every one of these requests was refused');
  });

  it.each(all)('%s says when no deletion only hides', async (id) => {
    expect(await attackLibrary(pickAttack(deletionAttacks, id))).toMatchObject({
      ...{ findings: [], reason: 'No deletion only hides a record.' },
    });
  });
});
