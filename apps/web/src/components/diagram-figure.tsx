'use client';

import dynamic from 'next/dynamic';
import { useMemo } from 'react';
import type { Blueprint } from '#lib/blueprint.ts';
import { cn } from '#lib/cn.ts';
import { sayLinks, toDiagram } from './flow/diagram.ts';
import { Skeleton } from './ui/skeleton.tsx';

const EntityDiagram = dynamic(
  () => import('./flow/entity-diagram.tsx').then((module) => module.EntityDiagram),
  { ssr: false, loading: () => <Skeleton className="size-full" /> },
);

type DiagramFigureProps = { blueprint: Pick<Blueprint, 'entities'>; className?: string };

/** The tables of a blueprint and how they hang together: as a picture, and as sentences for those who do not see it. */
export function DiagramFigure({ blueprint, className }: DiagramFigureProps) {
  const diagram = useMemo(() => toDiagram(blueprint), [blueprint]);
  return (
    <figure className={cn('h-112', className)}>
      <EntityDiagram diagram={diagram} className="size-full" />
      <figcaption className="sr-only">
        {diagram.links.length === 0 ? 'No table belongs to another.' : sayLinks(diagram).join(' ')}
      </figcaption>
    </figure>
  );
}
