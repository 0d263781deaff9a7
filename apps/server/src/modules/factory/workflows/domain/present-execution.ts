import {
  childKey,
  type ExecutionState,
  type NodeState,
  titleOf,
  type WorkflowPlan,
} from '@quantumlayer/workflow';
import type { ExecutionNode } from './execution.ts';

/** The nodes of an execution in the order of its definition. */
export function presentNodes(plan: WorkflowPlan, state: ExecutionState): ExecutionNode[] {
  return plan.nodes.flatMap((node, index) => {
    const own = state.nodes[index];
    if (own === undefined) return [];
    const members = (own.group?.children ?? []).map((child, position) => {
      const key = childKey(node, position);
      return presentNode({ key, title: key, kind: 'member', after: [] }, child, []);
    });
    const name = { key: node.id, title: titleOf(plan, index), kind: node.kind };
    return [presentNode({ ...name, after: predecessorsOf(plan, index) }, own, members)];
  });
}

function predecessorsOf(plan: WorkflowPlan, index: number): string[] {
  const edges = plan.predecessors[index] ?? [];
  return [...new Set(edges.flatMap((edge) => plan.nodes[edge.index]?.id ?? []))];
}

function presentNode(
  name: Pick<ExecutionNode, 'key' | 'title' | 'kind' | 'after'>,
  node: NodeState,
  members: ExecutionNode[],
): ExecutionNode {
  return {
    ...name,
    status: node.status,
    attempts: node.attempt,
    startedAt: toDate(node.startedAt),
    finishedAt: toDate(node.finishedAt),
    message: node.message,
    output: node.output,
    failure: node.failure,
    dueAt: toDate(node.dueAt),
    members,
  };
}

function toDate(at: number | null): Date | null {
  return at === null ? null : new Date(at);
}
