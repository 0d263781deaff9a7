import { describe, expect, it } from 'vitest';
import { attackLibrary } from '../testing/attack-library.ts';
import { attackRecords } from '../testing/records-app.ts';
import { fixedAttack } from './fixed-attack.ts';

describe('the attack on records that their state keeps as they are', () => {
  it('finds nothing in a sound app', async () => {
    const { findings, reason, sent } = await attackRecords(fixedAttack);

    expect([findings, reason]).toEqual([[], undefined]);
    expect(sent.filter(({ method }) => method === 'PATCH')).toHaveLength(2);
  });

  it.each([
    ['changes-final', 2],
    ['opens-final', 1],
  ] as const)('finds an app that %s', async (hole, count) => {
    const { findings } = await attackRecords(fixedAttack, hole);

    expect(findings).toHaveLength(count);
    expect(findings[0]?.message).toBe('it was changed while final is true');
  });

  it('says where no state keeps a record', async () => {
    expect(await attackLibrary(fixedAttack)).toMatchObject({
      ...{ findings: [], reason: 'No record is kept from being changed by its state.' },
    });
  });
});
