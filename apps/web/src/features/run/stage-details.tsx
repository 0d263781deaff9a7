import { CopyButton } from '#components/copy-button.tsx';
import { StatusChip } from '#components/status-icon.tsx';
import { TimeAgo } from '#components/time-ago.tsx';
import { Button } from '#components/ui/button.tsx';
import { Panel, PanelHeader } from '#components/ui/panel.tsx';
import { formatCount, shortId } from '#lib/format.ts';
import { Elapsed } from './elapsed.tsx';
import type { Run, Stage } from './use-run.ts';

/** Where the work of a stage can be looked at. */
const WORK: Record<string, { view: string; name: string }> = {
  parse: { view: 'reading', name: 'See the reading' },
  design: { view: 'reading', name: 'See the design' },
  code: { view: 'files', name: 'See the files' },
  tests: { view: 'files', name: 'See the files' },
  merge: { view: 'files', name: 'See the files' },
  quality: { view: 'evidence', name: 'See the evidence' },
  capsule: { view: 'capsule', name: 'See the capsule' },
  preview: { view: 'preview', name: 'See the preview' },
};

type StageDetailsProps = { run: Run; stage: Stage; onView: (view: string) => void };

export function StageDetails({ stage, onView }: StageDetailsProps) {
  const work = WORK[stage.key];
  return (
    <Panel>
      <PanelHeader title={stage.title}>
        <StatusChip status={stage.status} />
        {work !== undefined && (
          <Button size="sm" onClick={() => onView(work.view)}>
            {work.name}
          </Button>
        )}
      </PanelHeader>
      <dl className="flex flex-wrap gap-x-8 gap-y-2 p-3">
        <Fact name="Time">
          <Elapsed of={stage} />
        </Fact>
        <Fact name="Attempts">{formatCount(stage.attempts, 'attempt')}</Fact>
        {stage.startedAt !== null && (
          <Fact name="Started">
            <TimeAgo at={stage.startedAt} />
          </Fact>
        )}
        {stage.dropId !== null && (
          <Fact name="Drop">
            <CopyButton text={stage.dropId} label="the id of the drop">
              {shortId(stage.dropId)}
            </CopyButton>
          </Fact>
        )}
        {stage.message !== null && <Fact name="Now">{stage.message}</Fact>}
      </dl>
    </Panel>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt className="text-muted text-xs">{name}</dt>
      <dd className="break-words">{children}</dd>
    </div>
  );
}
