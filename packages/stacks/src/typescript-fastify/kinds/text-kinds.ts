import type { Field } from '@quantumlayer/contracts';
import { BlueprintUnsound } from '../../stack.ts';
import type { FieldKind } from '../field-kind.ts';
import { kebab, sentence, upperFirst } from '../identifiers.ts';
import { sqlString, tsString } from '../text.ts';
import { NUMBER_IS_NOT_TEXT, ordinary, textDefault } from './common.ts';

type TextType = 'string' | 'text' | 'slug' | 'email' | 'phone' | 'url';
type Lengths = { min: number; max: number };

const DEFAULT_MAX: Readonly<Record<TextType, number>> = {
  string: 255,
  text: 10_000,
  slug: 120,
  email: 254,
  phone: 32,
  url: 2_048,
};
/** The request body is limited to 1 MiB, so longer values could not arrive. */
const LONGEST = 100_000;

/** Shortest and longest value that the rules of the type and of the field allow together. */
function lengthsOf(field: Field, path: string, type: TextType, shortest: number): Lengths {
  const min = Math.max(field.minLength ?? 0, field.required || shortest > 1 ? shortest : 0);
  const ceiling = type === 'string' || type === 'text' || type === 'url' ? LONGEST : 254;
  const max = Math.min(field.maxLength ?? Math.max(DEFAULT_MAX[type], min), ceiling);
  if (min <= max) return { min, max };
  throw new BlueprintUnsound(path, `a ${type} needs ${min} characters, but may have only ${max}`);
}

function defaultOf(field: Field, path: string, isValid: (value: string) => boolean) {
  const value = textDefault(field, path, isValid);
  return value === null ? null : { typescript: tsString(value), sql: sqlString(value) };
}

const isStorable = (value: string) => !value.includes('\0') && value.isWellFormed();

function invalidText({ min, max }: Lengths): FieldKind['invalid'] {
  return [
    NUMBER_IS_NOT_TEXT,
    ...(min > 0 ? [{ what: 'too short', value: min === 1 ? "''" : `'x'.repeat(${min - 1})` }] : []),
    { what: 'too long', value: `'x'.repeat(${max + 1})` },
    { what: 'a NUL character', value: min > 2 ? `\`\${'x'.repeat(${min - 1})}\\0\`` : "'a\\0'" },
  ];
}

/** `Title 7`, cut and padded to what the field allows. */
function sampleText(label: string, { min, max }: Lengths): string {
  const digits = "String(n).padStart(4, '0')";
  if (max < 4) return `n.toString(36).padStart(${Math.max(min, 1)}, '0').slice(-${max})`;
  const room = max - 5;
  const start = room > 0 ? `${label.slice(0, room).trimEnd()} ` : '';
  const short = `\`${start}\${${digits}}\``;
  return start.length + 4 >= min ? short : `${short}.padEnd(${min}, '.')`;
}

function plainText(field: Field, path: string, type: 'string' | 'text'): FieldKind {
  const lengths = lengthsOf(field, path, type, 1);
  const options =
    lengths.min > 0 ? `{ min: ${lengths.min}, max: ${lengths.max} }` : `{ max: ${lengths.max} }`;
  const fits = (value: string) =>
    isStorable(value) && value.length >= lengths.min && value.length <= lengths.max;
  const bounded = type === 'string';
  return {
    ...ordinary,
    module: 'text',
    imports: ['text'],
    schema: `text(${options})`,
    builder: bounded ? 'varchar' : 'text',
    builderArguments: bounded ? `{ length: ${lengths.max} }` : '',
    sqlType: bounded ? `varchar(${lengths.max})` : 'text',
    filter: bounded ? 'equals' : 'none',
    sortable: bounded,
    searchable: true,
    sample: sampleText(upperFirst(sentence(field.name)), lengths),
    capacity: lengths.max < 4 ? 36 ** Math.min(lengths.max, 3) - 1 : ordinary.capacity,
    invalid: invalidText(lengths).slice(0, bounded ? 4 : 3),
    defaultValue: defaultOf(field, path, fits),
  };
}

function patterned(
  field: Field,
  path: string,
  options: {
    type: Exclude<TextType, 'string' | 'text'>;
    pattern: RegExp;
    shortest: number;
    sample: (lengths: Lengths) => string;
    wrong: string[];
  },
): FieldKind {
  const { type, pattern } = options;
  const lengths = lengthsOf(field, path, type, options.shortest);
  if (lengths.max < options.shortest) {
    throw new BlueprintUnsound(
      path,
      `a ${type} cannot be shorter than ${options.shortest} characters`,
    );
  }
  const fits = (value: string) => pattern.test(value) && value.length <= lengths.max;
  return {
    ...ordinary,
    module: type,
    imports: [type],
    schema: `${type}({ max: ${lengths.max} })`,
    builder: 'varchar',
    builderArguments: `{ length: ${lengths.max} }`,
    sqlType: `varchar(${lengths.max})`,
    searchable: true,
    sample: options.sample(lengths),
    invalid: [
      NUMBER_IS_NOT_TEXT,
      ...options.wrong.map((value) => ({ what: `not a ${type}`, value })),
    ],
    defaultValue: defaultOf(field, path, fits),
  };
}

/** Fixed text around a number, shortened when the field is narrow. */
function around(before: string, after: string, { max }: Lengths): string {
  const kept = before.slice(0, Math.max(0, max - after.length - 5)).replace(/-$/, '');
  return `\`${kept}${kept === before ? '' : ''}\${n}${after}\``;
}

export const textKinds: Readonly<Record<TextType, (field: Field, path: string) => FieldKind>> = {
  string: (field, path) => plainText(field, path, 'string'),
  text: (field, path) => plainText(field, path, 'text'),
  slug: (field, path) =>
    patterned(field, path, {
      type: 'slug',
      pattern: /^[a-z0-9]+(-[a-z0-9]+)*$/,
      shortest: 6,
      sample: (lengths) => around(`${kebab(field.name)}-`, '', lengths),
      wrong: ["'Not a Slug'", "'a-slug-'", "'-a-slug'"],
    }),
  email: (field, path) =>
    patterned(field, path, {
      type: 'email',
      pattern: /^[^\s@]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/,
      shortest: 24,
      sample: (lengths) => around('person', '@example.com', lengths),
      wrong: ["'not an address'", "'a@b.example c'"],
    }),
  phone: (field, path) =>
    patterned(field, path, {
      type: 'phone',
      pattern: /^[+]?[0-9][0-9 ().-]{2,}$/,
      shortest: 12,
      sample: () => "`+1555${String(n).padStart(7, '0')}`",
      wrong: ["'call me'", "'555 1234 x'", "'x 555 1234'"],
    }),
  url: (field, path) =>
    patterned(field, path, {
      type: 'url',
      pattern: /^https?:\/\/[^\s]+$/,
      shortest: 30,
      sample: (lengths) => around('https://example.com/', '', lengths),
      wrong: ["'javascript:alert(1)'"],
    }),
};
