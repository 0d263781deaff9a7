'use client';

import { Check, Hand, Pencil } from 'lucide-react';
import dynamic from 'next/dynamic';
import { Button } from '#components/ui/button.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { useAsked } from '#lib/use-asked.ts';
import { RejectDialog } from './reject-dialog.tsx';
import { useCheckpoint } from './use-checkpoint.ts';
import type { Run } from './use-run.ts';

/** Most designs are approved as they are. */
const BlueprintEditor = dynamic(
  () => import('./blueprint-editor.tsx').then((module) => module.BlueprintEditor),
  { loading: () => <Skeleton className="h-96" /> },
);

const RunChanges = dynamic(() => import('./run-changes.tsx').then((m) => m.RunChanges), {
  loading: () => <Skeleton className="h-64" />,
});
const ConflictsPanel = dynamic(
  () => import('./conflicts-panel.tsx').then((module) => module.ConflictsPanel),
  { loading: () => <Skeleton className="h-64" /> },
);

/** The run waits for a person, at its design or where hand edits meet what is generated. */
export function CheckpointPanel({ run }: { run: Run }) {
  const isMerging = run.stages.some(
    ({ key, status }) => key === 'conflicts' && status === 'waiting',
  );
  return isMerging ? <ConflictsPanel run={run} /> : <ReviewPanel run={run} />;
}

/** Go on as designed, change the blueprint, or end it with a reason. */
function ReviewPanel({ run }: { run: Run }) {
  const { shown, setShown, isPending, approve, reject, modify } = useCheckpoint(run);
  const { reading } = run;
  const asked = useAsked(run);
  const isEditing = shown === 'change';
  return (
    <section aria-label="Waiting for you" className="rounded-lg border border-line bg-waiting-soft">
      <div className="flex flex-wrap items-center gap-3 p-4">
        <Hand aria-hidden className="size-4 shrink-0 text-waiting" />
        <div className="min-w-0 flex-1 basis-60">
          <h2 className="font-medium">The design waits for you</h2>
          <p className="text-muted">
            Nothing is generated before you approve. Changing the blueprint makes the design again.
          </p>
        </div>
        <Button variant="primary" disabled={isPending} onClick={approve}>
          <Check aria-hidden />
          Approve
        </Button>
        {reading !== null && (
          <Button
            disabled={isPending}
            onClick={() => setShown(isEditing ? '' : 'change')}
            aria-expanded={isEditing}
          >
            <Pencil aria-hidden />
            Change
          </Button>
        )}
        <RejectDialog
          isOpen={shown === 'reject'}
          onOpenChange={(isOpen) => setShown(isOpen ? 'reject' : '')}
          onReject={reject}
          title="Reject the design"
        />
      </div>
      {!isEditing && reading?.followUp !== undefined && (
        <div className="rounded-b-lg border-line border-t bg-surface p-4">
          <RunChanges run={run} />
        </div>
      )}
      {isEditing && reading !== null && asked !== null && (
        <BlueprintEditor
          projectId={run.projectId}
          asked={asked}
          reading={reading}
          isSaving={isPending}
          onSave={modify}
        />
      )}
    </section>
  );
}
