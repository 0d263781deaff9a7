'use client';

import { getSmoothStepPath, Position, ViewportPortal } from '@xyflow/react';
import { memo, useMemo } from 'react';
import type { TableLink } from './diagram.ts';
import type { Place } from './lay-out.ts';
import { useIsFar } from './use-is-far.ts';

/** A relation with the places where its line begins and ends. */
export type RelationLine = { link: TableLink; from: Place; to: Place };

const TEXT = {
  fontSize: 10,
  fill: 'var(--color-muted)',
  stroke: 'var(--color-page)',
  strokeWidth: 4,
  paintOrder: 'stroke',
} as const;

/** The lines behind the tables, in one picture: edges of the canvas are a picture each, which is slow to move. */
export function RelationLines({ lines }: { lines: readonly RelationLine[] }) {
  const isFar = useIsFar();
  return (
    <ViewportPortal>
      <svg aria-hidden className="-z-1 pointer-events-none absolute size-px overflow-visible">
        {lines.map((line) => (
          <Relation key={line.link.id} line={line} isFar={isFar} />
        ))}
      </svg>
    </ViewportPortal>
  );
}

/** A line with how many there are at both ends, and the name of the relation between them. */
const Relation = memo(function Relation({ line, isFar }: { line: RelationLine; isFar: boolean }) {
  const { link, from, to } = line;
  const [path, x, y] = useMemo(
    () =>
      getSmoothStepPath({
        ...{ sourceX: from.x, sourceY: from.y, sourcePosition: Position.Right },
        ...{ targetX: to.x, targetY: to.y, targetPosition: Position.Left },
        ...{ borderRadius: 8, offset: 16 },
      }),
    [from, to],
  );
  return (
    <>
      <path d={path} className="fill-none stroke-line-strong" />
      {!isFar && (
        <>
          <text x={x} y={y} textAnchor="middle" dominantBaseline="middle" style={TEXT}>
            {link.label}
          </text>
          <text x={from.x + 5} y={from.y - 5} style={TEXT}>
            {link.one}
          </text>
          <text x={to.x - 5} y={to.y - 5} textAnchor="end" style={TEXT}>
            {link.many}
          </text>
        </>
      )}
    </>
  );
});
