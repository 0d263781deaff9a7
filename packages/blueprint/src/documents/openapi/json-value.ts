export type JsonObject = { readonly [key: string]: unknown };

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An object, or an empty one in place of anything else. */
export function asObject(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The own member of an object, whatever its name. */
export function memberOf(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** The description, with what its commas cut off where YAML stands in braces: `{ description: Not valid, or not there }`. */
export function descriptionOf(object: JsonObject): string {
  const said = asText(object.description);
  if (said === '') return '';
  const cut = Object.entries(object).filter(([name, value]) => value === null && /\s/.test(name));
  return [said, ...cut.map(([name]) => name)].join(', ');
}
