import type { WorkflowDraft } from '@quantumlayer/contracts';
import { describe, expect, it } from 'vitest';
import { type Evaluation, evaluateNode } from './evaluation.ts';
import { createValues } from './step-inputs.ts';
import { advance, beginAt, inlineOutputs, type Position, START, succeed } from './testing/fold.ts';

const evaluate = ({ folded }: Position, command: Evaluation) =>
  evaluateNode(command, folded, START, {
    values: createValues(inlineOutputs),
    outputs: inlineOutputs,
  });

describe('a map', () => {
  const nodes: WorkflowDraft['nodes'] = [
    { kind: 'map', id: 'each', over: 'input.list', step: { handler: 'x' } },
  ];
  const expand = (input: unknown) =>
    evaluate(beginAt(nodes, input), { type: 'expand', node: 'each' });

  it('has a member for each item', async () => {
    expect(await expand({ list: ['a', 'b'] })).toMatchObject({
      type: 'stage.expanded',
      data: { count: 2 },
    });
    expect(await expand({ list: [] })).toMatchObject({ data: { count: 0 } });
  });

  it.each([{ list: 'ab' }, { list: { length: 2 } }, { list: null }, {}])(
    'is refused over %j, which is no list',
    async (input) => {
      await expect(expand(input)).rejects.toMatchObject({
        code: 'stage-input-missing',
        message: expect.stringContaining('input.list'),
        retryable: false,
      });
    },
  );
});

describe('a branch', () => {
  const nodes: WorkflowDraft['nodes'] = [
    {
      kind: 'branch',
      id: 'way',
      on: 'input.kind',
      cases: [
        { equals: 'small', exit: 'left' },
        { equals: 1, exit: 'one' },
      ],
      otherwise: 'right',
    },
  ];
  const decide = (kind: unknown) =>
    evaluate(beginAt(nodes, { kind }), { type: 'evaluate', node: 'way' });

  it.each([
    ['small', 'left'],
    [1, 'one'],
    ['1', 'right'],
    [null, 'right'],
  ])('takes for %j the exit %s', async (kind, exit) => {
    expect(await decide(kind)).toMatchObject({
      type: 'stage.decided',
      data: { exit, output: `json:{"exit":"${exit}"}` },
    });
  });

  it('is refused where there is nothing to decide on', async () => {
    await expect(decide(undefined)).rejects.toMatchObject({ code: 'stage-input-missing' });
  });
});

describe('the results of a group', () => {
  it('are an object by name for a parallel', async () => {
    const nodes: WorkflowDraft['nodes'] = [
      {
        kind: 'parallel',
        id: 'both',
        steps: [
          { id: 'left', handler: 'x' },
          { id: 'right', handler: 'x' },
        ],
      },
    ];
    const done = succeed(succeed(beginAt(nodes), 'both/right', 2), 'both/left', { a: 1 });

    expect(await evaluate(done, { type: 'collect', node: 'both' })).toMatchObject({
      type: 'stage.succeeded',
      node: 'both',
      data: { output: 'json:{"left":{"a":1},"right":2}' },
    });
  });

  it('are a list in the order of the items for a map, whoever was first', async () => {
    const nodes: WorkflowDraft['nodes'] = [
      { kind: 'map', id: 'each', over: 'input', step: { handler: 'x' } },
    ];
    const begun = beginAt(nodes, ['a', 'b']);
    const expanded = await evaluate(begun, { type: 'expand', node: 'each' });
    const started = advance(begun.folded, [expanded]);
    const done = succeed(succeed(started, 'each/1', 'second'), 'each/0', null);

    expect(await evaluate(done, { type: 'collect', node: 'each' })).toMatchObject({
      data: { output: 'json:[null,"second"]' },
    });
  });
});
