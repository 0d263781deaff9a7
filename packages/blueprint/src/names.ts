import { plural, singular } from './text/nouns.ts';

const MAX_NAME = 48;
/** Own properties of every JavaScript object: never a name, however harmless it looks. */
const DANGEROUS = new Set([
  'constructor',
  'prototype',
  'proto',
  'toString',
  'valueOf',
  'hasOwnProperty',
  'isPrototypeOf',
  'propertyIsEnumerable',
  'toLocaleString',
  'toJSON',
  'defineGetter',
  'then',
]);
/** Columns that every entity gets. */
const BUILT_IN = new Set(['id', 'createdAt', 'updatedAt']);

function letters(word: string): string {
  return word.normalize('NFKD').replace(/[^A-Za-z0-9]/g, '');
}

function pascal(words: readonly string[]): string {
  return words
    .map(letters)
    .filter((word) => word !== '')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
    .replace(/^\d+/, '')
    .slice(0, MAX_NAME);
}

/** `['line', 'items']` -> `LineItem`; null when nothing usable remains. */
export function toEntityName(words: readonly string[]): string | null {
  const last = words.at(-1);
  if (last === undefined) return null;
  const name = pascal([...words.slice(0, -1), singular(last)]);
  if (!/^[A-Z]/.test(name)) return null;
  return DANGEROUS.has(lowerFirst(name)) ? `${name.slice(0, MAX_NAME - 6)}Record` : name;
}

/** `LineItem` -> `LineItems`, `Person` -> `People`; differs from the singular whenever English allows. */
export function toPluralName(entity: string): string {
  const match = /^(.*?)([A-Z][a-z0-9]*|[A-Z]+)$/.exec(entity);
  const head = match?.[1] ?? '';
  const last = match?.[2] ?? entity;
  const many = plural(last.toLowerCase());
  return `${head}${last.charAt(0)}${many.slice(1)}`.slice(0, MAX_NAME);
}

/** `['due', 'date']` -> `dueDate`; null when nothing usable remains. */
export function toFieldName(words: readonly string[]): string | null {
  const name = lowerFirst(pascal(words));
  if (!/^[a-z]/.test(name)) return null;
  return DANGEROUS.has(name) ? `${name.slice(0, MAX_NAME - 5)}Value` : name;
}

export function isBuiltIn(field: string): boolean {
  return BUILT_IN.has(field);
}

/** First name of `wanted`, `wanted2`, ... that `taken` lacks. */
export function uniqueName(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  for (let count = 2; ; count += 1) {
    const name = `${wanted.slice(0, MAX_NAME - 4)}${count}`;
    if (!taken.has(name)) return name;
  }
}

export function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

export function upperFirst(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** kebab-case name of an app. */
export function toAppName(words: readonly string[]): string | null {
  const name = words
    .map((word) => letters(word).toLowerCase())
    .filter((word) => word !== '')
    .join('-')
    .replace(/^[^a-z]+/, '')
    .slice(0, 50)
    .replace(/-+$/, '');
  return name === '' ? null : name;
}
