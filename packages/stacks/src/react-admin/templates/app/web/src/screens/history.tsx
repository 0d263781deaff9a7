import { Section } from '../components/section.tsx';
import { Failure, Loading } from '../components/states.tsx';
import { type Entity, humanise, type Row } from '../lib/entity.ts';
import { formatInstant } from '../lib/format.ts';
import { useRecords } from '../lib/records.ts';

type Props = { entity: Entity; row: Row; segment: string };

const SHOWN = 50;

/** What has moved a record from state to state, the last first. */
export function History({ entity, row, segment }: Props) {
  const path = `${entity.path}/${row.id}/${segment}`;
  const { data, error } = useRecords(path, new URLSearchParams({ limit: String(SHOWN) }));
  return (
    <Section title="History">
      {error && <Failure error={error} />}
      {!error && data === undefined && <Loading rows={2} />}
      {data?.items.length === 0 && <p className="faint">It has not moved yet.</p>}
      <ol className="history">
        {data?.items.map(({ id, transition, from, to, at }) => (
          <li key={id}>
            <strong>{humanise(String(transition))}</strong>{' '}
            <span className="faint">
              {humanise(String(from))} → {humanise(String(to))}
            </span>{' '}
            <time dateTime={String(at)}>{formatInstant(String(at))}</time>
          </li>
        ))}
      </ol>
    </Section>
  );
}
