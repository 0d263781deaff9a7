import type { ReactNode } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { ConfirmButton } from '../components/confirm-dialog.tsx';
import { useNotify } from '../components/notices.tsx';
import { Page } from '../components/page.tsx';
import { Failure, Loading } from '../components/states.tsx';
import { TransitionButtons } from '../components/transition-buttons.tsx';
import { Value } from '../fields/value.tsx';
import { capital, type Entity, isFixed, type Row } from '../lib/entity.ts';
import { useRecord, useRemove } from '../lib/records.ts';
import { useRights } from '../lib/rights.ts';
import { labelOf } from '../lib/text-of.ts';

type Props = { entity: Entity; children?(row: Row): ReactNode };

/** One record: what is known of it, what can be done with it, and below what belongs to it. */
export function RecordDetail({ entity, children }: Props) {
  const { id } = useParams();
  const { data: row, error, refetch } = useRecord(entity, id);
  const back = <Link to={`/${entity.path}`}>{capital(entity.pluralTitle)}</Link>;
  if (row === undefined) {
    return (
      <Page title={capital(entity.title)} above={back}>
        {error ? <Failure error={error} retry={() => void refetch()} /> : <Loading />}
      </Page>
    );
  }
  return (
    <Page title={labelOf(entity, row)} above={back} actions={<Actions entity={entity} row={row} />}>
      {error && <Failure error={error} retry={() => void refetch()} />}
      <dl className="members">
        {entity.fields
          .filter(({ type }) => type !== 'password')
          .map((field) => (
            <div key={field.name}>
              <dt>{field.label}</dt>
              <dd>
                <Value field={field} row={row} />
              </dd>
            </div>
          ))}
        <Stamp label="Created" name="createdAt" row={row} />
        <Stamp label="Changed" name="updatedAt" row={row} />
      </dl>
      {children?.(row)}
    </Page>
  );
}

function Stamp({ label, name, row }: { label: string; name: string; row: Row }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <Value field={{ name, label, type: 'datetime' }} row={row} />
      </dd>
    </div>
  );
}

function Actions({ entity, row }: { entity: Entity; row: Row }) {
  const { mayChange } = useRights(entity);
  const remove = useRemove(entity);
  const navigate = useNavigate();
  const notify = useNotify();
  const label = labelOf(entity, row);
  return (
    <>
      <TransitionButtons entity={entity} row={row} />
      {mayChange('update', row) && !isFixed(entity, row) && (
        <Link className="button" to={`/${entity.path}/${row.id}/edit`}>
          Edit
        </Link>
      )}
      {mayChange('delete', row) && (
        <ConfirmButton
          label="Delete"
          question={`Delete ${label}?`}
          confirm="Delete"
          isBusy={remove.isPending}
          onConfirm={() =>
            remove.mutate(row, {
              onSuccess: () => {
                navigate(`/${entity.path}`);
                notify(`${label} is deleted.`);
              },
              onError: (error) => notify(error.message),
            })
          }
        >
          {entity.restore ? (
            <p>It can be restored from the deleted {entity.pluralTitle}.</p>
          ) : (
            <p>This cannot be taken back.</p>
          )}
        </ConfirmButton>
      )}
    </>
  );
}
