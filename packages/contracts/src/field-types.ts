// Without zod, so that a browser can have these without it.

/** Field types of blueprint version 1. Later versions only add to this list. */
export const fieldTypes = [
  'string',
  'text',
  'slug',
  'email',
  'phone',
  'url',
  'integer',
  'decimal',
  'money',
  'percentage',
  'boolean',
  'date',
  'time',
  'datetime',
  'duration',
  'uuid',
  'enum',
  'json',
  'rating',
  'colour',
  'country',
  'locale',
  'ip-address',
  'multi-choice',
  'geo-point',
  'password',
  'file',
  'image',
] as const;
export type FieldType = (typeof fieldTypes)[number];

/** What the rules of a field may say, by its type; anything else is refused. */
export type FieldLegality = {
  /** `min` and `max` of numbers, `minLength` and `maxLength` of text, only `max` of a scale, `maxBytes` of files. */
  bounds: 'numbers' | 'lengths' | 'scale' | 'bytes' | null;
  /** Lists its `values`, of which it has at least so many. */
  leastValues: number | null;
  canBeRequired: boolean;
  canBeUnique: boolean;
  /** What a default is; null where there is none. */
  defaultOf: 'text' | 'number' | 'integer' | 'boolean' | 'value' | null;
};

const text: FieldLegality = {
  ...{ bounds: 'lengths', leastValues: null, canBeRequired: true, canBeUnique: true },
  defaultOf: 'text',
};
const number: FieldLegality = { ...text, bounds: 'numbers', defaultOf: 'number' };
const plain: FieldLegality = { ...text, bounds: null };
/** It is put after its record was made, and never compared. */
const file: FieldLegality = {
  ...{ bounds: 'bytes', leastValues: null, canBeRequired: false, canBeUnique: false },
  defaultOf: null,
};

export const fieldLegality: Readonly<Record<FieldType, FieldLegality>> = {
  string: text,
  text,
  slug: text,
  email: text,
  phone: text,
  url: text,
  integer: { ...number, defaultOf: 'integer' },
  decimal: number,
  money: number,
  percentage: number,
  boolean: { ...plain, defaultOf: 'boolean' },
  date: plain,
  time: plain,
  datetime: plain,
  duration: { ...number, defaultOf: 'text' },
  uuid: plain,
  enum: { ...plain, leastValues: 1, defaultOf: 'value' },
  json: { ...plain, defaultOf: null },
  rating: { ...number, bounds: 'scale', defaultOf: 'integer' },
  colour: plain,
  country: plain,
  locale: plain,
  'ip-address': plain,
  'multi-choice': { ...plain, leastValues: 2, defaultOf: 'value' },
  'geo-point': { ...plain, canBeUnique: false, defaultOf: null },
  password: { ...text, canBeUnique: false, defaultOf: null },
  file,
  image: file,
};

/** What can be told from the bytes of a file; SVG is no image here, since it can hold scripts. */
export const imageTypes = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'] as const;
export const mediaTypes = [
  ...imageTypes,
  'application/pdf',
  'application/zip',
  'text/plain',
] as const;
export type MediaType = (typeof mediaTypes)[number];

/** How many bytes a file may have that names no `maxBytes`, and the most that a blueprint may allow. */
export const FILE_BYTES = 5_000_000;
export const MOST_FILE_BYTES = 20_000_000;
/** Fewer bytes are no file of the kinds above: its head alone has up to thirty. */
export const LEAST_FILE_BYTES = 64;

/** Where a rating ends that names no `max`: five stars. It begins at 1. */
export const RATING_MAX = 5;

/** camelCase, letters and digits only. */
export const FIELD_NAME = /^[a-z][A-Za-z0-9]{0,47}$/;
