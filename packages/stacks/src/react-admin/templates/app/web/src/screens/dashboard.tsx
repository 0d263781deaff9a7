import { Link } from 'react-router';
import { about } from '../../../src/about.ts';
import { Page } from '../components/page.tsx';
import { Failure } from '../components/states.tsx';
import { entities } from '../entities/entities.ts';
import { capital, type Entity, humanise } from '../lib/entity.ts';
import { formatWhole } from '../lib/format.ts';
import { useCounts } from '../lib/records.ts';
import { useReadable, useRights } from '../lib/rights.ts';

/** How many records there are of each kind, and in which state. */
export function Dashboard() {
  const { data: counts, error, refetch } = useCounts();
  const shown = useReadable(entities);
  return (
    <Page title={about.title}>
      {error && <Failure error={error} retry={() => void refetch()} />}
      <ul className="cards">
        {shown.map((entity) => (
          <Card key={entity.path} entity={entity} counts={counts?.[entity.path]} />
        ))}
      </ul>
    </Page>
  );
}

type Counts = { total: number; states?: Readonly<Record<string, number>> | undefined };

function Card({ entity, counts }: { entity: Entity; counts: Counts | undefined }) {
  const { path, pluralTitle, title, lifecycle } = entity;
  const { may } = useRights(entity);
  return (
    <li className="card">
      <h2>
        <Link className="card-title" to={`/${path}`}>
          {capital(pluralTitle)}
        </Link>
      </h2>
      <p className="count">{counts ? formatWhole(counts.total) : '…'}</p>
      {lifecycle && counts?.states && (
        <ul className="counts">
          {Object.entries(counts.states).map(([state, count]) => (
            <li key={state}>
              <Link
                className="count-by-state"
                to={`/${path}?${lifecycle.field}=${encodeURIComponent(state)}`}
              >
                {humanise(state)} <span className="number">{formatWhole(count)}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      {may('create') && (
        <Link className="button" to={`/${path}/new`} aria-label={`New ${title}`}>
          New
        </Link>
      )}
    </li>
  );
}
