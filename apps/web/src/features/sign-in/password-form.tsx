'use client';

import { type FormEvent, useState } from 'react';
import { ProblemNotice } from '#components/problem-notice.tsx';
import { Button } from '#components/ui/button.tsx';
import { Input, Label } from '#components/ui/input.tsx';
import { api } from '#lib/api.ts';

type PasswordFormProps = { onSignedIn: (needsPassword: boolean) => void };

export function PasswordForm({ onSignedIn }: PasswordFormProps) {
  const [password, setPassword] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setIsBusy(true);
    try {
      const session = await api.signIn({ password });
      onSignedIn(session.needsPassword);
    } catch (reason) {
      setError(reason);
      setIsBusy(false);
    }
  }

  return (
    <form onSubmit={submit} className="grid gap-3">
      <p className="text-muted">
        The factory prints a link when it starts. For a new one, in its folder:
      </p>
      <pre className="overflow-x-auto rounded-md bg-sunken px-3 py-2 font-mono text-xs">
        npm run ql -- open
      </pre>
      <div className="grid gap-1.5 border-line border-t pt-3">
        <Label htmlFor="password">Or the owner&apos;s password</Label>
        <Input
          id="password"
          type="password"
          autoComplete="current-password"
          required
          maxLength={200}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </div>
      {error !== null && <ProblemNotice error={error} />}
      <Button type="submit" variant="primary" disabled={isBusy}>
        {isBusy ? 'Signing in' : 'Sign in'}
      </Button>
    </form>
  );
}
