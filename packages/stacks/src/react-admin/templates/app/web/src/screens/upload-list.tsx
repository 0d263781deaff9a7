import { useId, useRef } from 'react';
import { useNotify } from '../components/notices.tsx';
import { Section } from '../components/section.tsx';
import { request } from '../lib/api.ts';
import { type Entity, type Field, isFixed, type Row } from '../lib/entity.ts';
import { formatBytes } from '../lib/format.ts';
import { useChange } from '../lib/records.ts';
import { useRights } from '../lib/rights.ts';

/** The files of a record: each is put, replaced and removed by itself. */
export function UploadList({ entity, row }: { entity: Entity; row: Row }) {
  const { mayChange } = useRights(entity);
  const fields = entity.fields.filter(({ segment }) => segment !== undefined);
  const isOpen = mayChange('update', row) && !isFixed(entity, row);
  return (
    <Section title="Files">
      {fields.map((field) => (
        <Upload key={field.name} entity={entity} row={row} field={field} isOpen={isOpen} />
      ))}
    </Section>
  );
}

type Props = { entity: Entity; row: Row; field: Field; isOpen: boolean };

function Upload({ entity, row, field, isOpen }: Props) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const notify = useNotify();
  const url = `${entity.path}/${row.id}/${field.segment}`;
  const put = useChange((file: File) =>
    request(`${url}?name=${encodeURIComponent(file.name)}`, { method: 'PUT', body: file }),
  );
  const remove = useChange(() => request(url, { method: 'DELETE' }));
  const kept = row[field.name];
  const most = field.maxBytes ?? Number.POSITIVE_INFINITY;

  function send(file: File | undefined): void {
    if (file === undefined) return;
    if (file.size > most) notify(`${file.name} has more than ${formatBytes(most)}.`);
    else
      put.mutate(file, {
        onSuccess: () => notify(`${file.name} is kept.`),
        onError: (error) => notify(error.message),
        onSettled: () => {
          if (input.current) input.current.value = '';
        },
      });
  }

  return (
    <div className="upload">
      {field.type === 'image' && isFile(kept) && <img src={kept.url} alt={kept.name} />}
      <div className="field">
        <label htmlFor={id}>{field.label}</label>
        {isFile(kept) ? (
          <p>
            <a href={kept.url}>{kept.name}</a>{' '}
            <span className="faint">{formatBytes(kept.size)}</span>
          </p>
        ) : (
          <p className="faint">No file yet.</p>
        )}
        {isOpen && (
          <input
            ref={input}
            id={id}
            type="file"
            accept={field.accept}
            disabled={put.isPending}
            onChange={({ target }) => send(target.files?.[0])}
          />
        )}
      </div>
      {isOpen && isFile(kept) && (
        <button
          type="button"
          className="danger"
          onClick={() =>
            remove.mutate(undefined, {
              onSuccess: () => notify(`${field.label} is removed.`),
              onError: (error) => notify(error.message),
            })
          }
        >
          Remove {field.label.toLowerCase()}
        </button>
      )}
    </div>
  );
}

type StoredFile = { url: string; name: string; size: number };

function isFile(value: unknown): value is StoredFile {
  return typeof value === 'object' && value !== null && 'url' in value;
}
