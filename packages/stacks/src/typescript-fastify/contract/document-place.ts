export type JsonObject = Readonly<Record<string, unknown>>;

export function asObject(value: unknown): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The object behind any number of references into the document. */
export function behindReferences(document: unknown, value: unknown): JsonObject {
  let found = value;
  for (let hops = 0; hops < 50; hops += 1) {
    const reference = asObject(found).$ref;
    if (typeof reference !== 'string') break;
    found = reference
      .split('/')
      .slice(1)
      .reduce<unknown>(
        (place, step) =>
          asObject(place)[decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~')],
        document,
      );
  }
  return asObject(found);
}

/** An operation of the document, and the path around it. */
export function operationAt(
  document: unknown,
  path: string,
  method: string,
): { item: JsonObject; operation: JsonObject } {
  const item = behindReferences(document, asObject(asObject(document).paths)[path]);
  return { item, operation: asObject(item[method]) };
}
