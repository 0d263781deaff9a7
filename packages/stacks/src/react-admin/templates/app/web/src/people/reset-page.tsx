import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useNotify } from '../components/notices.tsx';
import { request } from '../lib/api.ts';
import { EntryInput, EntryPage } from './entry-page.tsx';

/** For who forgot the password: a code is sent, and with it another one is chosen. */
export function ResetPage() {
  const [isSent, setSent] = useState(false);
  const navigate = useNavigate();
  const notify = useNotify();
  const below = <Link to="/sign-in">Back to signing in</Link>;

  async function confirm(form: FormData): Promise<void> {
    const body = Object.fromEntries(form);
    await request('auth/password-reset/confirm', { method: 'POST', body });
    navigate('/sign-in');
    notify('The password is changed.');
  }

  async function ask(form: FormData): Promise<void> {
    await request('auth/password-reset', { method: 'POST', body: Object.fromEntries(form) });
    setSent(true);
  }

  if (!isSent) {
    return (
      <EntryPage title="Forgot the password?" action="Send a code" submit={ask} below={below}>
        <EntryInput name="email" label="E-mail" type="email" autoComplete="username" />
      </EntryPage>
    );
  }
  return (
    <EntryPage title="Choose a new password" action="Change it" submit={confirm} below={below}>
      <p>If this address has an account, a code is on its way to it.</p>
      <EntryInput name="token" label="Code" type="text" autoComplete="one-time-code" />
      <EntryInput
        name="password"
        label="New password"
        type="password"
        autoComplete="new-password"
        minLength={10}
        hint="At least 10 characters."
      />
    </EntryPage>
  );
}
