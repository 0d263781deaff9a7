'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Pin } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { ProblemNotice } from '#components/problem-notice.tsx';
import { useCommands } from '#components/shell/commands.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog, DialogContent, DialogTrigger } from '#components/ui/dialog.tsx';
import { Input, Label, Textarea } from '#components/ui/input.tsx';
import { api } from '#lib/api.ts';
import { dropKey } from '#lib/queries/drop-queries.ts';

const LONGEST_NAME = 100;
const LONGEST_NOTE = 2_000;

/** A pinned drop is a snippet: it has a name, and stands in a list of its own. */
export function PinDialog({ dropId }: { dropId: string }) {
  const [isOpen, setIsOpen] = useState(false);
  useCommands('drop-pin', [
    {
      id: 'drop.pin',
      name: 'Pin the drop',
      group: 'This drop',
      key: 'p',
      run: () => setIsOpen(true),
    },
  ]);
  return (
    <Dialog open={isOpen} onOpenChange={setIsOpen}>
      <DialogTrigger asChild>
        <Button>
          <Pin aria-hidden />
          Pin
        </Button>
      </DialogTrigger>
      <DialogContent title="Pin as a snippet">
        <PinForm dropId={dropId} />
      </DialogContent>
    </Dialog>
  );
}

function PinForm({ dropId }: { dropId: string }) {
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [note, setNote] = useState('');
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => api.pinDrop(dropId, { name: name.trim(), note }),
    onSuccess: (drop) => {
      client.setQueryData(dropKey(dropId), drop);
      void client.invalidateQueries({ queryKey: ['drops'] });
    },
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    mutate();
  }

  return (
    <form onSubmit={submit} className="grid gap-4">
      <div className="grid gap-1.5">
        <Label htmlFor="pin-name">Name</Label>
        <Input
          id="pin-name"
          required
          maxLength={LONGEST_NAME}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </div>
      <div className="grid gap-1.5">
        <Label htmlFor="pin-note">What is it good for?</Label>
        <Textarea
          id="pin-note"
          rows={3}
          maxLength={LONGEST_NOTE}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </div>
      {error !== null && <ProblemNotice error={error} />}
      <Button
        type="submit"
        variant="primary"
        className="justify-self-end"
        disabled={isPending || name.trim() === ''}
      >
        {isPending ? 'Pinning' : 'Pin'}
      </Button>
    </form>
  );
}
