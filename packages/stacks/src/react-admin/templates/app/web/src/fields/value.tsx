import { Link } from 'react-router';
import { entityAt } from '../entities/entities.ts';
import { type Field, humanise, type Row } from '../lib/entity.ts';
import { formatBytes } from '../lib/format.ts';
import { useRecord } from '../lib/records.ts';
import { labelOf, textOf } from '../lib/text-of.ts';
import { toneOf } from '../lib/tone.ts';

type Props = { field: Field; row: Row };

/** A member of a record as people read it. */
export function Value({ field, row }: Props) {
  const value = row[field.name];
  if (value === null || value === undefined || value === '') {
    return (
      <span className="faint">
        –<span className="hidden">Empty</span>
      </span>
    );
  }
  if (typeof value === 'string') return <TextValue field={field} value={value} />;
  if (field.type === 'rating') return <Rating value={Number(value)} most={field.max ?? 5} />;
  if (typeof value === 'object' && !Array.isArray(value))
    return <ObjectValue field={field} value={value} />;
  return textOf(field, value);
}

function TextValue({ field, value }: { field: Field; value: string }) {
  switch (field.type) {
    case 'reference':
      return <ReferenceValue path={field.target ?? ''} id={value} />;
    case 'enum':
      return <State value={value} values={field.values} />;
    case 'date':
    case 'datetime':
      return <time dateTime={value}>{textOf(field, value)}</time>;
    case 'colour':
      return <Colour value={value} />;
    case 'email':
      return <a href={`mailto:${value}`}>{value}</a>;
    case 'phone':
      return <a href={`tel:${value.replaceAll(/[^+\d]/g, '')}`}>{value}</a>;
    case 'url':
      return <WebAddress value={value} />;
    case 'uuid':
    case 'slug':
      return <code>{value}</code>;
    case 'text':
      return <span className="text">{value}</span>;
    default:
      return textOf(field, value);
  }
}

function Rating({ value, most }: { value: number; most: number }) {
  return (
    <span className="stars" role="img" aria-label={`${value} of ${most}`}>
      {'★'.repeat(value)}
      <span className="faint">{'★'.repeat(Math.max(0, most - value))}</span>
    </span>
  );
}

function State({ value, values }: { value: string; values: readonly string[] | undefined }) {
  return <span className={`state state-${toneOf(value, values)}`}>{humanise(value)}</span>;
}

function Colour({ value }: { value: string }) {
  return (
    <span className="colour">
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <rect width="16" height="16" rx="4" fill={value} />
      </svg>
      <code>{value}</code>
    </span>
  );
}

/** Only addresses that a browser opens without running anything. */
function WebAddress({ value }: { value: string }) {
  if (!/^https?:\/\//i.test(value)) return value;
  return (
    <a href={value} rel="noopener noreferrer nofollow">
      {value.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')}
    </a>
  );
}

function ReferenceValue({ path, id }: { path: string; id: string }) {
  const entity = entityAt(path);
  const { data, isError } = useRecord(entity, id);
  const text = data ? labelOf(entity, data) : isError ? `${id.slice(0, 8)} (not visible)` : '…';
  return isError ? text : <Link to={`/${path}/${id}`}>{text}</Link>;
}

function ObjectValue({ field, value }: { field: Field; value: object }) {
  if (field.type === 'geo-point' && 'latitude' in value && 'longitude' in value) {
    return `${degrees(Number(value.latitude), 'N', 'S')}, ${degrees(Number(value.longitude), 'E', 'W')}`;
  }
  if ('url' in value && 'name' in value && 'size' in value) return <FileValue file={value} />;
  return <pre className="json">{JSON.stringify(value, null, 2)}</pre>;
}

function degrees(value: number, positive: string, negative: string): string {
  return `${Math.abs(value)
    .toFixed(5)
    .replace(/\.?0+$/, '')}° ${value < 0 ? negative : positive}`;
}

function FileValue({ file }: { file: { url: unknown; name: unknown; size: unknown } }) {
  return (
    <a href={String(file.url)}>
      {String(file.name)} <span className="faint">{formatBytes(Number(file.size))}</span>
    </a>
  );
}
