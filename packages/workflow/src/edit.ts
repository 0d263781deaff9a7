import type { Unit, WorkflowPlan } from './plan.ts';
import { childKey, nodeAt } from './plan.ts';
import {
  type ExecutionState,
  type GroupState,
  isSettled,
  type NodeState,
  PENDING_NODE,
} from './state.ts';

/** The state of a node or child; a child that was never expanded reads as pending. */
export function unitState(state: ExecutionState, unit: Unit): NodeState {
  const node = state.nodes[unit.index] ?? PENDING_NODE;
  return unit.child === null ? node : (node.group?.children[unit.child] ?? PENDING_NODE);
}

export function changeNode(
  state: ExecutionState,
  index: number,
  change: Partial<NodeState>,
): ExecutionState {
  const node = state.nodes[index] ?? PENDING_NODE;
  return { ...state, nodes: state.nodes.with(index, { ...node, ...change }) };
}

export function changeGroup(
  state: ExecutionState,
  index: number,
  change: Partial<GroupState>,
): ExecutionState {
  const group = state.nodes[index]?.group;
  if (group == null) return state;
  return changeNode(state, index, { group: { ...group, ...change } });
}

export function changeUnit(
  state: ExecutionState,
  unit: Unit,
  change: Partial<NodeState>,
): ExecutionState {
  if (unit.child === null) return changeNode(state, unit.index, change);
  const children = state.nodes[unit.index]?.group?.children ?? [];
  const next = { ...(children[unit.child] ?? PENDING_NODE), ...change };
  return changeGroup(state, unit.index, { children: children.with(unit.child, next) });
}

export function keyOf({ node, child }: Unit): string {
  return child === null ? node.id : childKey(node, child);
}

export function without<Item>(items: readonly Item[], item: Item): readonly Item[] {
  const index = items.indexOf(item);
  return index < 0 ? items : items.toSpliced(index, 1);
}

/** A node is done for good: those that waited for it may have become ready. */
export function settle(plan: WorkflowPlan, state: ExecutionState, index: number): ExecutionState {
  const freed = (plan.dependents[index] ?? []).filter((dependent) =>
    isReady(plan, state, dependent),
  );
  const ready =
    freed.length === 0
      ? state.ready
      : [...state.ready, ...freed.map((dependent) => nodeAt(plan, dependent).id)];
  return { ...state, ready, open: state.open - 1 };
}

export function isReady(plan: WorkflowPlan, state: ExecutionState, index: number): boolean {
  return (
    state.nodes[index]?.status === 'pending' &&
    (plan.predecessors[index] ?? []).every(({ index: source }) =>
      isSettled(state.nodes[source] ?? PENDING_NODE),
    )
  );
}

/** Whether a ready node is passed over, because the paths that lead to it were not taken. */
export function isPassedOver(plan: WorkflowPlan, state: ExecutionState, index: number): boolean {
  const edges = plan.predecessors[index] ?? [];
  if (edges.length === 0) return false;
  const isTaken = ({ index: source, exit }: (typeof edges)[number]) => {
    const node = state.nodes[source];
    return node?.status === 'succeeded' && (exit === null || node.exit === exit);
  };
  return nodeAt(plan, index).join === 'any' ? !edges.some(isTaken) : !edges.every(isTaken);
}
