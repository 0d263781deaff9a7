'use client';

import { type Node, Position } from '@xyflow/react';
import { useMemo } from 'react';
import type { Diagram, Table } from './diagram.ts';
import { FlowCanvas } from './flow-canvas.tsx';
import { layOut, type Place } from './lay-out.ts';
import { RelationEdge, type RelationEdgeType } from './relation-edge.tsx';
import { heightOf, middleOf, TABLE, TableNode } from './table-node.tsx';

const NODES = { table: TableNode };
const EDGES = { relation: RelationEdge };
const NARROW = 640;
/** Room for the names of relations and how many there are at each end. */
const GAP = 110;

export function EntityDiagram({ diagram, className }: { diagram: Diagram; className: string }) {
  const { nodes, edges } = useMemo(() => draw(diagram), [diagram]);
  return (
    <FlowCanvas
      label="Entity diagram"
      nodes={nodes}
      edges={edges}
      nodeTypes={NODES}
      edgeTypes={EDGES}
      className={className}
    />
  );
}

function draw({ tables, links }: Diagram) {
  const boxes = tables.map((table) => ({
    id: table.id,
    width: TABLE.width,
    height: heightOf(table),
  }));
  const places = layOut(boxes, links, window.innerWidth < NARROW ? 'down' : 'right', GAP);
  const nodes = tables.map((table) => toNode(table, places.get(table.id) ?? { x: 0, y: 0 }));
  const edges = links.map(
    (link): RelationEdgeType => ({
      id: link.id,
      type: 'relation',
      source: link.from,
      target: link.to,
      targetHandle: String(link.row),
      data: { link },
    }),
  );
  return { nodes, edges };
}

function toNode(table: Table, position: Place): Node {
  const size = { width: TABLE.width, height: heightOf(table) };
  const handle = { width: 1, height: 1 };
  return {
    id: table.id,
    type: 'table',
    position,
    ...size,
    measured: size,
    handles: [
      { ...handle, type: 'source', position: Position.Right, x: TABLE.width, y: TABLE.head / 2 },
      ...table.rows.flatMap(({ key }, index) =>
        key === 'FK'
          ? [
              {
                ...handle,
                id: String(index),
                type: 'target' as const,
                position: Position.Left,
                x: 0,
                y: middleOf(index),
              },
            ]
          : [],
      ),
    ],
    ariaLabel: `${table.isJoin ? 'Joining table' : 'Table'} ${table.name}: ${table.rows.map(({ name }) => name).join(', ')}`,
    data: { table },
  };
}
