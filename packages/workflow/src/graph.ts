import type { WorkflowNode } from '@quantumlayer/contracts';

type Edges = Pick<WorkflowNode, 'id' | 'after'>;

function sourcesOf(node: Edges): string[] {
  return node.after.map((edge) => edge.split('.')[0] ?? '');
}

/** Predecessors first (Kahn); nodes on a cycle are left out. */
export function sortByEdges<Node extends Edges>(nodes: readonly Node[]): Node[] {
  const open = new Map(nodes.map((node) => [node.id, new Set(sourcesOf(node)).size]));
  const followers = new Map<string, Node[]>(nodes.map((node) => [node.id, []]));
  for (const node of nodes) {
    for (const source of new Set(sourcesOf(node))) followers.get(source)?.push(node);
  }
  const sorted = nodes.filter((node) => open.get(node.id) === 0);
  for (const node of sorted) {
    for (const follower of followers.get(node.id) ?? []) {
      const left = (open.get(follower.id) ?? 0) - 1;
      open.set(follower.id, left);
      if (left === 0) sorted.push(follower);
    }
  }
  return sorted;
}

/** The ids of one cycle, each waiting for the next; null when there is none. */
export function findCycle(nodes: readonly Edges[]): string[] | null {
  const sorted = new Set(sortByEdges(nodes).map(({ id }) => id));
  const stuck = new Map(nodes.filter(({ id }) => !sorted.has(id)).map((node) => [node.id, node]));
  const first = stuck.keys().next();
  if (first.done === true) return null;
  // Every stuck node has a stuck predecessor, so walking back must come round.
  const seen: string[] = [];
  let current = first.value;
  while (!seen.includes(current)) {
    seen.push(current);
    const node = stuck.get(current);
    current =
      node === undefined ? current : (sourcesOf(node).find((id) => stuck.has(id)) ?? current);
  }
  return seen.slice(seen.indexOf(current));
}
