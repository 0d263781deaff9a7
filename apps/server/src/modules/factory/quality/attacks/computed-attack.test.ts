import type { Blueprint } from '@quantumlayer/contracts';
import { describe, expect, it } from 'vitest';
import { attackLibrary, field, showing, type Weakness } from '../testing/attack-library.ts';
import { attackShop, buildShopApp, shopBlueprint } from '../testing/shop-app.ts';
import { computedAttack } from './computed-attack.ts';

/** A shop whose products are worth their stock times their price. */
const blueprint: Blueprint = {
  ...shopBlueprint,
  entities: shopBlueprint.entities.map((entity) =>
    entity.name !== 'Product'
      ? entity
      : {
          ...entity,
          fields: [
            ...entity.fields,
            field('worth', 'decimal', {
              required: false,
              computed: { kind: 'product', of: ['stock', 'price'] },
            }),
          ],
        },
  ),
};
const attack = (weakness?: Weakness) =>
  attackLibrary(computedAttack, { app: buildShopApp, blueprint, ...(weakness && { weakness }) });

/** Lets `worth` pass and answers with what `keep` makes of it. */
const taking =
  (method: string, keep: (value: unknown) => unknown): Weakness =>
  (send) =>
  async (request) => {
    if (request.method !== method || !request.body?.includes('"worth"')) return send(request);
    const { worth, ...sound } = JSON.parse(request.body);
    const response = await send({ ...request, body: JSON.stringify(sound) });
    if (response.status >= 300) return response;
    const body = JSON.stringify({ ...JSON.parse(response.body), worth: keep(worth) });
    return { ...response, body };
  };

describe('values that are worked out', () => {
  it('are refused by a sound app, for new and for changed records', async () => {
    const { findings, sent, reason } = await attack();
    const tries = sent.filter(({ body }) => body?.includes('"worth"'));

    expect([findings, reason]).toEqual([[], undefined]);
    expect(tries.map(({ method }) => method)).toEqual(Array(3).fill(['POST', 'PATCH']).flat());
  });

  it.each(['POST', 'PATCH'])('are found where a %s takes them', async (method) => {
    const { findings } = await attack(taking(method, (value) => value));

    expect(findings.map(({ message }) => message)).toEqual(Array(3).fill('it took worth'));
    expect(findings[0]?.request).toMatchObject({ method });
  });

  it('are found where they come back in another form', async () => {
    const { findings } = await attack(taking('POST', (value) => Number(value).toFixed(2)));

    expect(findings).toHaveLength(3);
  });

  it('may be left out of account', async () => {
    expect((await attack(taking('POST', () => '12.50'))).findings).toEqual([]);
    expect((await attack(taking('POST', () => null))).findings).toEqual([]);
  });

  it('are nothing to attack where nothing is worked out, or no record can be made', async () => {
    const reason = 'No record has a value that is worked out.';

    expect((await attackShop(computedAttack)).reason).toBe(reason);
    expect((await attack(showing(/^$/))).reason).toBe(reason);
  });
});
