import {
  DEFAULT_RETRY,
  type RetryProfile,
  type WorkflowDefinition,
  type WorkflowNode,
} from '@quantumlayer/contracts';
import { checkWorkflow } from './check.ts';
import type { DefinitionProblem } from './problem.ts';

export type Predecessor = { readonly index: number; readonly exit: string | null };

/** A checked definition with its edges as indexes, made once and shared by every fold. */
export type WorkflowPlan = {
  readonly definition: WorkflowDefinition;
  readonly nodes: readonly WorkflowNode[];
  readonly indexOf: ReadonlyMap<string, number>;
  readonly predecessors: readonly (readonly Predecessor[])[];
  readonly dependents: readonly (readonly number[])[];
};

export type PlanResult =
  | { ok: true; plan: WorkflowPlan }
  | { ok: false; problems: DefinitionProblem[] };

/** Rejects a definition that cannot finish, with every reason; `handlers` are the names a runner knows. */
export function planWorkflow(
  definition: WorkflowDefinition,
  handlers?: ReadonlySet<string>,
): PlanResult {
  const problems = checkWorkflow(definition, handlers);
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, plan: buildPlan(definition) };
}

function buildPlan(definition: WorkflowDefinition): WorkflowPlan {
  const { nodes } = definition;
  const indexOf = new Map(nodes.map((node, index) => [node.id, index]));
  const predecessors = nodes.map((node) => node.after.map((edge) => resolveEdge(indexOf, edge)));
  const dependents: number[][] = nodes.map(() => []);
  predecessors.forEach((edges, index) => {
    for (const source of new Set(edges.map((edge) => edge.index))) dependents[source]?.push(index);
  });
  return { definition, nodes, indexOf, predecessors, dependents };
}

function resolveEdge(indexOf: ReadonlyMap<string, number>, edge: string): Predecessor {
  const [id = '', exit = null] = edge.split('.');
  return { index: indexOf.get(id) ?? -1, exit };
}

export function nodeAt(plan: WorkflowPlan, index: number): WorkflowNode {
  const node = plan.nodes[index];
  if (node === undefined) throw new RangeError(`No node ${index} in ${plan.definition.name}.`);
  return node;
}

/** `code` is a node, `code/backend` a member of a parallel, `each/3` an item of a map. */
export type Unit = {
  readonly index: number;
  readonly node: WorkflowNode;
  /** Position in the group; null for the node itself. */
  readonly child: number | null;
};

export function findUnit(plan: WorkflowPlan, key: string): Unit | null {
  const slash = key.indexOf('/');
  const index = plan.indexOf.get(slash < 0 ? key : key.slice(0, slash));
  if (index === undefined) return null;
  const node = nodeAt(plan, index);
  if (slash < 0) return { index, node, child: null };
  const name = key.slice(slash + 1);
  const child =
    node.kind === 'parallel' ? node.steps.findIndex(({ id }) => id === name) : Number(name);
  return Number.isInteger(child) && child >= 0 ? { index, node, child } : null;
}

export function getUnit(plan: WorkflowPlan, key: string): Unit {
  const unit = findUnit(plan, key);
  if (unit === null) throw new RangeError(`No stage ${key} in ${plan.definition.name}.`);
  return unit;
}

export function childKey(node: WorkflowNode, child: number): string {
  const name = node.kind === 'parallel' ? node.steps[child]?.id : String(child);
  return `${node.id}/${name}`;
}

export type Work = Extract<WorkflowNode, { kind: 'map' }>['step'];

/** What a unit runs; null for nodes without a handler. */
export function workOf({ node, child }: Unit): Work | null {
  if (node.kind === 'step') return node;
  if (node.kind === 'map' && child !== null) return node.step;
  if (node.kind === 'parallel' && child !== null) return node.steps[child] ?? null;
  return null;
}

export function retryProfileOf(unit: Unit): RetryProfile {
  return workOf(unit)?.retry ?? DEFAULT_RETRY;
}
