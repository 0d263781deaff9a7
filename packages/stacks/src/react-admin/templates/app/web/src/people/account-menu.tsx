import { Link, useNavigate } from 'react-router';
import { useNotify } from '../components/notices.tsx';
import { humanise } from '../lib/entity.ts';
import { useRights } from '../lib/rights.ts';
import { account as accountEntity } from './account.ts';
import { signOut, useSession } from './session.ts';

/** Who is signed in, and the way out; the way in for everybody else. */
export function AccountMenu() {
  const { data: account } = useSession();
  const { may } = useRights(accountEntity);
  const navigate = useNavigate();
  const notify = useNotify();
  if (!account)
    return (
      <Link className="button" to="/sign-in">
        Sign in
      </Link>
    );
  return (
    <div className="account-menu">
      {may('read') && (
        <Link className="way" to={`/${accountEntity.path}`}>
          Accounts
        </Link>
      )}
      <Link className="way" to="/account">
        {account.email} <span className="faint">{humanise(account.role)}</span>
      </Link>
      <button
        type="button"
        onClick={() =>
          signOut().then(
            () => navigate('/sign-in'),
            (error: Error) => notify(error.message),
          )
        }
      >
        Sign out
      </button>
    </div>
  );
}
