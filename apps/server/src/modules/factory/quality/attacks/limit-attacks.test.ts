import type { Blueprint, Rule } from '@quantumlayer/contracts';
import { describe, expect, it } from 'vitest';
import {
  attackLibrary,
  libraryBlueprint,
  pickAttack,
  type Weakness,
  withoutRecords,
} from '../testing/attack-library.ts';
import { limitAttacks } from './limit-attacks.ts';

const attack = pickAttack(limitAttacks, 'limit-race');

/** Books are limited in a blueprint; the library itself has no limit. */
function limited(rule: Rule): Blueprint {
  const [author, book] = libraryBlueprint.entities;
  const ends = { target: 'Author', name: 'author', inverse: 'books' };
  const relation = { kind: 'belongs-to' as const, ...ends, required: true };
  const entities = [author, book && { ...book, relations: [relation], rules: [rule] }];
  return { ...libraryBlueprint, entities: entities.flatMap((entity) => entity ?? []) };
}
const atMost: Rule = { kind: 'at-most', per: 'author', most: 3 };
const novels: Rule = { ...atMost, where: { field: 'kind', values: ['novel'] } };

/** Keeps the limit in the place of the library. */
const keeping =
  (most: number): Weakness =>
  (send) => {
    const counts = new Map<string, number>();
    return async (request) => {
      if (request.method !== 'POST' || request.path !== '/books') return send(request);
      const { authorId } = JSON.parse(request.body ?? '{}');
      const count = (counts.get(authorId) ?? 0) + 1;
      counts.set(authorId, count);
      const response = await send(request);
      return count > most ? { ...response, status: 409 } : response;
    };
  };

/** An id that is not named by the document is a made-up one. */
const declaring: Weakness = (send) => async (request) => {
  const response = await send(request);
  const body = response.body.replaceAll('"editorId":{', '"editorId":{"x-references":"Author",');
  return request.path === '/openapi.json' ? { ...response, body } : response;
};

describe('limit-race', () => {
  it('finds nothing where the limit is kept', async () => {
    const weakness: Weakness = (send) => declaring(keeping(3)(send));
    const { findings, sent, reason } = await attackLibrary(attack, {
      ...{ blueprint: limited(atMost), weakness },
    });

    expect([findings, reason]).toEqual([[], undefined]);
    expect(sent.filter(({ path }) => path === '/books')).toHaveLength(7);
  });

  it.each([
    ['records', atMost],
    ['records that are counted', novels],
  ])('finds more %s than a parent may have', async (_case, rule) => {
    const { findings, sent } = await attackLibrary(attack, {
      ...{ blueprint: limited(rule), weakness: declaring },
    });

    expect(findings).toMatchObject([
      { message: '7 records have the same authorId, 3 may', request: { path: '/books' } },
    ]);
    const kinds = sent
      .filter(({ path }) => path === '/books')
      .map(({ body = '' }) => JSON.parse(body).kind);
    if (rule === novels) expect(new Set(kinds)).toEqual(new Set(['novel']));
  });

  it.each([
    ['nothing limited', libraryBlueprint],
    ['a limit that is far away', limited({ ...atMost, most: 1000 })],
    ['a limit per an unknown member', limited({ ...atMost, per: 'shelf' })],
  ])('says so of an app with %s', async (_case, blueprint) => {
    expect(await attackLibrary(attack, { blueprint })).toMatchObject({
      ...{ findings: [], sent: [], reason: 'No number of records is limited.' },
    });
  });

  it('says so of an app without records', async () => {
    const { reason } = await attackLibrary(attack, { weakness: withoutRecords });

    expect(reason).toBe('No number of records is limited.');
  });
});
