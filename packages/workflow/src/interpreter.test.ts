import type { WorkflowDraft } from '@quantumlayer/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide, evolve, hasEnded, initialState, planWorkflow } from './index.ts';
import { type Chance, define, firstFirst, outcome, plan, simulate } from './simulation.fixture.ts';

type Draft = WorkflowDraft['nodes'][number];

/** Random graphs: each node comes after some earlier ones, or after an exit of an earlier branch. */
const graphs = fc
  .array(
    fc.record({
      kind: fc.constantFrom('step', 'parallel', 'map', 'branch', 'checkpoint', 'timer'),
      join: fc.constantFrom('all', 'any'),
      after: fc.array(fc.record({ back: fc.nat(5), exit: fc.constantFrom('yes', 'no') }), {
        maxLength: 3,
      }),
      taken: fc.constantFrom('yes', 'no'),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((specs): Draft[] =>
    specs.map(({ kind, join, after, taken }, index): Draft => {
      const sources = after
        .map(({ back, exit }) => ({ source: index - 1 - back, exit }))
        .filter(({ source }) => source >= 0);
      const edges = sources.map(({ source, exit }) =>
        specs[source]?.kind === 'branch' ? `n${source}.${exit}` : `n${source}`,
      );
      const base = { id: `n${index}`, after: [...new Set(edges)], join };
      const step = { handler: 'work' };
      switch (kind) {
        case 'parallel':
          return {
            ...base,
            kind,
            steps: [
              { id: 'a', ...step },
              { id: 'b', ...step },
            ],
            concurrency: 1,
          };
        case 'map':
          return { ...base, kind, over: 'input.list', step, concurrency: 2 };
        case 'branch':
          return {
            ...base,
            kind,
            on: `input.${taken}`,
            cases: [{ equals: 'yes', exit: 'yes' }],
            otherwise: 'no',
          };
        case 'timer':
          return { ...base, kind, ms: 5 };
        case 'checkpoint':
          return sources[0] === undefined || join === 'any'
            ? { ...base, kind: 'step', ...step }
            : { ...base, kind, of: `n${sources[0].source}` };
        default:
          return { ...base, kind: 'step', ...step };
      }
    }),
  );

const sound = graphs
  .map((nodes) => planWorkflow(define(nodes)))
  .filter((result) => result.ok)
  .map((result) => result.plan);

function chances(numbers: readonly number[], troubled: boolean): Chance {
  let used = 0;
  const next = () => numbers[used++ % numbers.length] ?? 0;
  let troubles = 0;
  return {
    pick: (size) => next() % Math.max(1, size),
    trouble: () => troubled && troubles < 15 && next() % 5 === 0 && ++troubles > 0,
  };
}

const numbers = fc.array(fc.nat(1_000), { minLength: 20, maxLength: 60 });

describe('an execution', () => {
  it('gives the same result for any order of completion', () => {
    fc.assert(
      fc.property(sound, numbers, (workflow, order) => {
        const calm = outcome(simulate(workflow, firstFirst));
        expect(outcome(simulate(workflow, chances(order, false)))).toEqual(calm);
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same result over crashes and passing failures', () => {
    fc.assert(
      fc.property(sound, numbers, (workflow, order) => {
        const calm = outcome(simulate(workflow, firstFirst));
        expect(outcome(simulate(workflow, chances(order, true)))).toEqual(calm);
      }),
      { numRuns: 300 },
    );
  });

  it('starts nothing before everything it comes after is settled', () => {
    fc.assert(
      fc.property(sound, numbers, (workflow, order) => {
        simulate(workflow, chances(order, true), (before, fact) => {
          if (!['stage.started', 'stage.waiting', 'stage.sleeping'].includes(fact.type)) return;
          const id = fact.node?.split('/')[0] ?? '';
          const edges = workflow.predecessors[workflow.indexOf.get(id) ?? -1] ?? [];
          const states = edges.map(({ index }) => before.nodes[index]?.status);
          expect(states.every((status) => status === 'succeeded' || status === 'skipped')).toBe(
            true,
          );
        });
      }),
      { numRuns: 300 },
    );
  });

  it('numbers no two attempts of a unit alike', () => {
    fc.assert(
      fc.property(sound, numbers, (workflow, order) => {
        const { journal } = simulate(workflow, chances(order, true));
        const starts = journal
          .filter(({ type }) => type === 'stage.started')
          .map(({ node, attempt }) => `${node}#${attempt}`);
        expect(new Set(starts).size).toBe(starts.length);
      }),
    );
  });

  it('is what its journal adds up to, and asks for nothing when decided again', () => {
    fc.assert(
      fc.property(sound, numbers, (workflow, order) => {
        const { state, journal } = simulate(workflow, chances(order, true));
        const folded = journal.reduce(
          (s, fact) => evolve(workflow, s, fact),
          initialState(workflow),
        );
        expect(folded).toEqual(state);
        expect(decide(workflow, folded, 9_999)).toEqual({ state: folded, facts: [], commands: [] });
      }),
    );
  });

  it('ends whenever the static check accepts its definition', () => {
    fc.assert(
      fc.property(sound, (workflow) => hasEnded(simulate(workflow, firstFirst).state)),
      { numRuns: 500 },
    );
  });

  it('keeps the members of a group within its concurrency', () => {
    const workflow = plan([
      { kind: 'map', id: 'each', over: 'input.list', step: { handler: 'work' }, concurrency: 2 },
    ]);
    let most = 0;
    simulate(workflow, firstFirst, (before) => {
      most = Math.max(most, before.running);
    });
    expect(most).toBe(2);
  });
});
