'use client';

import { BaseEdge, type Edge, type EdgeProps, getSmoothStepPath } from '@xyflow/react';
import { memo } from 'react';
import type { TableLink } from './diagram.ts';
import { useIsFar } from './use-is-far.ts';

export type RelationEdgeType = Edge<{ link: TableLink }, 'relation'>;

const TEXT = {
  fontSize: 10,
  fill: 'var(--color-muted)',
  stroke: 'var(--color-page)',
  strokeWidth: 4,
  paintOrder: 'stroke',
} as const;

/** A line with how many there are at both ends, and the name of the relation between them. */
export const RelationEdge = memo(function RelationEdge(props: EdgeProps<RelationEdgeType>) {
  const { sourceX, sourceY, targetX, targetY, data } = props;
  const [path, labelX, labelY] = getSmoothStepPath({ ...props, borderRadius: 8, offset: 16 });
  const line = <BaseEdge id={props.id} path={path} interactionWidth={0} />;
  if (useIsFar()) return line;
  return (
    <>
      {line}
      <text x={labelX} y={labelY} textAnchor="middle" dominantBaseline="middle" style={TEXT}>
        {data?.link.label}
      </text>
      <text x={sourceX + 5} y={sourceY - 5} style={TEXT}>
        {data?.link.one}
      </text>
      <text x={targetX - 5} y={targetY - 5} textAnchor="end" style={TEXT}>
        {data?.link.many}
      </text>
    </>
  );
});
