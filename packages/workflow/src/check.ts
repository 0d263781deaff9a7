import type { WorkflowDefinition, WorkflowNode } from '@quantumlayer/contracts';
import { findCycle, sortByEdges } from './graph.ts';
import { checkGuarantees } from './guarantees.ts';
import { bindingsOf, exitsOf, nodeUses } from './node-uses.ts';
import type { DefinitionProblem } from './problem.ts';
import { bindingReference } from './reference.ts';

/** Every reason why a definition could not finish; empty for a sound one. */
export function checkWorkflow(
  definition: WorkflowDefinition,
  handlers?: ReadonlySet<string>,
): DefinitionProblem[] {
  const { nodes } = definition;
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const problems = [
    ...duplicates(nodes),
    ...nodes.flatMap((node) => checkEdges(node, byId)),
    ...nodes.flatMap((node) => checkReferences(node, byId)),
    ...nodes.flatMap(checkBranch),
    ...(handlers === undefined ? [] : nodes.flatMap((node) => checkHandlers(node, handlers))),
  ];
  if (problems.length > 0) return problems;
  const cycle = findCycle(nodes);
  if (cycle !== null) return [cycleProblem(cycle)];
  return checkGuarantees(sortByEdges(nodes));
}

function cycleProblem(cycle: readonly string[]): DefinitionProblem {
  const node = cycle[0] ?? '';
  return {
    code: 'cycle',
    node,
    message: `"${node}" waits for itself: ${[...cycle, node].join(' after ')}.`,
  };
}

function duplicates(nodes: readonly WorkflowNode[]): DefinitionProblem[] {
  return [
    ...repeated(nodes.map(({ id }) => id)).map((id) =>
      duplicate(id, `Two nodes are named "${id}".`),
    ),
    ...nodes.flatMap((node) =>
      node.kind === 'parallel'
        ? repeated(node.steps.map(({ id }) => id)).map((id) =>
            duplicate(node.id, `Two members of "${node.id}" are named "${id}".`),
          )
        : [],
    ),
  ];
}

function duplicate(node: string, message: string): DefinitionProblem {
  return { code: 'duplicate-node', node, message };
}

function repeated(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return names.filter((name) => seen.has(name) || !seen.add(name));
}

type Nodes = ReadonlyMap<string, WorkflowNode>;

function checkEdges(node: WorkflowNode, byId: Nodes): DefinitionProblem[] {
  return node.after.flatMap((edge): DefinitionProblem[] => {
    const [id = '', exit] = edge.split('.');
    const source = byId.get(id);
    if (source === undefined) {
      const message = `"${node.id}" comes after "${id}", which is not in the definition.`;
      return [{ code: 'unknown-node', node: node.id, message }];
    }
    if (exit === undefined || exitsOf(source).includes(exit)) return [];
    const message = `"${node.id}" follows the exit "${exit}" of "${id}", which has no such exit.`;
    return [{ code: 'unknown-exit', node: node.id, message }];
  });
}

function checkBranch(node: WorkflowNode): DefinitionProblem[] {
  if (node.kind !== 'branch' || node.otherwise !== undefined) return [];
  const message = `"${node.id}" has no exit for a value that no case names: give it "otherwise".`;
  return [{ code: 'branch-without-exit', node: node.id, message }];
}

function checkHandlers(node: WorkflowNode, handlers: ReadonlySet<string>): DefinitionProblem[] {
  return handlersOf(node)
    .filter((handler) => !handlers.has(handler))
    .map((handler) => ({
      code: 'unknown-handler',
      node: node.id,
      message: `"${node.id}" runs the handler "${handler}", which this runner does not have.`,
    }));
}

function handlersOf(node: WorkflowNode): string[] {
  if (node.kind === 'step') return [node.handler];
  if (node.kind === 'map') return [node.step.handler];
  return node.kind === 'parallel' ? node.steps.map(({ handler }) => handler) : [];
}

function checkReferences(node: WorkflowNode, byId: Nodes): DefinitionProblem[] {
  const unknown = nodeUses(node)
    .filter(({ id }) => !byId.has(id))
    .map(({ id, what }): DefinitionProblem => {
      const message = `"${what}" of "${node.id}" refers to "${id}", which is not in the definition.`;
      return { code: 'unknown-node', node: node.id, message };
    });
  return [...unknown, ...checkItemUses(node)];
}

function checkItemUses(node: WorkflowNode): DefinitionProblem[] {
  return bindingsOf(node)
    .filter(([what, binding]) => {
      const root = bindingReference(binding)?.from.root;
      return (root === 'item' || root === 'index') && (node.kind !== 'map' || what === 'over');
    })
    .map(([what]) => ({
      code: 'invalid-reference',
      node: node.id,
      message: `"${what}" of "${node.id}" uses item or index, which exist inside a map only.`,
    }));
}
