import { type Field, fieldLegality } from '@quantumlayer/contracts';
import { withType } from '@quantumlayer/contracts/retype-field';
import type { Qualities } from '../grammar/statements.ts';
import { countryCode } from './country-code.ts';
import type { Lack, Value } from './instruction.ts';

type Described = { field: Field } | { reason: string };

/** A field with what is newly said of it; whatever is not spoken of stays. */
export function describeField(
  field: Field,
  qualities: Qualities,
  lacks: readonly Lack[],
): Described {
  if (field.computed !== undefined && Object.keys(qualities).length > 0)
    return { reason: `${field.name} is worked out, and never given` };
  const typed = withSaidType(field, qualities);
  const { canBeRequired, canBeUnique, bounds } = fieldLegality[typed.type];
  if (qualities.required === true && !canBeRequired)
    return { reason: `a ${typed.type} is put after its record was made; it cannot be required` };
  if (qualities.unique === true && !canBeUnique)
    return { reason: `what is of the type ${typed.type} cannot be unique` };
  const bounded = withBounds(withoutLacks(typed, lacks), qualities);
  if (hasBounds(qualities) && bounds === null)
    return { reason: `what is of the type ${typed.type} has no bounds` };
  const next: Field = {
    ...bounded,
    ...(qualities.required === true && { required: true }),
    ...(qualities.optional === true && { required: false }),
    ...(qualities.unique === true && { unique: true }),
  };
  return qualities.default === undefined ? { field: next } : withDefault(next, qualities.default);
}

/** A list of values makes a choice of anything; the values of a choice are replaced. */
function withSaidType(field: Field, { type, values, several }: Qualities): Field {
  if (values !== undefined) {
    const isChoice = field.type === 'multi-choice' || several === true;
    const typed = withType(field, isChoice ? 'multi-choice' : 'enum');
    return keepDefault({ ...typed, values: [...new Set(values)] }, field);
  }
  return type === undefined || type === 'enum' || type === field.type
    ? field
    : keepDefault(withType(field, type), field);
}

function keepDefault(next: Field, before: Field): Field {
  if (before.default === undefined) return next;
  const kept = withDefault(next, before.default);
  return 'field' in kept ? kept.field : next;
}

function withoutLacks(field: Field, lacks: readonly Lack[]): Field {
  const next = { ...field };
  if (lacks.includes('unique')) next.unique = false;
  if (lacks.includes('default')) delete next.default;
  if (lacks.includes('bounds'))
    for (const bound of ['min', 'max', 'minLength', 'maxLength'] as const) delete next[bound];
  return next;
}

function hasBounds({ min, max, above, below, minLength, maxLength }: Qualities): boolean {
  return [min, max, above, below, minLength, maxLength].some((bound) => bound !== undefined);
}

function withBounds(field: Field, qualities: Qualities): Field {
  const step = field.type === 'integer' || field.type === 'duration' ? 1 : 0.01;
  const { above, below } = qualities;
  const min = qualities.min ?? (above === undefined ? undefined : round(above + step));
  const max = qualities.max ?? (below === undefined ? undefined : round(below - step));
  const { minLength, maxLength } = qualities;
  if (fieldLegality[field.type].bounds === 'lengths')
    return {
      ...field,
      ...(minLength !== undefined && { minLength }),
      ...(maxLength !== undefined && { maxLength }),
      ...(min !== undefined && minLength === undefined && { minLength: min }),
      ...(max !== undefined && maxLength === undefined && { maxLength: max }),
    };
  return {
    ...field,
    ...(min !== undefined && !(field.type === 'rating' && min === 1) && { min }),
    ...(max !== undefined && { max }),
  };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function withDefault(field: Field, given: Value): Described {
  const value = fitDefault(field, given);
  return value === null
    ? { reason: `the default ${JSON.stringify(given)} does not fit ${field.name} (${field.type})` }
    : { field: { ...field, default: value } };
}

/** A default in the form in which the type takes it; null where it takes none like that. */
export function fitDefault(field: Field, given: Value): Value | null {
  const { defaultOf } = fieldLegality[field.type];
  const text = String(given);
  switch (defaultOf) {
    case 'boolean':
      return typeof given === 'boolean' ? given : (YES_NO[text.toLowerCase()] ?? null);
    case 'value':
      return field.values?.find((value) => value.toLowerCase() === text.toLowerCase()) ?? null;
    case 'number':
    case 'integer': {
      const fits = typeof given === 'number' && (defaultOf === 'number' || Number.isInteger(given));
      return fits ? given : null;
    }
    case 'text':
      return fitText(field, text);
    case null:
      return null;
  }
}

const YES_NO: Readonly<Record<string, boolean>> = {
  ...{ yes: true, true: true, on: true, no: false, false: false, off: false },
};

const FORMS: Readonly<Partial<Record<Field['type'], RegExp>>> = {
  date: /^(today|\d{4}-\d\d-\d\d)$/,
  datetime: /^(now|\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d))$/,
  time: /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/,
  colour: /^#[0-9a-f]{6}$/,
  email: /^[^@\s]+@[^@\s]+$/,
  url: /^https?:\/\/\S+$/,
};

function fitText({ type }: Field, text: string): string | null {
  if (type === 'country') return countryCode(text);
  if (type === 'datetime' && text === 'today') return 'now';
  if (type === 'date' && text === 'now') return 'today';
  return FORMS[type]?.test(text) === false ? null : text;
}
