import { Link } from 'react-router';
import { Page } from '../components/page.tsx';

/** For an address that leads nowhere. */
export function NotFound() {
  return (
    <Page title="There is no such page">
      <p>
        The address leads nowhere. <Link to="/">Go to the dashboard</Link>.
      </p>
    </Page>
  );
}
