import type { components } from '@quantumlayer/sdk';
import { Pin } from 'lucide-react';
import Link from 'next/link';
import { Chip } from '#components/status-icon.tsx';
import { TimeAgo } from '#components/time-ago.tsx';
import { formatBytes, shortDigest, shortId } from '#lib/format.ts';
import { nameOfStage } from '#lib/stages.ts';

type DropRowProps = {
  drop: components['schemas']['Drop'];
  isPicked: boolean;
  onPick: (isPicked: boolean) => void;
};

/** One line; the box before it picks it for a comparison. */
export function DropRow({ drop, isPicked, onPick }: DropRowProps) {
  const { id, stage, version, digest, runId, size, createdAt, pin } = drop;
  const name = `${nameOfStage(stage)} ${version}`;
  return (
    <div className="flex items-center hover:bg-hover">
      <label className="flex min-h-11 cursor-pointer items-center pr-3 pl-4 md:pl-6">
        <input
          type="checkbox"
          checked={isPicked}
          aria-label={`Compare ${name}, ${shortId(runId)}`}
          onChange={(event) => onPick(event.target.checked)}
          className="size-4 accent-accent"
        />
      </label>
      <Link
        href={`/drops/${id}`}
        className="grid min-h-11 min-w-0 flex-1 grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 py-2 pr-4 focus-visible:-outline-offset-2 md:grid-cols-[7rem_minmax(0,1fr)_auto_auto_5rem_5rem] md:pr-6"
      >
        <span className="font-medium">{name}</span>
        <span className="hidden min-w-0 md:block">
          {pin !== null && (
            <Chip tone="waiting" className="max-w-full">
              <Pin aria-hidden className="size-3" />
              <span className="truncate">{pin.name}</span>
            </Chip>
          )}
        </span>
        <span className="hidden font-mono text-muted text-xs lg:block">{shortDigest(digest)}</span>
        <span className="hidden font-mono text-muted text-xs md:block">{shortId(runId)}</span>
        <span className="hidden text-right text-muted text-xs md:block">{formatBytes(size)}</span>
        <TimeAgo at={createdAt} className="text-right text-muted text-xs" />
      </Link>
    </div>
  );
}
