'use client';

import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ProblemNotice } from '#components/problem-notice.tsx';
import { Button } from '#components/ui/button.tsx';
import { Input, Label } from '#components/ui/input.tsx';
import { Panel, PanelHeader } from '#components/ui/panel.tsx';
import { useToast } from '#components/ui/toast.tsx';
import { api } from '#lib/api.ts';

const SHORTEST = 12;
const LONGEST = 200;

/** Sets the owner's password or changes it; every other session ends with it. */
export function PasswordSection() {
  const toast = useToast();
  const [password, setPassword] = useState('');
  const [current, setCurrent] = useState('');
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => api.setPassword({ password, ...(current !== '' && { current }) }),
    onSuccess: () => {
      setPassword('');
      setCurrent('');
      toast({
        title: 'The password is set',
        text: 'Every other session has ended.',
        tone: 'succeeded',
      });
    },
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    mutate();
  }

  return (
    <Panel>
      <PanelHeader title="Password of the owner" />
      <form onSubmit={submit} className="grid max-w-md gap-4 p-3">
        <p className="text-muted">
          On this machine the link that the factory prints is enough. On an address that others can
          reach, the password is the way in.
        </p>
        <div className="grid gap-1.5">
          <Label htmlFor="password-new">New password, {SHORTEST} characters or more</Label>
          <Input
            id="password-new"
            type="password"
            autoComplete="new-password"
            required
            minLength={SHORTEST}
            maxLength={LONGEST}
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </div>
        <div className="grid gap-1.5">
          <Label htmlFor="password-current">Current password</Label>
          <Input
            id="password-current"
            type="password"
            autoComplete="current-password"
            aria-describedby="password-current-hint"
            maxLength={LONGEST}
            value={current}
            onChange={(event) => setCurrent(event.target.value)}
          />
          <p id="password-current-hint" className="text-muted text-xs">
            Only asked for when you signed in with it. Forgotten? Sign in with a link:{' '}
            <code className="font-mono">npm run ql -- open</code>
          </p>
        </div>
        {error !== null && <ProblemNotice error={error} />}
        <Button
          type="submit"
          variant="primary"
          className="justify-self-start"
          disabled={isPending || password.length < SHORTEST}
        >
          {isPending ? 'Setting' : 'Set the password'}
        </Button>
      </form>
    </Panel>
  );
}
