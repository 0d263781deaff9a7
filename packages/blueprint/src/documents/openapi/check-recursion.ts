import { asList, asObject, isObject, type JsonObject } from './json-value.ts';
import type { Step } from './parse-text.ts';

type Fail = (path: readonly Step[], message: string) => never;
const COMPONENT = /^#\/components\/schemas\/([^/]+)$/;

/** Schemas of which a value would have to hold another one of itself, without end; `fail` is told where. */
export function checkRecursion(schemas: JsonObject, fail: Fail): void {
  const ending = new Set<string>();
  for (let size = -1; size !== ending.size; ) {
    size = ending.size;
    for (const [name, schema] of Object.entries(schemas))
      if (ends(schema, ending)) ending.add(name);
  }
  for (const [name, schema] of Object.entries(schemas)) {
    if (ending.has(name) || !isObject(schema)) continue;
    fail(
      ['components', 'schemas', name, ...endlessIn(schema, ending)],
      `The schema contradicts itself: a value of ${name.slice(0, 60)} would have to hold another one, without end, so that no value fits.`,
    );
  }
}

/** Whether a value of the schema can come to an end, given the components that do. */
function ends(schema: unknown, ending: ReadonlySet<string>): boolean {
  if (!isObject(schema)) return true;
  if (typeof schema.$ref === 'string') return endsBehind(schema.$ref, ending);
  const types = Array.isArray(schema.type) ? schema.type : [schema.type];
  if (schema.nullable === true || types.includes('null')) return true;
  if (schema.enum !== undefined || schema.const !== undefined) return true;
  if (!asList(schema.allOf).every((each) => ends(each, ending))) return false;
  for (const variants of [asList(schema.anyOf), asList(schema.oneOf)])
    if (variants.length > 0 && !variants.some((each) => ends(each, ending))) return false;
  return endlessMember(schema, ending) === null && !isEndlessList(schema, ending);
}

function endsBehind(reference: string, ending: ReadonlySet<string>): boolean {
  const name = COMPONENT.exec(reference)?.[1];
  return name === undefined || ending.has(name.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** A required property that comes to no end. */
function endlessMember(schema: JsonObject, ending: ReadonlySet<string>): string | null {
  const properties = asObject(schema.properties);
  const found = asList(schema.required).find(
    (name) => typeof name === 'string' && !ends(properties[name], ending),
  );
  return typeof found === 'string' ? found : null;
}

function isEndlessList(
  { type, items, minItems }: JsonObject,
  ending: ReadonlySet<string>,
): boolean {
  return type === 'array' && Number(minItems ?? 0) > 0 && !ends(items, ending);
}

function endlessIn(schema: JsonObject, ending: ReadonlySet<string>): Step[] {
  const member = endlessMember(schema, ending);
  if (member !== null) return ['properties', member];
  return isEndlessList(schema, ending) ? ['items'] : [];
}
