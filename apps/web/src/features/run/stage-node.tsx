'use client';

import { Handle, type Node, type NodeProps, Position } from '@xyflow/react';
import { memo } from 'react';
import { StatusIcon } from '#components/status-icon.tsx';
import { cn } from '#lib/cn.ts';
import { nameOf, type Tone, toneOf } from '#lib/statuses.ts';
import { Elapsed } from './elapsed.tsx';
import { nameOfPart, type StageBox } from './stage-boxes.ts';

export type StageNodeType = Node<{ box: StageBox; isDown: boolean }, 'stage'>;

const TOP: Record<Tone, string> = {
  queued: 'bg-line-strong',
  running: 'bg-running pulse',
  succeeded: 'bg-succeeded',
  failed: 'bg-failed',
  waiting: 'bg-waiting',
};

export const StageNode = memo(function StageNode({ data, selected }: NodeProps<StageNodeType>) {
  const { stage, parts, more } = data.box;
  return (
    <div
      className={cn(
        'h-full overflow-hidden rounded-lg border bg-surface text-xs',
        selected ? 'border-accent bg-accent-soft' : 'border-line-strong hover:bg-hover',
      )}
    >
      <Handle
        type="target"
        position={data.isDown ? Position.Top : Position.Left}
        className="invisible"
      />
      <Handle
        type="source"
        position={data.isDown ? Position.Bottom : Position.Right}
        className="invisible"
      />
      <div className={cn('h-1', TOP[toneOf(stage.status)])} />
      <p className="flex h-7 items-center gap-1.5 px-2 pt-1">
        <StatusIcon status={stage.status} />
        <span className="truncate font-medium text-sm">{stage.title}</span>
      </p>
      <p className="flex h-6 items-center gap-1.5 px-2 text-muted">
        {stage.startedAt === null ? nameOf(stage.status) : <Elapsed of={stage} />}
        {stage.attempts > 1 && <span className="ml-auto">attempt {stage.attempts}</span>}
      </p>
      {parts.length === 0 && (
        <p className="line-clamp-2 break-words px-2 text-muted leading-4">{stage.message}</p>
      )}
      {parts.map((part) => (
        <p key={part.key} className="flex h-5 items-center gap-1.5 px-2">
          <StatusIcon status={part.status} className="size-3" />
          <span className="min-w-0 truncate">{nameOfPart(part)}</span>
          <Elapsed of={part} className="ml-auto shrink-0 text-muted" />
        </p>
      ))}
      {more > 0 && <p className="h-5 px-2 pl-6.5 text-muted">{`${more} more`}</p>}
    </div>
  );
});
