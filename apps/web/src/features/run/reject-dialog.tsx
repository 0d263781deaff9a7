'use client';

import { X } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog, DialogContent, DialogTrigger } from '#components/ui/dialog.tsx';
import { Label, Textarea } from '#components/ui/input.tsx';

const LONGEST_REASON = 2_000;

type RejectDialogProps = {
  /** What is ended: its heading. */
  title: string;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  onReject: (reason: string) => void;
};

/** Ends the run at a checkpoint, with a reason. */
export function RejectDialog({ title, isOpen, onOpenChange, onReject }: RejectDialogProps) {
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
      <DialogContent title={title} description="The run ends; the reason stays with it.">
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
