import { Link, useNavigate, useSearchParams } from 'react-router';
import { EntryInput, EntryPage } from './entry-page.tsx';
import { beginSession } from './session.ts';

export function SignInPage() {
  const navigate = useNavigate();
  const [parameters] = useSearchParams();
  return (
    <EntryPage
      title="Sign in"
      action="Sign in"
      submit={async (form) => {
        await beginSession('sign-in', Object.fromEntries(form));
        navigate(ownPath(parameters.get('to')), { replace: true });
      }}
// @if signUp
      below={
        <>
          <Link to="/sign-up">Make an account</Link>
          <Link to="/reset-password">Forgot the password?</Link>
        </>
      }
// @end
// @if !signUp
      below={<Link to="/reset-password">Forgot the password?</Link>}
// @end
    >
      <EntryInput name="email" label="E-mail" type="email" autoComplete="username" />
      <EntryInput
        name="password"
        label="Password"
        type="password"
        autoComplete="current-password"
      />
    </EntryPage>
  );
}

/** Only pages of this app: a link must not lead to another one through here. */
function ownPath(path: string | null): string {
  return path?.startsWith('/') && !/^\/[/\\]/.test(path) ? path : '/';
}
