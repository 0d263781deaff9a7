import type { Field, Row } from './entity.ts';
import { parseDuration, toLocalInput } from './format.ts';

/** What stands in an input: text of most fields, a list of choices, two texts of a place. */
export type Draft = string | readonly string[] | Place;
export type Place = { latitude: string; longitude: string };
export type Drafts = Readonly<Record<string, Draft>>;

/** What a form begins with: the record, or what new records start with. */
export function draftsOf(fields: readonly Field[], row: Row | undefined, given: Drafts): Drafts {
  const drafts = fields.map((field) => {
    const start = row === undefined ? initialOf(field) : row[field.name];
    return [field.name, toDraft(field, start)] as const;
  });
  return { ...Object.fromEntries(drafts), ...given };
}

function initialOf({ type, initial, required }: Field): unknown {
  if (initial === 'today') return toLocalInput(new Date().toISOString()).slice(0, 10);
  if (initial === 'now') return new Date(Math.floor(Date.now() / 60_000) * 60_000).toISOString();
  return initial ?? (type === 'boolean' && required ? false : undefined);
}

function toDraft({ type }: Field, value: unknown): Draft {
  if (type === 'multi-choice') return Array.isArray(value) ? value.map(String) : [];
  if (type === 'geo-point') return toPlace(value);
  if (value === null || value === undefined) return '';
  if (type === 'json') return JSON.stringify(value, null, 2);
  if (type === 'datetime') return toLocalInput(String(value));
  if (type === 'time') return String(value).replace(/:00$/, '');
  return String(value);
}

function toPlace(value: unknown): Place {
  if (typeof value !== 'object' || value === null) return { latitude: '', longitude: '' };
  const { latitude, longitude } = Object.fromEntries(Object.entries(value));
  return { latitude: String(latitude), longitude: String(longitude) };
}

/** What the API is sent for it; null for nothing. Text that is no such value stays text, which the schema refuses. */
export function toValue({ type }: Field, draft: Draft): unknown {
  if (isEmpty(draft)) return type === 'multi-choice' ? [] : null;
  if (typeof draft !== 'string') return 'latitude' in draft ? placeValue(draft) : draft;
  switch (type) {
    case 'integer':
    case 'rating':
      return numberOr(draft);
    case 'boolean':
      return draft === 'true';
    case 'datetime':
      return instantOr(draft);
    case 'duration':
      return parseDuration(draft);
    case 'json':
      return jsonOr(draft);
    case 'decimal':
    case 'money':
    case 'percentage':
    case 'slug':
    case 'email':
    case 'phone':
    case 'url':
    case 'uuid':
    case 'colour':
    case 'locale':
    case 'ip-address':
      return draft.trim();
    default:
      return draft;
  }
}

export function isEmpty(draft: Draft): boolean {
  if (typeof draft === 'string') return draft === '';
  return 'latitude' in draft ? draft.latitude + draft.longitude === '' : draft.length === 0;
}

function placeValue({ latitude, longitude }: Place): unknown {
  return { latitude: numberOr(latitude), longitude: numberOr(longitude) };
}

function numberOr(text: string): number | string {
  const number = Number(text.trim().replace(',', '.'));
  return text.trim() === '' || Number.isNaN(number) ? text : number;
}

function instantOr(text: string): string {
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? text : date.toISOString();
}

function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
