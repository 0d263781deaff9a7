import { lazy, type ReactNode, Suspense, useState } from 'react';
import { Link } from 'react-router';
import { Page } from '../components/page.tsx';
import { Pager } from '../components/pager.tsx';
import { RecordTable } from '../components/record-table.tsx';
import { SearchBox } from '../components/search-box.tsx';
import { Empty, Failure, Loading } from '../components/states.tsx';
import { capital, type Entity, withArticle } from '../lib/entity.ts';
import { useListState } from '../lib/list-state.ts';
import { useRecords } from '../lib/records.ts';
import { useRights } from '../lib/rights.ts';
import { DeletedList } from './deleted-list.tsx';

const FilterPanel = lazy(async () => ({
  default: (await import('../components/filter-panel.tsx')).FilterPanel,
}));

type Props = { entity: Entity; columns: readonly string[] };

/** All records of a kind: found by text, narrowed by filters, in any order, a page at a time. */
export function RecordList({ entity, columns }: Props) {
  const list = useListState();
  const { may } = useRights(entity);
  const { data, error, refetch, isPlaceholderData } = useRecords(entity.path, list.query);
  const filters = entity.fields.filter(({ filter }) => filter !== undefined);
  const used = [...list.parameters.keys()].filter((name) => name !== 'sort' && name !== 'cursor');
  const [isFiltering, setFiltering] = useState(
    used.some((name) => name !== 'q' && name !== 'deleted'),
  );
  const isDeleted = list.parameters.get('deleted') === 'only';

  return (
    <Page
      title={isDeleted ? `Deleted ${entity.pluralTitle}` : capital(entity.pluralTitle)}
      actions={
        may('create') && (
          <Link className="button primary" to={`/${entity.path}/new`}>
            New {entity.title}
          </Link>
        )
      }
    >
      <div className="toolbar">
        {entity.search && <SearchBox entity={entity} list={list} />}
        {filters.length > 0 && (
          <button
            type="button"
            aria-expanded={isFiltering}
            onClick={() => setFiltering(!isFiltering)}
          >
            Filter
          </button>
        )}
        {entity.restore && may('delete') && (
          <label className="choice">
            <input
              type="checkbox"
              checked={isDeleted}
              onChange={({ target }) => list.set({ deleted: target.checked ? 'only' : '' })}
            />
            Deleted
          </label>
        )}
        {used.length > 0 && (
          <button
            type="button"
            className="quiet"
            onClick={() => list.set(Object.fromEntries(used.map((name) => [name, ''])))}
          >
            Clear
          </button>
        )}
      </div>
      {isFiltering && (
        <Suspense fallback={<Loading rows={2} />}>
          <FilterPanel fields={filters} list={list} />
        </Suspense>
      )}
      {error ? (
        <Failure error={error} retry={() => void refetch()} />
      ) : data === undefined ? (
        <Loading />
      ) : data.items.length === 0 ? (
        <Nothing entity={entity} isNarrowed={used.length > 0} mayCreate={may('create')} />
      ) : (
        <>
          {isDeleted ? (
            <DeletedList entity={entity} rows={data.items} />
          ) : (
            <RecordTable
              entity={entity}
              columns={columns}
              rows={data.items}
              caption={capital(entity.pluralTitle)}
              isStale={isPlaceholderData}
              sort={list.parameters.get('sort') ?? ''}
              onSort={(sort) => list.set({ sort })}
            />
          )}
          <Pager list={list} nextCursor={data.nextCursor} />
        </>
      )}
    </Page>
  );
}

type NothingProps = { entity: Entity; isNarrowed: boolean; mayCreate: boolean };

function Nothing({ entity, isNarrowed, mayCreate }: NothingProps): ReactNode {
  if (isNarrowed) {
    return (
      <Empty title={`No ${entity.pluralTitle} match`}>
        <p>Change or clear the search and the filters.</p>
      </Empty>
    );
  }
  return (
    <Empty title={`No ${entity.pluralTitle} yet`}>
      {entity.description && <p>{entity.description}</p>}
      {mayCreate && (
        <Link className="button primary" to={`/${entity.path}/new`}>
          Create {withArticle(entity.title)}
        </Link>
      )}
    </Empty>
  );
}
