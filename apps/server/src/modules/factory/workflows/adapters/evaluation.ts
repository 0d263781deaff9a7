import {
  type Command,
  childKey,
  chooseExit,
  type Fact,
  getUnit,
  parseReference,
  stageFact,
  unitState,
} from '@quantumlayer/workflow';
import { StageInputMissing } from '../domain/workflow-errors.ts';
import type { OutputStore } from '../ports.ts';
import type { Folded } from './folded.ts';
import type { Values } from './step-inputs.ts';

export type Evaluation = Extract<Command, { type: 'evaluate' | 'expand' | 'collect' }>;

type Dependencies = { values: Values; outputs: OutputStore };

/** Does what a branch, map or parallel needs from the output store; safe to do again. */
export async function evaluateNode(
  { type, node }: Evaluation,
  folded: Folded,
  at: number,
  { values, outputs }: Dependencies,
): Promise<Fact> {
  const { plan, state } = folded;
  const unit = getUnit(plan, node);
  const where = { node, attempt: unitState(state, unit).attempt, at };
  const read = async (name: string, reference: string) => {
    const value = await values.resolve(plan, state, parseReference(reference));
    if (value === undefined) throw new StageInputMissing(node, name, reference);
    return value;
  };
  if (unit.node.kind === 'branch') {
    const exit = chooseExit(plan, node, await read('on', unit.node.on));
    return stageFact('stage.decided', where, { exit, output: await values.put({ exit }) });
  }
  if (type === 'expand' && unit.node.kind === 'map') {
    const list = await read('over', unit.node.over);
    if (!Array.isArray(list)) throw new StageInputMissing(node, 'over', unit.node.over);
    return stageFact('stage.expanded', where, { count: list.length });
  }
  return stageFact('stage.succeeded', where, {
    output: await values.put(await collect(folded, node, outputs)),
  });
}

/** A list for a map, an object by member name for a parallel. */
async function collect({ plan, state }: Folded, key: string, outputs: OutputStore) {
  const { node, index } = getUnit(plan, key);
  const children = state.nodes[index]?.group?.children ?? [];
  const results = await Promise.all(
    children.map(({ output }) => (output === null ? null : outputs.get(output))),
  );
  if (node.kind === 'map') return results;
  const names = results.map((_, child) => childKey(node, child).slice(node.id.length + 1));
  return Object.fromEntries(names.map((name, child) => [name, results[child]]));
}
