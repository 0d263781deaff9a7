'use client';

import type { RunEvent } from '@quantumlayer/sdk';
import { CircleHelp } from 'lucide-react';
import { CopyButton } from '#components/copy-button.tsx';
import { Panel, PanelHeader } from '#components/ui/panel.tsx';
import { CheckpointPanel } from './checkpoint-panel.tsx';
import { RunFailure } from './run-failure.tsx';
import { RunFigures } from './run-figures.tsx';
import { RunLog } from './run-log.tsx';
import { StageDetails } from './stage-details.tsx';
import { StageStrip } from './stage-strip.tsx';
import type { Run } from './use-run.ts';

type OverviewProps = {
  run: Run;
  events: readonly RunEvent[];
  /** Key of the chosen stage; empty for all of them. */
  stage: string;
  onStage: (key: string) => void;
  onView: (view: string) => void;
};

export function Overview({ run, events, stage, onStage, onView }: OverviewProps) {
  const waiting = run.stages.find(({ status }) => status === 'waiting');
  const chosen = run.stages.find(({ key }) => key === stage);
  const notUnderstood = run.reading?.notUnderstood ?? [];
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <StageStrip
        stages={run.stages}
        chosen={stage}
        onChoose={(key) => onStage(key === stage ? '' : key)}
      />
      {waiting !== undefined && <CheckpointPanel run={run} stage={waiting.key} />}
      {run.failure !== null && <RunFailure run={run} failure={run.failure} />}
      {notUnderstood.length > 0 && <NotUnderstood phrases={notUnderstood} prompt={run.prompt} />}
      <RunFigures run={run} onShow={onView} />
      {chosen !== undefined && <StageDetails run={run} stage={chosen} onView={onView} />}
      <RunLog events={events} stage={stage} />
      <Panel>
        <PanelHeader title="Prompt">
          <CopyButton text={run.prompt} label="the prompt" className="size-7 justify-center" />
        </PanelHeader>
        <p className="whitespace-pre-wrap break-words p-3">{run.prompt}</p>
      </Panel>
    </div>
  );
}

type NotUnderstoodProps = { phrases: readonly string[]; prompt: string };

/** What was left out of the software, said up front, with the way to say it otherwise. */
function NotUnderstood({ phrases, prompt }: NotUnderstoodProps) {
  return (
    <section
      aria-label="Not understood"
      className="flex flex-wrap items-start gap-3 rounded-lg border border-line bg-waiting-soft p-4"
    >
      <CircleHelp aria-hidden className="mt-0.5 size-4 shrink-0 text-waiting" />
      <div className="min-w-0 flex-1">
        <h2 className="font-medium">Not understood, so not built</h2>
        <ul className="mt-1 list-inside list-disc text-muted">
          {phrases.map((phrase) => (
            <li key={phrase} className="break-words">
              {phrase}
            </li>
          ))}
        </ul>
      </div>
      <a href={`/?prompt=${encodeURIComponent(prompt)}`} className="font-medium text-accent">
        Say it otherwise
      </a>
    </section>
  );
}
