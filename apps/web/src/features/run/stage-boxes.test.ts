import { describe, expect, it } from 'vitest';
import { nameOfPart, toStageBoxes, toStageLinks } from './stage-boxes.ts';
import type { Stage } from './use-run.ts';

const times = { startedAt: null, finishedAt: null, durationMs: null };

function part(index: number, status: Stage['status'], message: string | null = null) {
  return { key: `code/${index}`, status, attempts: 1, message, ...times };
}

function stage(changes: Partial<Stage>): Stage {
  const own = { key: 'code', title: 'Generate code', status: 'running', attempts: 1 } as const;
  return { ...own, ...times, dropId: null, message: null, after: [], parts: [], ...changes };
}

describe('the box of a stage', () => {
  it('names what is failed or under way before what is done, and counts the rest', () => {
    const parts = Array.from({ length: 9 }, (_, index) => part(index, 'succeeded'));
    const [box] = toStageBoxes([
      stage({ parts: [...parts, part(9, 'running'), part(10, 'failed')] }),
    ]);
    expect(box?.parts.map(({ key }) => key)).toEqual([
      'code/10',
      'code/9',
      ...[0, 1, 2, 3].map((index) => `code/${index}`),
    ]);
    expect(box?.more).toBe(5);
  });

  it('grows with what it shows', () => {
    const [one, four] = toStageBoxes([
      stage({}),
      stage({ parts: [0, 1, 2, 3].map((index) => part(index, 'running')) }),
    ]);
    expect(four?.height).toBeGreaterThan(one?.height ?? 0);
  });
});

describe('parts and links', () => {
  it('call a part by its progress, else by its number', () => {
    expect(nameOfPart(part(0, 'running', 'Task module: 4 files'))).toBe('Task module');
    expect(nameOfPart(part(2, 'pending'))).toBe('Part 3');
    expect(nameOfPart({ ...part(0, 'pending'), key: 'code/backend' })).toBe('backend');
  });

  it('branch where two stages wait for the same one', () => {
    const stages = [
      stage({ key: 'design' }),
      stage({ key: 'code', after: ['design'] }),
      stage({ key: 'tests', after: ['design'] }),
      stage({ key: 'quality', after: ['code', 'tests'] }),
    ];
    expect(toStageLinks(stages).map(({ from, to }) => `${from}-${to}`)).toEqual([
      'design-code',
      'design-tests',
      'code-quality',
      'tests-quality',
    ]);
  });
});
