import type { WorkflowNode } from '@quantumlayer/contracts';
import { exitsOf, nodeUses } from './node-uses.ts';
import type { DefinitionProblem } from './problem.ts';

/** Bit sets as big integers: one bit per node and per exit of a branch. */
type Bits = bigint;

/**
 * What has surely succeeded, and which exits were surely taken, whenever a node runs: with `all` the union over
 * its predecessors, with `any` what they have in common. `nodes` must be sorted, predecessors first.
 */
export function checkGuarantees(nodes: readonly WorkflowNode[]): DefinitionProblem[] {
  const bits = numberBits(nodes);
  const sure = new Map<string, Bits>();
  const earlier = new Map<string, Bits>();
  const impossible = new Set<string>();
  const problems: DefinitionProblem[] = [];
  const exclusive = exclusiveExits(nodes, bits);
  for (const node of nodes) {
    const paths = node.after.map((edge) => pathBits(edge, sure, bits));
    const alive = node.after.filter((edge) => !impossible.has(edge.split('.')[0] ?? ''));
    const guaranteed =
      node.join === 'any'
        ? intersect(alive.map((edge) => pathBits(edge, sure, bits)))
        : unite(paths);
    sure.set(node.id, guaranteed);
    earlier.set(node.id, unite(node.after.map((edge) => pathBits(edge, earlier, bits))));
    const clash = findClash(guaranteed, exclusive);
    if (clash !== null || (alive.length < node.after.length && isDoomed(node, alive))) {
      impossible.add(node.id);
      problems.push(unreachable(node.id, clash));
    } else {
      problems.push(...checkUses(node, guaranteed, earlier.get(node.id) ?? 0n, bits));
    }
  }
  return problems;
}

function isDoomed(node: WorkflowNode, alive: readonly string[]): boolean {
  return node.join === 'all' || alive.length === 0;
}

function numberBits(nodes: readonly WorkflowNode[]): ReadonlyMap<string, Bits> {
  const names = nodes.flatMap((node) => [
    node.id,
    ...exitsOf(node).map((exit) => `${node.id}.${exit}`),
  ]);
  return new Map(names.map((name, index) => [name, 1n << BigInt(index)]));
}

function pathBits(
  edge: string,
  known: ReadonlyMap<string, Bits>,
  bits: ReadonlyMap<string, Bits>,
): Bits {
  const source = edge.split('.')[0] ?? '';
  return (known.get(source) ?? 0n) | (bits.get(source) ?? 0n) | (bits.get(edge) ?? 0n);
}

function unite(sets: readonly Bits[]): Bits {
  return sets.reduce((all, set) => all | set, 0n);
}

function intersect(sets: readonly Bits[]): Bits {
  return sets.length === 0 ? 0n : sets.reduce((common, set) => common & set);
}

type Exclusive = { branch: string; exits: { name: string; bit: Bits }[]; mask: Bits };

function exclusiveExits(
  nodes: readonly WorkflowNode[],
  bits: ReadonlyMap<string, Bits>,
): Exclusive[] {
  return nodes
    .filter((node) => node.kind === 'branch')
    .map((node) => {
      const exits = exitsOf(node).map((name) => ({
        name,
        bit: bits.get(`${node.id}.${name}`) ?? 0n,
      }));
      return { branch: node.id, exits, mask: unite(exits.map(({ bit }) => bit)) };
    });
}

function findClash(guaranteed: Bits, exclusive: readonly Exclusive[]): string | null {
  for (const { branch, exits, mask } of exclusive) {
    if ((guaranteed & mask) === 0n) continue;
    const taken = exits.filter(({ bit }) => (guaranteed & bit) !== 0n);
    if (taken.length > 1) {
      return `the exits ${taken.map(({ name }) => `"${name}"`).join(' and ')} of "${branch}" at once`;
    }
  }
  return null;
}

function unreachable(node: string, clash: string | null): DefinitionProblem {
  const reason = clash === null ? 'a node that can never run' : clash;
  const message = `"${node}" can never run: it needs ${reason}. Join with "any", or move it.`;
  return { code: 'unreachable', node, message };
}

function checkUses(
  node: WorkflowNode,
  guaranteed: Bits,
  earlier: Bits,
  bits: ReadonlyMap<string, Bits>,
): DefinitionProblem[] {
  return nodeUses(node)
    .filter(({ id, optional }) => ((optional ? earlier : guaranteed) & (bits.get(id) ?? 0n)) === 0n)
    .map(({ id, optional, what }) => ({
      code: 'input-not-guaranteed',
      node: node.id,
      message: optional
        ? `"${what}" of "${node.id}" reads "${id}", which does not come before it.`
        : `"${what}" of "${node.id}" reads "${id}", which has not surely run by then: put it before, or make the input optional.`,
    }));
}
