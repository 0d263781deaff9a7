import { describe, expect, it } from 'vitest';
import { attackLibrary, pickAttack, rowsOf } from '../testing/attack-library.ts';
import { attackRecords } from '../testing/records-app.ts';
import { versionAttacks } from './version-attacks.ts';

const lostUpdate = pickAttack(versionAttacks, 'lost-update');
const race = pickAttack(versionAttacks, 'lost-update-race');

describe('attacks on versions', () => {
  it.each(rowsOf(versionAttacks))('%s finds nothing in a sound app', async (_id, attack) => {
    const { findings, reason, sent } = await attackRecords(attack);

    expect([findings, reason]).toEqual([[], undefined]);
    expect(sent.length).toBeGreaterThan(3);
  });

  it.each([
    ['takes-stale-versions', 'it took a change of a version that is gone', 'PATCH'],
    ['deletes-stale-versions', 'it took a change of a version that is gone', 'DELETE'],
    ['takes-no-version', 'it took a change without a version', 'PATCH'],
    ['takes-any-version', 'it took a change of any version', 'PATCH'],
    ['tells-no-version', 'the record tells no version', 'POST'],
  ] as const)('lost-update finds an app that %s', async (hole, message, method) => {
    const { findings } = await attackRecords(lostUpdate, hole);

    expect(findings).toMatchObject([{ message, request: { method } }]);
  });

  it('lost-update finds versions that never change', async () => {
    const { findings } = await attackRecords(lostUpdate, 'counts-nothing');

    expect(findings.map(({ request }) => request.method)).toEqual(['PATCH', 'DELETE']);
  });

  it('lost-update-race finds versions that are looked at before the write', async () => {
    const { findings } = await attackRecords(race, 'looks-before-it-writes');

    expect(findings).toMatchObject([{ message: '8 changes of one version were taken' }]);
    expect((await attackRecords(lostUpdate, 'looks-before-it-writes')).findings).toEqual([]);
  });

  it.each(rowsOf(versionAttacks))('%s says when every change was refused', async (_id, attack) => {
    const { reason } = await attackRecords(attack, 'refuses-changes');

    expect(reason).toMatch('Every one of these requests was refused');
  });

  it.each(rowsOf(versionAttacks))('%s says when no change names a version', async (_id, attack) => {
    expect(await attackLibrary(attack)).toMatchObject({
      ...{ findings: [], sent: [], reason: 'No change of a record names its version.' },
    });
  });
});
