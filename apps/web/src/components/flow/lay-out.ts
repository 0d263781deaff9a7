import { Graph, layout } from '@dagrejs/dagre';

export type Box = { id: string; width: number; height: number };
export type Link = { from: string; to: string };
export type Place = { x: number; y: number };

/** Where the links lead: to the right, or down on a narrow screen. */
export type Direction = 'right' | 'down';

const BESIDE = 28;
const BETWEEN = 56;
/** Width to height of the whole that is aimed at. */
const RATIO = 1.7;

/** The upper left corner of each box: layers along the links, and what hangs together side by side. */
export function layOut(
  boxes: readonly Box[],
  links: readonly Link[],
  direction: Direction,
  /** Room for a line between two layers. */
  gap: number,
): Map<string, Place> {
  const islands = toIslands(boxes, links)
    .map((island) => layOutIsland(island, links, direction, gap))
    .sort((a, b) => b.height - a.height);
  const area = islands.reduce(
    (sum, { width, height }) => sum + (width + BETWEEN) * (height + BETWEEN),
    0,
  );
  const widest = Math.max(0, ...islands.map(({ width }) => width));
  const row = direction === 'down' ? widest : Math.max(widest, Math.sqrt(area * RATIO));
  const places = new Map<string, Place>();
  let [left, top, tallest] = [0, 0, 0];
  for (const { width, height, inside } of islands) {
    if (left > 0 && left + width > row) [left, top, tallest] = [0, top + tallest + BETWEEN, 0];
    for (const [id, { x, y }] of inside) places.set(id, { x: left + x, y: top + y });
    left += width + BETWEEN;
    tallest = Math.max(tallest, height);
  }
  return places;
}

/** Boxes that links tie together, each box in one of them. */
function toIslands(boxes: readonly Box[], links: readonly Link[]): Box[][] {
  const heads = new Map(boxes.map(({ id }) => [id, id]));
  const headOf = (id: string): string => {
    const next = heads.get(id) ?? id;
    return next === id ? id : headOf(next);
  };
  for (const { from, to } of links) {
    if (heads.has(from) && heads.has(to)) heads.set(headOf(from), headOf(to));
  }
  return [...Map.groupBy(boxes, ({ id }) => headOf(id)).values()];
}

type Island = { width: number; height: number; inside: Map<string, Place> };

function layOutIsland(
  boxes: readonly Box[],
  links: readonly Link[],
  direction: Direction,
  gap: number,
): Island {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: direction === 'right' ? 'LR' : 'TB', nodesep: BESIDE, ranksep: gap });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { id, width, height } of boxes) graph.setNode(id, { width, height });
  links.forEach(({ from, to }, index) => {
    if (graph.hasNode(from) && graph.hasNode(to) && from !== to)
      graph.setEdge(from, to, {}, String(index));
  });
  layout(graph);
  const inside = new Map<string, Place>();
  let [width, height] = [0, 0];
  for (const box of boxes) {
    const { x, y } = graph.node(box.id);
    inside.set(box.id, { x: Math.round(x - box.width / 2), y: Math.round(y - box.height / 2) });
    width = Math.max(width, x + box.width / 2);
    height = Math.max(height, y + box.height / 2);
  }
  return { width, height, inside };
}
