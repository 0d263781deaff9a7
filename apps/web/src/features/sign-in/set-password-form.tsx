'use client';

import { type FormEvent, useState } from 'react';
import { ProblemNotice } from '#components/problem-notice.tsx';
import { Button } from '#components/ui/button.tsx';
import { Input, Label } from '#components/ui/input.tsx';
import { api } from '#lib/api.ts';

const SHORTEST = 12;
const LONGEST = 200;

/** On an address that others can reach, a link alone is not enough: the owner sets a password first. */
export function SetPasswordForm({ onDone }: { onDone: () => void }) {
  const [password, setPassword] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setIsBusy(true);
    try {
      await api.setPassword({ password });
      onDone();
    } catch (reason) {
      setError(reason);
      setIsBusy(false);
    }
  }

  return (
    <form onSubmit={submit} className="grid gap-3">
      <p className="text-muted">
        Others can reach this factory, so it needs a password. You sign in with it from now on.
      </p>
      <div className="grid gap-1.5">
        <Label htmlFor="new-password">Password, {SHORTEST} characters or more</Label>
        <Input
          id="new-password"
          type="password"
          autoComplete="new-password"
          required
          minLength={SHORTEST}
          maxLength={LONGEST}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </div>
      {error !== null && <ProblemNotice error={error} />}
      <Button type="submit" variant="primary" disabled={isBusy}>
        {isBusy ? 'Setting' : 'Set the password'}
      </Button>
    </form>
  );
}
