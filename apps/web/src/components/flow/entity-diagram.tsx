'use client';

import type { Node } from '@xyflow/react';
import { useMemo } from 'react';
import { useMediaQuery } from '#lib/use-media-query.ts';
import type { Diagram, Table } from './diagram.ts';
import { FlowCanvas } from './flow-canvas.tsx';
import { layOut, type Place } from './lay-out.ts';
import { type RelationLine, RelationLines } from './relation-lines.tsx';
import { heightOf, middleOf, TABLE, TableNode } from './table-node.tsx';

const NODES = { table: TableNode };
const NARROW = '(max-width: 639px)';
/** Room for the names of relations and how many there are at each end. */
const GAP = 110;
const CORNER: Place = { x: 0, y: 0 };

export function EntityDiagram({ diagram, className }: { diagram: Diagram; className: string }) {
  const isDown = useMediaQuery(NARROW);
  const { nodes, lines } = useMemo(() => draw(diagram, isDown), [diagram, isDown]);
  return (
    <FlowCanvas label="Entity diagram" nodes={nodes} nodeTypes={NODES} className={className}>
      <RelationLines lines={lines} />
    </FlowCanvas>
  );
}

function draw({ tables, links }: Diagram, isDown: boolean) {
  const boxes = tables.map((table) => ({
    id: table.id,
    width: TABLE.width,
    height: heightOf(table),
  }));
  const places = layOut(boxes, links, isDown ? 'down' : 'right', GAP);
  const placeOf = (id: string) => places.get(id) ?? CORNER;
  const lines = links.map((link): RelationLine => {
    const [from, to] = [placeOf(link.from), placeOf(link.to)];
    return {
      link,
      from: { x: from.x + TABLE.width, y: from.y + TABLE.head / 2 },
      to: { x: to.x, y: to.y + middleOf(link.row) },
    };
  });
  return { nodes: tables.map((table) => toNode(table, placeOf(table.id))), lines };
}

function toNode(table: Table, position: Place): Node {
  const size = { width: TABLE.width, height: heightOf(table) };
  return {
    id: table.id,
    type: 'table',
    position,
    ...size,
    measured: size,
    ariaLabel: `${table.isJoin ? 'Joining table' : 'Table'} ${table.name}: ${table.rows.map(({ name }) => name).join(', ')}`,
    data: { table },
  };
}
