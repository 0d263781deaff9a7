'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ProblemNotice } from '#components/problem-notice.tsx';
import { Button } from '#components/ui/button.tsx';
import { Input, Label, Textarea } from '#components/ui/input.tsx';
import { api } from '#lib/api.ts';
import { dropKey } from '#lib/queries/drop-queries.ts';

const LONGEST_NAME = 100;
const LONGEST_NOTE = 2_000;

/** The name of a snippet and what it is good for. */
export function PinForm({ dropId }: { dropId: string }) {
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
          // The dialog is open before its form is there.
          autoFocus
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
