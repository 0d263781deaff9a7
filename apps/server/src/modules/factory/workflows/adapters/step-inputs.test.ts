import type { WorkflowDraft } from '@quantumlayer/contracts';
import { getUnit } from '@quantumlayer/workflow';
import { describe, expect, it } from 'vitest';
import type { OutputStore } from '../ports.ts';
import { createValues, readInputs } from './step-inputs.ts';
import { beginAt, inlineOutputs, type Position, succeed } from './testing/fold.ts';

const read = ({ folded }: Position, key: string, values = createValues(inlineOutputs)) =>
  readInputs(values, folded, getUnit(folded.plan, key), key);

function counting(): OutputStore & { reads: string[] } {
  const reads: string[] = [];
  return {
    reads,
    put: inlineOutputs.put,
    async get(reference) {
      reads.push(reference);
      return await inlineOutputs.get(reference);
    },
  };
}

const chain = (inputs: Record<string, unknown>): WorkflowDraft['nodes'] => [
  { kind: 'step', id: 'one', handler: 'x' },
  {
    kind: 'step',
    id: 'two',
    handler: 'x',
    after: ['one'],
    inputs: inputs as Record<string, string>,
  },
];

describe('the inputs of a step', () => {
  it('come from the input, from outputs and from the definition', async () => {
    const nodes = chain({
      a: 'input.list.1',
      b: 'nodes.one.deep.er',
      c: { value: { fixed: true } },
    });
    const position = succeed(beginAt(nodes, { list: [1, 2] }), 'one', { deep: { er: 'x' } });

    expect(await read(position, 'two')).toEqual({ a: 2, b: 'x', c: { fixed: true } });
  });

  it('may be null, but not missing', async () => {
    const position = succeed(beginAt(chain({ a: 'nodes.one.a', b: 'nodes.one.b' })), 'one', {
      a: null,
    });

    await expect(read(position, 'two')).rejects.toMatchObject({
      code: 'stage-input-missing',
      message: 'The input b of two reads nodes.one.b, which holds nothing.',
      retryable: false,
    });
  });

  it('are absent when they are optional and missing', async () => {
    const position = succeed(
      beginAt(chain({ a: { from: 'nodes.one.none', optional: true } })),
      'one',
      {},
    );

    expect(await read(position, 'two')).toEqual({});
  });

  it('are what no object has by nature', async () => {
    const position = succeed(
      beginAt(chain({ a: { from: 'nodes.one.constructor', optional: true } })),
      'one',
      {},
    );

    expect(await read(position, 'two')).toEqual({});
  });

  it('are copies, which one handler may change without another seeing it', async () => {
    const values = createValues(inlineOutputs);
    const position = succeed(beginAt(chain({ a: 'nodes.one' })), 'one', { list: [1] });
    const first = await read(position, 'two', values);
    Object.assign(Object(first.a), { list: 'changed' });

    expect(await read(position, 'two', values)).toEqual({ a: { list: [1] } });
  });

  const map: WorkflowDraft['nodes'] = [
    {
      kind: 'map',
      id: 'each',
      over: 'input.list',
      step: { handler: 'x', inputs: { it: 'item.name', at: 'index', all: 'input.list' } },
    },
  ];

  it('of a map are its item and its place', async () => {
    const list = [{ name: 'a' }, { name: 'b' }];
    const { folded } = beginAt(map, { list });

    expect(await read({ folded, commands: [] }, 'each/1')).toEqual({ it: 'b', at: 1, all: list });
  });

  it('are read from the store once for many items', async () => {
    const store = counting();
    const position = beginAt(map, { list: [{ name: 'a' }, { name: 'b' }] });
    const values = createValues(store);
    await Promise.all([read(position, 'each/0', values), read(position, 'each/1', values)]);

    expect(store.reads).toHaveLength(1);
  });
});

describe('values', () => {
  it('are asked for again after the store failed', async () => {
    let failures = 1;
    const values = createValues({
      put: inlineOutputs.put,
      async get(reference) {
        if (failures-- > 0) throw new Error('no disk');
        return await inlineOutputs.get(reference);
      },
    });
    const position = beginAt(chain({ a: 'input.n' }), { n: 7 });
    const started = succeed(position, 'one', null);

    await expect(read(started, 'two', values)).rejects.toThrow('no disk');
    expect(await read(started, 'two', values)).toEqual({ a: 7 });
  });

  it('that were just put are at hand, as they read after the way through JSON', async () => {
    const store = counting();
    const values = createValues(store);
    const put = { at: new Date(0), left: undefined, n: Number.NaN };
    const reference = await values.put(put);
    const { folded } = succeed(beginAt(chain({ a: 'nodes.one' })), 'one', {
      at: new Date(0),
      n: null,
    });

    expect(reference).toBe('json:{"at":"1970-01-01T00:00:00.000Z","n":null}');
    expect(await read({ folded, commands: [] }, 'two', values)).toEqual({
      a: { at: '1970-01-01T00:00:00.000Z', n: null },
    });
    expect(store.reads).toEqual([]);
  });

  it('are not kept without end', async () => {
    const store = counting();
    const values = createValues(store);
    const put = await values.put('first');
    for (let number = 0; number < 20; number += 1) await values.put(number);
    const { folded } = succeed(beginAt(chain({ a: 'nodes.one' })), 'one', 'first');
    await read({ folded, commands: [] }, 'two', values);

    expect(store.reads).toEqual([put]);
  });
});
