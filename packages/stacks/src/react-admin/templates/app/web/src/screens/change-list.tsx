import { Section } from '../components/section.tsx';
import { Failure, Loading } from '../components/states.tsx';
import { type Entity, humanise, type Row } from '../lib/entity.ts';
import { formatInstant } from '../lib/format.ts';
import { useRecords } from '../lib/records.ts';
import { textOf } from '../lib/text-of.ts';

type Props = { entity: Entity; row: Row; segment: string };
type Change = { member: string; from: unknown; to: unknown };

const SHOWN = 50;

/** What was changed of a record, and when, the last first. */
export function ChangeList({ entity, row, segment }: Props) {
  const path = `${entity.path}/${row.id}/${segment}`;
  const { data, error } = useRecords(path, new URLSearchParams({ limit: String(SHOWN) }));
  return (
    <Section title="Changes">
      {error && <Failure error={error} />}
      {!error && data === undefined && <Loading rows={2} />}
      <ol className="history">
        {data?.items.map(({ id, action, changes, at }) => (
          <li key={id}>
            <strong>{humanise(String(action))}</strong>{' '}
            <span className="faint">{describe(entity, changes)}</span>{' '}
            <time dateTime={String(at)}>{formatInstant(String(at))}</time>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function describe({ fields }: Entity, changes: unknown): string {
  if (!Array.isArray(changes)) return '';
  return changes
    .map(({ member, from, to }: Change) => {
      const field = fields.find(({ name }) => name === member);
      const shown = (value: unknown) => (field && textOf(field, value)) || '–';
      return `${field?.label ?? humanise(member)}: ${shown(from)} → ${shown(to)}`;
    })
    .join(', ');
}
