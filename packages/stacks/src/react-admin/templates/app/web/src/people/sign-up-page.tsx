// @if signUpTeams
import { useState } from 'react';
// @end
import { Link, useNavigate } from 'react-router';
// @if signUpTeams
import { FormField } from '../components/form-field.tsx';
import { teamEntity } from '../entities/team.ts';
import { draftsOf, toValue } from '../lib/drafts.ts';
import { capital } from '../lib/entity.ts';
// @end
import { EntryInput, EntryPage } from './entry-page.tsx';
import { beginSession } from './session.ts';

// @if signUpTeams
const fields = teamEntity.fields.filter(
  ({ readOnly, segment, type }) => !readOnly && segment === undefined && type !== 'reference',
);

/** For who makes an account and with it the team that it manages. */
// @end
export function SignUpPage() {
  const navigate = useNavigate();
// @if signUpTeams
  const [drafts, setDrafts] = useState(() => draftsOf(fields, undefined, {}));

  async function signUp(form: FormData): Promise<void> {
    const team = fields.map((field) => [field.name, toValue(field, drafts[field.name] ?? '')]);
    const [email, password] = [form.get('email'), form.get('password')];
    await beginSession('sign-up', { email, password, team: Object.fromEntries(team) });
    navigate('/', { replace: true });
  }

  return (
    <EntryPage
      title="Make an account"
      action="Sign up"
      submit={signUp}
      below={<Link to="/sign-in">Sign in instead</Link>}
    >
// @end
// @if signUpAlone
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
// @end
      <EntryInput name="email" label="E-mail" type="email" autoComplete="username" />
      <EntryInput
        name="password"
        label="Password"
        type="password"
        autoComplete="new-password"
        minLength={10}
        hint="At least 10 characters."
      />
// @if signUpTeams
      <fieldset className="form">
        <legend>{capital(teamEntity.title)}</legend>
        {fields.map((field) => (
          <FormField
            key={field.name}
            field={field}
            draft={drafts[field.name] ?? ''}
            error={undefined}
            onChange={(draft) => setDrafts((before) => ({ ...before, [field.name]: draft }))}
          />
        ))}
      </fieldset>
// @end
    </EntryPage>
  );
}
