import { Link } from 'react-router';
import { RecordTable } from '../components/record-table.tsx';
import { Section } from '../components/section.tsx';
import { Failure, Loading } from '../components/states.tsx';
import { entityAt } from '../entities/entities.ts';
import type { Row } from '../lib/entity.ts';
import { useRecords } from '../lib/records.ts';
import { useRights } from '../lib/rights.ts';

type Props = {
  /** The record that they refer to. */
  row: Row;
  title: string;
  path: string;
  /** The member by which they do. */
  reference: string;
  columns: readonly string[];
  /** There is at most one. */
  isSingle?: boolean;
};

const SHOWN = 10;

/** Records of another kind that belong to this one. */
export function ChildList({ row, title, path, reference, columns, isSingle }: Props) {
  const entity = entityAt(path);
  const { may } = useRights(entity);
  const wanted = { [reference]: row.id, limit: String(SHOWN), sort: '-createdAt' };
  const { data, error, refetch } = useRecords(path, new URLSearchParams(wanted), may('read'));
  if (!may('read')) return null;
  const rows = data?.items ?? [];
  const hasRoom = !isSingle || (data !== undefined && rows.length === 0);
  const actions = (
    <>
      {data?.nextCursor && <Link to={`/${path}?${reference}=${row.id}`}>All</Link>}
      {may('create') && hasRoom && (
        <Link className="button" to={`/${path}/new?${reference}=${row.id}`}>
          Add {entity.title}
        </Link>
      )}
    </>
  );
  return (
    <Section title={title} actions={actions}>
      {error ? (
        <Failure error={error} retry={() => void refetch()} />
      ) : data === undefined ? (
        <Loading rows={2} />
      ) : rows.length === 0 ? (
        <p className="faint">None yet.</p>
      ) : (
        <RecordTable entity={entity} columns={columns} rows={rows} caption={title} />
      )}
    </Section>
  );
}
