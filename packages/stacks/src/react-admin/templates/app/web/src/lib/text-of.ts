import { capital, type Entity, type Field, humanise, type Row } from './entity.ts';
import {
  formatChoices,
  formatCountry,
  formatDate,
  formatDecimal,
  formatDuration,
  formatInstant,
  formatLocale,
  formatTime,
  formatWhole,
} from './format.ts';

/** A value as people read it, where there is only text. */
export function textOf(field: Field, value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number') return formatWhole(value);
  if (Array.isArray(value)) return formatChoices(value.map(String));
  return typeof value === 'string' ? formatText(field, value) : JSON.stringify(value);
}

function formatText({ type, scale }: Field, value: string): string {
  switch (type) {
    case 'enum':
      return humanise(value);
    case 'money':
      return formatDecimal(value, scale ?? 2);
    case 'decimal':
      return formatDecimal(value);
    case 'percentage':
      return `${formatDecimal(value)} %`;
    case 'date':
      return formatDate(value);
    case 'datetime':
      return formatInstant(value);
    case 'time':
      return formatTime(value);
    case 'duration':
      return formatDuration(value);
    case 'country':
      return formatCountry(value);
    case 'locale':
      return formatLocale(value);
    default:
      return value;
  }
}

/** What is shown of a record where there is room for one line. */
export function labelOf({ label, fields, title }: Entity, row: Row): string {
  const field = fields.find(({ name }) => name === label);
  const text = field === undefined ? '' : textOf(field, row[field.name]);
  return text === '' ? `${capital(title)} ${row.id.slice(0, 8)}` : inOneLine(text);
}

const LONGEST_LABEL = 80;

function inOneLine(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length <= LONGEST_LABEL ? line : `${line.slice(0, LONGEST_LABEL - 1).trimEnd()}…`;
}
