import { type FormEvent, useState } from 'react';
import { useNotify } from '../components/notices.tsx';
import { Page } from '../components/page.tsx';
import { Section } from '../components/section.tsx';
import { request } from '../lib/api.ts';
import { humanise } from '../lib/entity.ts';
import { EntryInput } from './entry-page.tsx';
import { useSession } from './session.ts';

/** The account of who is signed in. */
export function AccountPage() {
  const { data: account } = useSession();
  const [failure, setFailure] = useState<string | null>(null);
  const notify = useNotify();

  async function change(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget;
    setFailure(null);
    try {
      await request('auth/password', {
        method: 'POST',
        body: Object.fromEntries(new FormData(form)),
      });
      form.reset();
      notify('The password is changed; every other session has ended.');
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
    }
  }

  return (
    <Page title="Account">
      <dl className="members">
        <div>
          <dt>E-mail</dt>
          <dd>{account?.email}</dd>
        </div>
        <div>
          <dt>Role</dt>
          <dd>{humanise(account?.role ?? '')}</dd>
        </div>
      </dl>
      <Section title="Change the password">
        <form className="form" onSubmit={change}>
          {failure && (
            <p className="failure" role="alert">
              {failure}
            </p>
          )}
          <EntryInput
            name="current"
            label="Password now"
            type="password"
            autoComplete="current-password"
          />
          <EntryInput
            name="password"
            label="New password"
            type="password"
            autoComplete="new-password"
            minLength={10}
            hint="At least 10 characters."
          />
          <div className="actions">
            <button type="submit" className="primary">
              Change it
            </button>
          </div>
        </form>
      </Section>
    </Page>
  );
}
