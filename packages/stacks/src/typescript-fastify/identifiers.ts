import { createHash } from 'node:crypto';

/** PostgreSQL cuts identifiers at 63 bytes; ours are ASCII and end in a hash when they are cut. */
const MAX_IDENTIFIER = 63;

/** `LineItem` and `HTTPServer` as words: `line item`, `http server`. */
function words(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(' ');
}

export const kebab = (name: string): string => words(name).join('-');
export const snake = (name: string): string => words(name).join('_');
export const sentence = (name: string): string => words(name).join(' ');
export const lowerFirst = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
export const upperFirst = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** At most 63 characters, still distinct when cut. */
export function fitIdentifier(name: string): string {
  if (name.length <= MAX_IDENTIFIER) return name;
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 8);
  return `${name.slice(0, MAX_IDENTIFIER - 9)}_${hash}`;
}

/** Hands out names that are used once; a taken name gets the next free number after `separator`. */
export function createNames(taken: Iterable<string>, separator: string) {
  const used = new Set(taken);
  return (wanted: string): string => {
    let name = fitIdentifier(wanted);
    for (let count = 2; used.has(name); count += 1) {
      name = fitIdentifier(`${wanted}${separator}${count}`);
    }
    used.add(name);
    return name;
  };
}
