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
] as const;
export type FieldType = (typeof fieldTypes)[number];

/** Where a rating ends that names no `max`: five stars. It begins at 1. */
export const RATING_MAX = 5;

/** camelCase, letters and digits only. */
export const FIELD_NAME = /^[a-z][A-Za-z0-9]{0,47}$/;
