import { useNotify } from '../components/notices.tsx';
import { request } from '../lib/api.ts';
import { capital, type Entity, type Row } from '../lib/entity.ts';
import { useChange } from '../lib/records.ts';
import { labelOf } from '../lib/text-of.ts';

/** Records that are only hidden; each can be taken back. */
export function DeletedList({ entity, rows }: { entity: Entity; rows: readonly Row[] }) {
  const notify = useNotify();
  const restore = useChange((row: Row) =>
    request(`${entity.path}/${row.id}/${entity.restore}`, { method: 'POST' }),
  );
  return (
    <div className="table-frame">
      <table>
        <caption className="hidden">Deleted {entity.pluralTitle}</caption>
        <thead>
          <tr>
            <th scope="col">{capital(entity.title)}</th>
            <th scope="col">
              <span className="hidden">Action</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{labelOf(entity, row)}</th>
              <td className="number">
                <button
                  type="button"
                  aria-label={`Restore ${labelOf(entity, row)}`}
                  disabled={restore.isPending}
                  onClick={() =>
                    restore.mutate(row, {
                      onSuccess: () => notify(`${labelOf(entity, row)} is back.`),
                      onError: (error) => notify(error.message),
                    })
                  }
                >
                  Restore
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
