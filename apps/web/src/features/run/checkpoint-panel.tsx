'use client';

import { Check, Hand, Pencil, X } from 'lucide-react';
import dynamic from 'next/dynamic';
import { type FormEvent, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog, DialogContent, DialogTrigger } from '#components/ui/dialog.tsx';
import { Label, Textarea } from '#components/ui/input.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { useAsked } from '#lib/use-asked.ts';
import { useCheckpoint } from './use-checkpoint.ts';
import type { Run } from './use-run.ts';

/** Most designs are approved as they are. */
const BlueprintEditor = dynamic(
  () => import('./blueprint-editor.tsx').then((module) => module.BlueprintEditor),
  { loading: () => <Skeleton className="h-96" /> },
);

const LONGEST_REASON = 2_000;

/** The run waits for a person: go on as designed, change the blueprint, or end it with a reason. */
export function CheckpointPanel({ run }: { run: Run }) {
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
        />
      </div>
      {isEditing && reading !== null && asked !== null && (
        <BlueprintEditor asked={asked} reading={reading} isSaving={isPending} onSave={modify} />
      )}
    </section>
  );
}

type RejectDialogProps = {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  onReject: (reason: string) => void;
};

function RejectDialog({ isOpen, onOpenChange, onReject }: RejectDialogProps) {
  const [reason, setReason] = useState('');

  function submit(event: FormEvent) {
    event.preventDefault();
    onReject(reason.trim());
  }

  return (
    <Dialog open={isOpen} onOpenChange={onOpenChange}>
      <DialogTrigger asChild>
        <Button variant="danger">
          <X aria-hidden />
          Reject
        </Button>
      </DialogTrigger>
      <DialogContent
        title="Reject the design"
        description="The run ends; the reason stays with it."
      >
        <form onSubmit={submit} className="grid gap-3">
          <Label htmlFor="reason">Reason</Label>
          <Textarea
            id="reason"
            required
            rows={4}
            maxLength={LONGEST_REASON}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <Button type="submit" variant="primary" disabled={reason.trim() === ''}>
            Reject and end the run
          </Button>
        </form>
      </DialogContent>
    </Dialog>
  );
}
