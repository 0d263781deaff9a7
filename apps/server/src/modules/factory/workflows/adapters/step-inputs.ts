import type { Binding } from '@quantumlayer/contracts';
import {
  bindingReference,
  type ExecutionState,
  parseReference,
  type Reference,
  selectPath,
  type Unit,
  type WorkflowPlan,
  workOf,
} from '@quantumlayer/workflow';
import { StageInputMissing } from '../domain/workflow-errors.ts';
import type { OutputStore } from '../ports.ts';

const KEPT_VALUES = 8;

export type Values = ReturnType<typeof createValues>;

/** Reads outputs, keeping the last few so that the items of a map do not read their list again and again. */
export function createValues(outputs: OutputStore) {
  const kept = new Map<string, Promise<unknown>>();

  function get(reference: string | null): Promise<unknown> {
    if (reference === null) return Promise.resolve(null);
    const known = kept.get(reference);
    if (known !== undefined) return known;
    const value = outputs.get(reference);
    value.catch(() => kept.delete(reference));
    return keep(reference, value);
  }

  function keep(reference: string, value: Promise<unknown>): Promise<unknown> {
    kept.set(reference, value);
    const [oldest] = kept.keys();
    if (kept.size > KEPT_VALUES && oldest !== undefined) kept.delete(oldest);
    return value;
  }

  return {
    /** Stores an output and keeps it at hand, as it reads after the way through JSON, for the stage that follows. */
    async put(value: unknown): Promise<string> {
      const json: unknown = JSON.parse(JSON.stringify(value ?? null) ?? 'null');
      const reference = await outputs.put(json);
      keep(reference, Promise.resolve(json));
      return reference;
    },

    /** The value a reference stands for; undefined when there is none. */
    async resolve(plan: WorkflowPlan, state: ExecutionState, reference: Reference) {
      if (reference.root === 'input') return selectPath(await get(state.input), reference.path);
      const index = plan.indexOf.get(reference.node);
      const node = index === undefined ? undefined : state.nodes[index];
      if (node?.status !== 'succeeded') return undefined;
      return selectPath(await get(node.output), reference.path);
    },
  };
}

/** The inputs of a unit, each a copy of its own, so that no handler can change what another one reads. */
export async function readInputs(
  values: Values,
  { plan, state }: { plan: WorkflowPlan; state: ExecutionState },
  unit: Unit,
  key: string,
): Promise<Record<string, unknown>> {
  const bindings = Object.entries(workOf(unit)?.inputs ?? {});
  const read = async ([name, binding]: [string, Binding]) => {
    const source = bindingReference(binding);
    if (source === null) return [name, Reflect.get(Object(binding), 'value')];
    const value = await resolve(source.from);
    if (value === undefined && !source.optional) {
      throw new StageInputMissing(key, name, describe(source.from));
    }
    return [name, value];
  };
  const resolve = async (from: Reference): Promise<unknown> => {
    if (from.root === 'index') return unit.child;
    if (from.root !== 'item') return values.resolve(plan, state, from);
    const over = unit.node.kind === 'map' ? parseReference(unit.node.over) : from;
    const list = await values.resolve(plan, state, over);
    return selectPath(Array.isArray(list) ? list[unit.child ?? 0] : undefined, from.path);
  };
  const entries = await Promise.all(bindings.map(read));
  return structuredClone(Object.fromEntries(entries.filter(([, value]) => value !== undefined)));
}

function describe({ root, node, path }: Reference): string {
  return [...(root === 'node' ? ['nodes', node] : [root]), ...path].join('.');
}
