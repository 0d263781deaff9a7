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
  'multi-choice',
  'geo-point',
  'password',
  'file',
  'image',
] as const;
export type FieldType = (typeof fieldTypes)[number];

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

/** Where a rating ends that names no `max`: five stars. It begins at 1. */
export const RATING_MAX = 5;

/** camelCase, letters and digits only. */
export const FIELD_NAME = /^[a-z][A-Za-z0-9]{0,47}$/;
