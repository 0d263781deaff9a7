import { Link, useNavigate } from 'react-router';
import { EntryInput, EntryPage } from './entry-page.tsx';
import { beginSession } from './session.ts';

export function SignUpPage() {
  const navigate = useNavigate();
  return (
    <EntryPage
      title="Make an account"
      action="Sign up"
      submit={async (form) => {
        await beginSession('sign-up', Object.fromEntries(form));
        navigate('/', { replace: true });
      }}
      below={<Link to="/sign-in">Sign in instead</Link>}
    >
      <EntryInput name="email" label="E-mail" type="email" autoComplete="username" />
      <EntryInput
        name="password"
        label="Password"
        type="password"
        autoComplete="new-password"
        minLength={10}
        hint="At least 10 characters."
      />
    </EntryPage>
  );
}
