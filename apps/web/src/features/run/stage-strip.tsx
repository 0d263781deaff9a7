import { StatusIcon } from '#components/status-icon.tsx';
import { cn } from '#lib/cn.ts';
import { formatCount } from '#lib/format.ts';
import { nameOf, type StageStatus } from '#lib/statuses.ts';
import { Elapsed } from './elapsed.tsx';
import type { Stage } from './use-run.ts';

const EDGE: Partial<Record<StageStatus, string>> = {
  succeeded: 'bg-succeeded',
  running: 'bg-running',
  retrying: 'bg-running',
  waiting: 'bg-waiting',
  failed: 'bg-failed',
};

type StageStripProps = {
  stages: readonly Stage[];
  chosen: string;
  onChoose: (key: string) => void;
};

/** The pipeline as one looks at it: each stage with its state and time, chosen by click or arrow keys. */
export function StageStrip({ stages, chosen, onChoose }: StageStripProps) {
  return (
    <ol className="flex gap-1 overflow-x-auto p-1" aria-label="Stages">
      {stages.map((stage) => (
        <li key={stage.key} className="min-w-28 flex-1">
          <button
            type="button"
            onClick={() => onChoose(stage.key)}
            aria-pressed={stage.key === chosen}
            className={cn(
              'w-full rounded-md px-2 py-1.5 text-left hover:bg-hover',
              'aria-pressed:bg-hover',
            )}
          >
            <span
              aria-hidden
              className={cn(
                'mb-2 block h-1 rounded-full',
                EDGE[stage.status] ?? 'bg-line-strong',
                (stage.status === 'running' || stage.status === 'retrying') && 'pulse',
              )}
            />
            <span className="flex items-center gap-1.5">
              <StatusIcon status={stage.status} />
              <span className="truncate font-medium">{stage.title}</span>
            </span>
            <span className="block pl-5.5 text-muted text-xs">
              {stage.startedAt === null ? nameOf(stage.status) : <Elapsed of={stage} />}
              {stage.attempts > 1 && ` · attempt ${stage.attempts}`}
              {stage.parts.length > 0 && ` · ${doneOf(stage)}`}
            </span>
            <span className="line-clamp-2 block min-h-8 break-words pl-5.5 text-muted text-xs">
              {stage.message}
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}

/** `3 of 4 parts` of a stage that does several things at once. */
function doneOf({ parts }: Stage): string {
  const done = parts.filter(({ status }) => status === 'succeeded').length;
  return `${done} of ${formatCount(parts.length, 'part')}`;
}
