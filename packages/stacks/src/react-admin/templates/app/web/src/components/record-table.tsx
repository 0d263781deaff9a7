import { Link } from 'react-router';
import { Value } from '../fields/value.tsx';
import { capital, type Entity, type Field, type Row } from '../lib/entity.ts';
import { labelOf } from '../lib/text-of.ts';

type Props = {
  entity: Entity;
  columns: readonly string[];
  rows: readonly Row[];
  /** What screen readers call the table. */
  caption: string;
  /** Shows what was there while something else is fetched. */
  isStale?: boolean;
  sort?: string;
  onSort?(sort: string): void;
};

const NUMBERS: readonly Field['type'][] = ['integer', 'decimal', 'money', 'percentage'];

/** Records under each other; the first column tells them apart and leads to them. */
export function RecordTable({ entity, columns, rows, caption, isStale, sort = '', onSort }: Props) {
  const fields = columns.flatMap((name) => entity.fields.filter((field) => field.name === name));
  const label = entity.fields.find(({ name }) => name === entity.label);
  return (
    <div className="table-frame" aria-busy={isStale}>
      <table>
        <caption className="hidden">{caption}</caption>
        <thead>
          <tr>
            {label ? (
              <Heading field={label} isFirst sort={sort} {...(onSort && { onSort })} />
            ) : (
              <th scope="col">{capital(entity.title)}</th>
            )}
            {fields.map((field) => (
              <Heading key={field.name} field={field} sort={sort} {...(onSort && { onSort })} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <Link to={`/${entity.path}/${row.id}`}>{labelOf(entity, row)}</Link>
              </th>
              {fields.map((field) => (
                <td
                  key={field.name}
                  className={NUMBERS.includes(field.type) ? 'number' : undefined}
                >
                  <Value field={field} row={row} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type HeadingProps = {
  field: Field;
  /** The column that tells records apart stands at the left, whatever it holds. */
  isFirst?: boolean;
  sort: string;
  onSort?(sort: string): void;
};

function Heading({ field, isFirst = false, sort, onSort }: HeadingProps) {
  const { name, label, type, sortable } = field;
  const isNumber = !isFirst && NUMBERS.includes(type) ? 'number' : undefined;
  if (!sortable || !onSort)
    return (
      <th scope="col" className={isNumber}>
        {label}
      </th>
    );
  const order = sort === name ? 'ascending' : sort === `-${name}` ? 'descending' : 'none';
  const next = { none: name, ascending: `-${name}`, descending: '' }[order];
  return (
    <th scope="col" className={isNumber} aria-sort={order}>
      <button type="button" className="sort" onClick={() => onSort(next)}>
        {label}
        <span aria-hidden="true">{{ none: '', ascending: ' ↑', descending: ' ↓' }[order]}</span>
      </button>
    </th>
  );
}
