// Without zod, so that a browser can have these without it.

import type { Field } from './blueprint.ts';
import { fieldLegality, fieldTypes } from './field-types.ts';

type MediaType = NonNullable<Field['mediaTypes']>[number];

const EXAMPLES = ['first', 'second'];

/** Another type makes the rules of the old one void; what is chosen from values begins with some. */
export function withType(field: Field, chosen: string): Field {
  const { name, required, unique, description, computed } = field;
  const type = fieldTypes.find((one) => one === chosen) ?? 'string';
  const { canBeRequired, canBeUnique, leastValues } = fieldLegality[type];
  return {
    name,
    type,
    required: required && canBeRequired,
    unique: unique && canBeUnique,
    ...(description !== undefined && { description }),
    ...(computed !== undefined && { computed }),
    ...(leastValues !== null && { values: field.values ?? EXAMPLES.slice(0, leastValues) }),
  };
}

/** The values of a text with commas between them; none at all change nothing. */
export function withValues(field: Field, text: string): Field {
  const values = [...new Set(text.split(',').map((value) => value.trim()))].filter(Boolean);
  if (values.length === 0) return field;
  const { default: chosen, ...rest } = field;
  return {
    ...rest,
    values,
    ...(typeof chosen === 'string' && values.includes(chosen) && { default: chosen }),
  };
}

/** A property of a field as it is typed: an empty text takes it away, and what is no number is left as it was. */
export function withNumber(
  field: Field,
  property: 'min' | 'max' | 'minLength' | 'maxLength' | 'maxBytes',
  typed: string,
): Field {
  const { [property]: _before, ...rest } = field;
  if (typed.trim() === '') return rest;
  const value = Number(typed);
  return Number.isFinite(value) ? { ...rest, [property]: value } : field;
}

export function withDefault(field: Field, typed: string): Field {
  const { default: _before, ...rest } = field;
  if (typed === '') return rest;
  const { defaultOf } = fieldLegality[field.type];
  if (defaultOf === 'boolean') return { ...rest, default: typed === 'true' };
  if (defaultOf !== 'number' && defaultOf !== 'integer') return { ...rest, default: typed };
  const value = Number(typed);
  return Number.isFinite(value) ? { ...rest, default: value } : field;
}

export function withDescription(field: Field, typed: string): Field {
  const { description: _before, ...rest } = field;
  return typed.trim() === '' ? rest : { ...rest, description: typed.trim() };
}

/** Allowed or not; none and all of them are the same as saying nothing. */
export function withMediaType(
  field: Field,
  all: readonly MediaType[],
  type: MediaType,
  isAllowed: boolean,
): Field {
  const { mediaTypes: before = [], ...rest } = field;
  const now = all.filter((one) => {
    const was = before.length === 0 || before.some((each) => each === one);
    return one === type ? isAllowed : was;
  });
  if (now.length === 0) return field;
  return now.length === all.length ? rest : { ...rest, mediaTypes: now };
}
