import type { WorkflowDraft } from '@quantumlayer/contracts';
import { describe, expect, it } from 'vitest';
import { planWorkflow } from './index.ts';
import { define } from './simulation.fixture.ts';

type Nodes = WorkflowDraft['nodes'];

const step = (id: string, after: string[] = [], more: object = {}) =>
  ({ kind: 'step', id, after, handler: 'work', ...more }) as Nodes[number];
const fork = (id: string, after: string[] = []): Nodes[number] => ({
  kind: 'branch',
  id,
  after,
  on: 'input.kind',
  cases: [{ equals: 'a', exit: 'a' }],
  otherwise: 'b',
});

function problems(nodes: Nodes, handlers = new Set(['work'])) {
  const result = planWorkflow(define(nodes), handlers);
  return result.ok ? [] : result.problems.map(({ code, node }) => `${code} at ${node}`);
}

describe('the static check', () => {
  it.each<[string, Nodes, string[]]>([
    ['a cycle', [step('a', ['c']), step('b', ['a']), step('c', ['b'])], ['cycle at a']],
    ['a node after itself', [step('a', ['a'])], ['cycle at a']],
    ['two nodes of one name', [step('a'), step('a')], ['duplicate-node at a']],
    ['an edge from nowhere', [step('a', ['ghost'])], ['unknown-node at a']],
    ['an exit that no branch has', [fork('f'), step('a', ['f.c'])], ['unknown-exit at a']],
    [
      'an exit of a node that is no branch',
      [step('s'), step('a', ['s.yes'])],
      ['unknown-exit at a'],
    ],
    ['a handler nobody has', [step('a', [], { handler: 'magic' })], ['unknown-handler at a']],
    [
      'an input from nowhere',
      [step('a', [], { inputs: { x: 'nodes.ghost.y' } })],
      ['unknown-node at a'],
    ],
    [
      'an input that comes later',
      [step('a', [], { inputs: { x: 'nodes.b' } }), step('b')],
      ['input-not-guaranteed at a'],
    ],
    [
      'an input from one side of a branch, behind the join',
      [
        fork('f'),
        step('a', ['f.a']),
        step('b', ['f.b']),
        step('c', ['a', 'b'], { join: 'any', inputs: { x: 'nodes.a' } }),
      ],
      ['input-not-guaranteed at c'],
    ],
    [
      'an optional input that does not come before',
      [step('a', [], { inputs: { x: { from: 'nodes.b', optional: true } } }), step('b')],
      ['input-not-guaranteed at a'],
    ],
    [
      'a node that needs both sides of a branch',
      [fork('f'), step('a', ['f.a']), step('b', ['f.b']), step('c', ['a', 'b'])],
      ['unreachable at c'],
    ],
    [
      'a branch without an exit for other values',
      [{ kind: 'branch', id: 'f', on: 'input.x', cases: [{ equals: 1, exit: 'one' }] }],
      ['branch-without-exit at f'],
    ],
    [
      'an item outside a map',
      [step('a', [], { inputs: { x: 'item.name' } })],
      ['invalid-reference at a'],
    ],
    [
      'a checkpoint of something that has not run',
      [step('a'), { kind: 'checkpoint', id: 'c', of: 'a' }],
      ['input-not-guaranteed at c'],
    ],
  ])('rejects %s', (_name, nodes, expected) => {
    expect(problems(nodes)).toEqual(expected);
  });

  it.each<[string, Nodes]>([
    [
      'an optional input from one side of a branch',
      [
        fork('f'),
        step('a', ['f.a']),
        step('c', ['a', 'f.b'], {
          join: 'any',
          inputs: { x: { from: 'nodes.a', optional: true } },
        }),
      ],
    ],
    [
      'an input that both sides of a branch come after',
      [
        step('s'),
        fork('f', ['s']),
        step('a', ['f.a']),
        step('c', ['a', 'f.b'], { join: 'any', inputs: { x: 'nodes.s' } }),
      ],
    ],
    [
      'a diamond',
      [
        step('a'),
        step('b', ['a']),
        step('c', ['a']),
        step('d', ['b', 'c'], { inputs: { x: 'nodes.a', y: 'nodes.c.z' } }),
      ],
    ],
  ])('accepts %s', (_name, nodes) => {
    expect(problems(nodes)).toEqual([]);
  });

  it('names the way of a cycle', () => {
    const result = planWorkflow(define([step('a', ['b']), step('b', ['a'])]));
    expect(result).toMatchObject({
      problems: [{ message: '"a" waits for itself: a after b after a.' }],
    });
  });

  it('checks a chain of 5,000 nodes within two seconds', () => {
    const nodes = Array.from({ length: 5_000 }, (_, i) => step(`s${i}`, i ? [`s${i - 1}`] : []));
    const start = performance.now();
    expect(problems(nodes)).toEqual([]);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
