'use client';

import type { RunEvent } from '@quantumlayer/sdk';
import dynamic from 'next/dynamic';
import { CopyButton } from '#components/copy-button.tsx';
import { Panel, PanelHeader } from '#components/ui/panel.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { RunFigures } from './run-figures.tsx';
import { RunLog } from './run-log.tsx';
import { StagesPanel } from './stages-panel.tsx';
import type { Run } from './use-run.ts';

/** Most runs neither fail nor wait for a person, many leave nothing to ask, and all stages are shown at first. */
const RunFailure = dynamic(() => import('./run-failure.tsx').then((module) => module.RunFailure), {
  loading: () => <Skeleton className="h-40" />,
});
const CheckpointPanel = dynamic(
  () => import('./checkpoint-panel.tsx').then((module) => module.CheckpointPanel),
  { loading: () => <Skeleton className="h-28" /> },
);
const StageDetails = dynamic(
  () => import('./stage-details.tsx').then((module) => module.StageDetails),
  { loading: () => <Skeleton className="h-40" /> },
);
const RunRemarks = dynamic(() => import('./run-remarks.tsx').then((module) => module.RunRemarks));

type OverviewProps = {
  run: Run;
  events: readonly RunEvent[];
  /** Key of the chosen stage; empty for all of them. */
  stage: string;
  onStage: (key: string) => void;
  onView: (view: string) => void;
};

export function Overview({ run, events, stage, onStage, onView }: OverviewProps) {
  const isWaiting = run.stages.some(({ status }) => status === 'waiting');
  const chosen = run.stages.find(({ key }) => key === stage);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <StagesPanel stages={run.stages} chosen={stage} onChoose={onStage} />
      {isWaiting && <CheckpointPanel run={run} />}
      {run.failure !== null && <RunFailure run={run} failure={run.failure} />}
      {hasRemarks(run) && <RunRemarks run={run} />}
      <RunFigures run={run} onShow={onView} />
      {chosen !== undefined && <StageDetails run={run} stage={chosen} onView={onView} />}
      <RunLog events={events} stage={stage} />
      <Panel>
        <PanelHeader title="Prompt">
          <CopyButton
            text={run.prompt}
            label="the prompt"
            isCommand
            className="size-7 justify-center"
          />
        </PanelHeader>
        <p className="whitespace-pre-wrap break-words p-3">{run.prompt}</p>
      </Panel>
    </div>
  );
}

function hasRemarks({ reading }: Run): boolean {
  if (reading === null) return false;
  return [reading.notUnderstood, reading.questions, reading.assumptions].flat().length > 0;
}
