import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunService } from './index.ts';
import { type OpenRuns, openRuns } from './testing/open-runs.ts';
import { createScriptedStages } from './testing/scripted-stages.ts';

const request = {
  prompt: 'A todo list: a task has a title and a due date',
  options: { stack: 'typescript-fastify', review: false, preview: false },
};

describe('a run that waits for its turn', () => {
  let open: OpenRuns;
  let runs: RunService;

  beforeAll(async () => {
    // Nobody drives here, so nothing leaves the queue.
    open = await openRuns(createScriptedStages(), { concurrency: 0 });
    ({ runs } = open);
  });
  afterAll(() => open.close());

  it('says so, and how many are before it', async () => {
    const ids = [];
    for (let i = 0; i < 3; i += 1) ids.push((await runs.start('org_1', 'prj_1', request)).id);
    const shown = await Promise.all(ids.map((id) => runs.get('org_1', id)));

    expect(shown.map(({ status }) => status)).toEqual(['queued', 'queued', 'queued']);
    expect(shown.map(({ stages }) => stages[0]?.message)).toEqual([
      'waits for its turn: it is the next one',
      'waits for its turn: 1 run is before it',
      'waits for its turn: 2 runs are before it',
    ]);
    expect(shown.flatMap(({ stages }) => stages.slice(1).map(({ message }) => message))).toEqual(
      expect.not.arrayContaining([expect.any(String)]),
    );
  });
});
