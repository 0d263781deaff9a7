import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AppRequest } from '../domain/finding.ts';
import {
  attackLibrary,
  documenting,
  pickAttack,
  type Weakness,
  withoutRecords,
} from '../testing/attack-library.ts';
import { patternAttacks } from './pattern-attacks.ts';

const inValues = pickAttack(patternAttacks, 'slow-patterns');
const inQueries = pickAttack(patternAttacks, 'slow-queries');

const titleOf = ({ body = '{}' }: AppRequest): string => String(JSON.parse(body).title ?? '');
const wordsOf = ({ path }: AppRequest) => new URL(path, 'http://app').searchParams.get('q') ?? '';

/** The library, as if its list of books had a search. */
const searching = documenting(({ '/books': books = {}, ...paths }) => ({
  ...paths,
  '/books': {
    ...books,
    get: { ...books.get, parameters: [{ name: 'q', in: 'query', schema: { type: 'string' } }] },
  },
}));

describe('attacks on patterns', () => {
  let now = 0;

  beforeEach(() => {
    now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => now);
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  /** Takes so long for each request, by a clock that only this moves. */
  const taking =
    (timeOf: (request: AppRequest) => number): Weakness =>
    (send) =>
    (request) => {
      now += timeOf(request);
      return send(request);
    };

  const both =
    (one: Weakness, other: Weakness): Weakness =>
    (send) =>
      one(other(send));

  it('slow-patterns finds nothing in a sound app', async () => {
    const { findings, sent, reason } = await attackLibrary(inValues, { weakness: taking(() => 3) });

    expect([findings, reason]).toEqual([[], undefined]);
    expect(sent.map(titleOf)).toContain(`${'a-'.repeat(25_000)}!`);
    expect(sent.filter(({ method }) => method !== 'POST')).toEqual([]);
  });

  it('slow-patterns finds a member whose pattern tries every way', async () => {
    const weakness = taking((request) => (/^(a\.?)+!$/.test(titleOf(request)) ? 60_000 : 2));
    const { findings } = await attackLibrary(inValues, { weakness });

    expect(findings).toHaveLength(2);
    expect(findings[0]).toMatchObject({
      message: 'the answer took 60000 ms, that to a harmless request 2 ms',
      request: { method: 'POST', path: '/books' },
    });
    expect(findings.map(({ request }) => titleOf(request).length)).toEqual([41, 50_001]);
  });

  it('slow-patterns takes no offence at an app that is slow in everything', async () => {
    const { findings } = await attackLibrary(inValues, { weakness: taking(() => 2_000) });

    expect(findings).toEqual([]);
  });

  it('slow-queries finds nothing in a sound app', async () => {
    const { findings, sent, reason } = await attackLibrary(inQueries, {
      weakness: both(
        taking(() => 3),
        searching,
      ),
    });

    expect([findings, reason]).toEqual([[], undefined]);
    expect(sent).toHaveLength(14);
    expect(sent.map(wordsOf)).toContain(`P${'1D'.repeat(20)}!`);
  });

  it('slow-queries finds a search that tries every way', async () => {
    const isSlow = (request: AppRequest) => /^1{4000}x$/.test(wordsOf(request));
    const { findings } = await attackLibrary(inQueries, {
      weakness: both(
        taking((request) => (isSlow(request) ? 9_000 : 5)),
        searching,
      ),
    });

    expect(findings).toEqual([
      {
        message: 'the answer took 9000 ms, that to a harmless request 5 ms',
        request: expect.objectContaining({
          method: 'GET',
          path: `/books?q=${'1'.repeat(4_000)}x`,
        }),
      },
    ]);
  });

  it.each([
    ['no record holds text', inValues, withoutRecords, 'No record holds text.'],
    ['no list has a search', inQueries, undefined, 'No list has a filter for text.'],
  ])('say that %s', async (_what, attack, weakness, reason) => {
    const found = await attackLibrary(attack, weakness && { weakness });

    expect([found.reason, found.sent]).toEqual([reason, []]);
  });
});
