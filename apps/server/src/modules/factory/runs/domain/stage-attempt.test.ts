import { describe, expect, it } from 'vitest';
import { evidence } from '../testing/scripted-stages.ts';
import { checksOf, moveOf } from './stage-attempt.ts';

describe('an attempt at a stage', () => {
  it.each([
    ['stage.started', { type: 'begin', kind: 'work', status: 'running' }],
    ['stage.waiting', { type: 'begin', kind: 'checkpoint', status: 'waiting' }],
    ['stage.modified', { type: 'end', status: 'succeeded' }],
    ['stage.retrying', { type: 'end', status: 'failed' }],
    ['stage.rejected', { type: 'end', status: 'failed' }],
    ['stage.interrupted', { type: 'end', status: 'interrupted' }],
  ])('is moved by %s', (type, move) => {
    expect(moveOf(type)).toEqual(move);
  });

  it.each(['stage.progress', 'stage.skipped', 'execution.started', 'constructor', 'toString'])(
    'is not moved by %s',
    (type) => {
      expect(moveOf(type)).toBeNull();
    },
  );

  it('has the checks of its evidence, and none where there is no evidence', () => {
    expect(checksOf({ evidence, logs: {} })).toEqual([]);
    for (const told of [undefined, null, {}, { evidence: { checks: [] } }, 'text']) {
      expect(checksOf(told)).toBeNull();
    }
  });
});
