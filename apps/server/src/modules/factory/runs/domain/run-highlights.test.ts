import { describe, expect, it } from 'vitest';
import { evidence } from '../testing/scripted-stages.ts';
import { highlightsOf } from './run-highlights.ts';

const check = { title: 'Run the tests', command: [], exitCode: null, durationMs: 0, figures: {} };
const outputDigest = `sha256:${'0'.repeat(64)}`;

describe('the highlights of a run', () => {
  it('are nothing where the output holds none of them', () => {
    for (const output of [null, 7, 'text', [], { files: [] }, { title: 'no blueprint' }]) {
      expect(highlightsOf(output)).toEqual({});
    }
  });

  it('hold no figures of tests that were skipped', () => {
    const skipped = { ...check, id: 'tests', status: 'skipped', outputDigest, reason: 'No set.' };
    expect(highlightsOf({ evidence: { ...evidence, checks: [skipped] } })).toEqual({
      testsPassed: null,
      testsFailed: null,
    });
  });

  it('leave out what is not of its type and keep the rest', () => {
    expect(highlightsOf({ capsuleId: 7, previewId: 'prv_1', evidence: {} })).toEqual({
      previewId: 'prv_1',
    });
  });
});
