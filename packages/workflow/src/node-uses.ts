import type { Binding, WorkflowNode } from '@quantumlayer/contracts';
import { bindingReference } from './reference.ts';

export function exitsOf(node: WorkflowNode): string[] {
  if (node.kind !== 'branch') return [];
  const exits = node.cases.map(({ exit }) => exit);
  return [...new Set(node.otherwise === undefined ? exits : [...exits, node.otherwise])];
}

export type NodeUse = { id: string; optional: boolean; what: string };

/** The nodes whose output a node reads. */
export function nodeUses(node: WorkflowNode): NodeUse[] {
  const uses = bindingsOf(node).flatMap(([what, binding]) => {
    const found = bindingReference(binding);
    return found?.from.root === 'node'
      ? [{ id: found.from.node, optional: found.optional, what }]
      : [];
  });
  return node.kind === 'checkpoint'
    ? [...uses, { id: node.of, optional: false, what: 'of' }]
    : uses;
}

export function bindingsOf(node: WorkflowNode): [string, Binding][] {
  switch (node.kind) {
    case 'step':
      return Object.entries(node.inputs);
    case 'parallel':
      return node.steps.flatMap(({ id, inputs }) =>
        Object.entries(inputs).map(([name, binding]): [string, Binding] => [
          `${id}.${name}`,
          binding,
        ]),
      );
    case 'map':
      return [['over', node.over], ...Object.entries(node.step.inputs)];
    case 'branch':
      return [['on', node.on]];
    default:
      return [];
  }
}
