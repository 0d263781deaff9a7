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

/**
 * The pipeline as one looks at it: each stage with its state and time, chosen by click or arrow keys. Side by side where
 * there is room for their whole titles, else one below the other.
 */
export function StageStrip({ stages, chosen, onChoose }: StageStripProps) {
  return (
    <div className="@container p-1">
      <ol
        aria-label="Stages"
        className="grid gap-x-1 @4xl:grid-cols-7 @4xl:grid-flow-col @4xl:grid-rows-[repeat(4,auto)]"
      >
        {stages.map((stage) => (
          <li key={stage.key} className="grid @4xl:row-span-4 @4xl:grid-rows-subgrid">
            <StageButton
              stage={stage}
              isChosen={stage.key === chosen}
              onChoose={() => onChoose(stage.key)}
            />
          </li>
        ))}
      </ol>
    </div>
  );
}

type StageButtonProps = { stage: Stage; isChosen: boolean; onChoose: () => void };

function StageButton({ stage, isChosen, onChoose }: StageButtonProps) {
  const { status, title, message } = stage;
  return (
    <button
      type="button"
      onClick={onChoose}
      aria-pressed={isChosen}
      className={cn(
        'grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-1.5 rounded-md px-2 py-1.5 text-left hover:bg-hover aria-pressed:bg-hover',
        '@4xl:row-span-4 @4xl:grid-cols-[auto_minmax(0,1fr)] @4xl:grid-rows-subgrid @4xl:items-start',
      )}
    >
      <span
        aria-hidden
        className={cn(
          '@4xl:col-span-2 @4xl:mb-2 @4xl:block hidden h-1 rounded-full',
          EDGE[status] ?? 'bg-line-strong',
          (status === 'running' || status === 'retrying') && 'pulse',
        )}
      />
      <StatusIcon status={status} className="@4xl:row-start-3" />
      <span className="@4xl:col-span-2 @4xl:row-start-2 font-medium">{title}</span>
      <span className="text-muted text-xs @4xl:row-start-3">
        {stage.startedAt === null ? nameOf(status) : <Elapsed of={stage} />}
        {stage.attempts > 1 && ` · attempt ${stage.attempts}`}
        {stage.parts.length > 0 && ` · ${doneOf(stage)}`}
      </span>
      <span className="col-span-2 col-start-2 line-clamp-2 break-words text-muted text-xs @4xl:col-start-1 @4xl:min-h-8">
        {message}
      </span>
    </button>
  );
}

/** `3 of 4 parts` of a stage that does several things at once. */
function doneOf({ parts }: Stage): string {
  const done = parts.filter(({ status }) => status === 'succeeded').length;
  return `${done} of ${formatCount(parts.length, 'part')}`;
}
