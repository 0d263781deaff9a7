'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { CopyButton } from '#components/copy-button.tsx';
import { ProblemNotice } from '#components/problem-notice.tsx';
import { useCommands } from '#components/shell/commands.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog, DialogClose, DialogContent, DialogTrigger } from '#components/ui/dialog.tsx';
import { Input, Label, Select } from '#components/ui/input.tsx';
import { api } from '#lib/api.ts';
import { apiKeysKey } from '#lib/queries/settings-queries.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;
const LONGEST_NAME = 100;
const LIVES = [
  { days: 30, name: '30 days' },
  { days: 90, name: '90 days' },
  { days: 365, name: 'One year' },
  { days: 0, name: 'No end' },
] as const;

/** Asks for a name and a life, then shows the secret this once. */
export function NewKeyDialog() {
  const [isOpen, setIsOpen] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  useCommands('new-key', [
    {
      id: 'key.new',
      name: 'Create an API key',
      group: 'Settings',
      key: 'c',
      run: () => setIsOpen(true),
    },
  ]);

  function change(next: boolean) {
    setIsOpen(next);
    if (!next) setSecret(null);
  }

  return (
    <Dialog open={isOpen} onOpenChange={change}>
      <DialogTrigger asChild>
        <Button size="sm" variant="primary">
          <Plus aria-hidden />
          Create a key
        </Button>
      </DialogTrigger>
      {secret === null ? (
        <DialogContent title="Create an API key">
          <NewKeyForm onCreated={setSecret} />
        </DialogContent>
      ) : (
        <DialogContent
          title="The key is created"
          description="Copy it now: only its digest is stored, so it is not shown again."
        >
          <Secret secret={secret} />
        </DialogContent>
      )}
    </Dialog>
  );
}

function Secret({ secret }: { secret: string }) {
  return (
    <div className="grid gap-4">
      <div className="rounded-md bg-sunken px-3 py-2.5">
        <CopyButton text={secret} label="the key" className="w-full justify-between text-ink">
          {secret}
        </CopyButton>
      </div>
      <DialogClose asChild>
        <Button variant="primary" className="justify-self-end">
          I have it
        </Button>
      </DialogClose>
    </div>
  );
}

function NewKeyForm({ onCreated }: { onCreated: (secret: string) => void }) {
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [days, setDays] = useState<number>(LIVES[1].days);
  const { mutate, error, isPending } = useMutation({
    mutationFn: () =>
      api.createApiKey({
        name: name.trim(),
        expiresAt: days === 0 ? null : new Date(Date.now() + days * DAY_MS).toISOString(),
      }),
    onSuccess: ({ secret }) => {
      onCreated(secret);
      void client.invalidateQueries({ queryKey: apiKeysKey });
    },
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    mutate();
  }

  return (
    <form onSubmit={submit} className="grid gap-4">
      <div className="grid gap-1.5">
        <Label htmlFor="key-name">What is it for?</Label>
        <Input
          id="key-name"
          required
          maxLength={LONGEST_NAME}
          placeholder="CI pipeline"
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </div>
      <div className="grid gap-1.5">
        <Label htmlFor="key-life">It ends after</Label>
        <Select
          id="key-life"
          value={days}
          onChange={(event) => setDays(Number(event.target.value))}
        >
          {LIVES.map((life) => (
            <option key={life.days} value={life.days}>
              {life.name}
            </option>
          ))}
        </Select>
      </div>
      {error !== null && <ProblemNotice error={error} />}
      <Button
        type="submit"
        variant="primary"
        className="justify-self-end"
        disabled={isPending || name.trim() === ''}
      >
        {isPending ? 'Creating' : 'Create'}
      </Button>
    </form>
  );
}
