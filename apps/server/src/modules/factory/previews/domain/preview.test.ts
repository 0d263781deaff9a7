import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  extendLife,
  isActive,
  isExpired,
  LONGEST_LIFE_MINUTES,
  minutesFrom,
  type PreviewRecord,
  presentPreview,
} from './preview.ts';
import { createPreviewSite } from './preview-site.ts';

const noon = new Date('2026-01-01T12:00:00Z');
const minute = 60_000;
const preview: PreviewRecord = {
  id: 'prv_1',
  organisationId: 'org_1',
  projectId: 'prj_1',
  runId: 'run_1',
  capsuleId: 'cap_1',
  stackId: 'notes',
  label: 'abc',
  status: 'running',
  createdAt: noon,
  expiresAt: minutesFrom(noon, 60),
  reason: null,
  log: 'secret log',
};

describe('isActive', () => {
  it.each([
    ['starting', true],
    ['running', true],
    ['stopped', false],
    ['expired', false],
    ['failed', false],
  ] as const)('judges %s as %s', (status, active) => {
    expect(isActive({ ...preview, status })).toBe(active);
  });
});

describe('isExpired', () => {
  it('is over at the very instant', () => {
    const end = preview.expiresAt.getTime();

    expect(isExpired(preview, new Date(end - 1))).toBe(false);
    expect(isExpired(preview, new Date(end))).toBe(true);
  });
});

describe('extendLife', () => {
  const times = fc.record({
    left: fc.integer({ min: 1, max: LONGEST_LIFE_MINUTES }),
    more: fc.integer({ min: 1, max: LONGEST_LIFE_MINUTES }),
  });
  const extend = (left: number, more: number) =>
    extendLife({ ...preview, expiresAt: minutesFrom(noon, left) }, more, noon);

  it('never shortens a life and never makes it longer than a day from now', () => {
    fc.assert(
      fc.property(times, ({ left, more }) => {
        const minutes = (extend(left, more).getTime() - noon.getTime()) / minute;
        expect(minutes).toBeGreaterThanOrEqual(left);
        expect(minutes).toBe(Math.min(LONGEST_LIFE_MINUTES, left + more));
      }),
    );
  });

  it('adds to what is left, not to now', () => {
    expect(extend(60, 30)).toEqual(minutesFrom(noon, 90));
  });
});

describe('presentPreview', () => {
  it('stands on a host of its own at the port of the factory', () => {
    expect(presentPreview(preview, new URL('http://127.0.0.1:4000'), createPreviewSite()).url).toBe(
      'http://abc.localhost:4000/',
    );
    expect(
      presentPreview(preview, new URL('https://factory.example'), createPreviewSite()).url,
    ).toBe('https://abc.localhost/');
  });

  it('keeps organisation, label and log to itself', () => {
    const shown = presentPreview(preview, new URL('http://127.0.0.1:4000'), createPreviewSite());

    expect(Object.keys(shown).sort()).toEqual([
      'capsuleId',
      'createdAt',
      'expiresAt',
      'id',
      'projectId',
      'reach',
      'reason',
      'runId',
      'status',
      'url',
    ]);
  });
});
