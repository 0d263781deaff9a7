import { useId, useState } from 'react';
import { Link } from 'react-router';
import { Combobox } from '../components/combobox.tsx';
import { useNotify } from '../components/notices.tsx';
import { Section } from '../components/section.tsx';
import { Failure, Loading } from '../components/states.tsx';
import { useMatches } from '../components/use-matches.ts';
import { entityAt } from '../entities/entities.ts';
import { request } from '../lib/api.ts';
import { type Entity, type Row, withArticle } from '../lib/entity.ts';
import { type Page, useChange, useRecords } from '../lib/records.ts';
import { useRights } from '../lib/rights.ts';
import { labelOf } from '../lib/text-of.ts';

type Props = {
  entity: Entity;
  row: Row;
  title: string;
  /** Of the records that are linked. */
  path: string;
  /** Where the links are, below the record. */
  segment: string;
};

const SHOWN = 100;

/** Records of another kind that are linked with this one; links are made and removed here. */
export function LinkList({ entity, row, title, path, segment }: Props) {
  const other = entityAt(path);
  const below = `${entity.path}/${row.id}/${segment}`;
  const { may } = useRights(other);
  const { mayChange } = useRights(entity);
  const { data, error, refetch } = useRecords(
    below,
    new URLSearchParams({ limit: String(SHOWN) }),
    may('read'),
  );
  const unlink = useChange((id: string) => request(`${below}/${id}`, { method: 'DELETE' }));
  const notify = useNotify();
  if (!may('read')) return null;
  const isOpen = mayChange('update', row);
  return (
    <Section title={title}>
      {error && <Failure error={error} retry={() => void refetch()} />}
      {!error && data === undefined && <Loading rows={1} />}
      {data?.items.length === 0 && <p className="faint">None yet.</p>}
      <ul className="chips">
        {data?.items.map((item) => {
          const label = labelOf(other, item);
          return (
            <li key={item.id} className="chip">
              <Link to={`/${path}/${item.id}`}>{label}</Link>
              {isOpen && (
                <button
                  type="button"
                  aria-label={`Remove ${label}`}
                  onClick={() =>
                    unlink.mutate(item.id, { onError: (failure) => notify(failure.message) })
                  }
                >
                  ×
                </button>
              )}
            </li>
          );
        })}
      </ul>
      {isOpen && <LinkPicker other={other} below={below} linked={data} />}
    </Section>
  );
}

type PickerProps = { other: Entity; below: string; linked: Page | undefined };

function LinkPicker({ other, below, linked }: PickerProps) {
  const id = useId();
  const listId = useId();
  const [text, setText] = useState('');
  const [isOpen, setOpen] = useState(false);
  const notify = useNotify();
  const link = useChange((otherId: string) => request(`${below}/${otherId}`, { method: 'PUT' }));
  const matches = useMatches(other, isOpen ? text : null);
  const taken = new Set(linked?.items.map((item) => item.id));
  const leave = () => {
    setText('');
    setOpen(false);
  };
  return (
    <div className="field narrow">
      <label htmlFor={id} className="hidden">
        Add {withArticle(other.title)}
      </label>
      <Combobox
        id={id}
        listId={listId}
        name={other.path}
        text={text}
        placeholder={`Add ${withArticle(other.title)}`}
        options={matches?.filter((match) => !taken.has(match.id)) ?? null}
        isRequired={false}
        describedBy={undefined}
        isInvalid={false}
        onOpen={() => setOpen(true)}
        onText={setText}
        onChoose={(option) => {
          leave();
          if (option) link.mutate(option.id, { onError: (failure) => notify(failure.message) });
        }}
        onLeave={leave}
      />
    </div>
  );
}
