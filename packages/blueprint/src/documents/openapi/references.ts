import { DocumentInvalid } from '../document-invalid.ts';
import { isObject, type JsonObject, memberOf } from './json-value.ts';
import type { ParsedText, Step } from './parse-text.ts';

const MOST_HOPS = 50;

/** What a local reference points to; undefined when there is nothing. */
function lookUp(root: unknown, reference: string): unknown {
  if (reference === '#') return root;
  if (!reference.startsWith('#/')) return undefined;
  let place: unknown = root;
  for (const step of stepsOf(reference)) {
    place = Array.isArray(place) ? place[Number(step)] : memberOf(place, step);
    if (place === undefined) return undefined;
  }
  return place;
}

function stepsOf(reference: string): string[] {
  return reference
    .slice(2)
    .split('/')
    .map((step) => {
      const plain = step.replaceAll('~1', '/').replaceAll('~0', '~');
      try {
        return decodeURIComponent(plain);
      } catch {
        return plain;
      }
    });
}

/** The object itself behind any number of references, and the name of the last one. */
export function resolve(root: unknown, value: unknown): { value: JsonObject; name: string | null } {
  let place = value;
  let name: string | null = null;
  for (let hops = 0; hops < MOST_HOPS; hops += 1) {
    const reference = memberOf(place, '$ref');
    if (typeof reference !== 'string') break;
    name = stepsOf(reference).at(-1) ?? null;
    place = lookUp(root, reference);
  }
  return { value: isObject(place) ? place : {}, name };
}

/** Every reference leads to something in this document; nothing is fetched. */
export function checkReferences({ root, positionOf }: ParsedText): void {
  const visit = (value: unknown, path: readonly Step[]): void => {
    if (Array.isArray(value)) {
      for (const [at, each] of value.entries()) visit(each, [...path, at]);
      return;
    }
    if (!isObject(value)) return;
    const { $ref } = value;
    const isReference = typeof $ref === 'string' && path.at(-1) !== 'properties';
    if (isReference && !isExample(path))
      checkReference(root, $ref, () => positionOf([...path, '$ref']));
    for (const [key, each] of Object.entries(value)) visit(each, [...path, key]);
  };
  visit(root, []);
  checkRings(root, positionOf);
}

function isExample(path: readonly Step[]): boolean {
  return path.some((step) => step === 'example' || step === 'examples' || step === 'default');
}

function checkReference(
  root: unknown,
  reference: string,
  position: () => { line: number; column: number },
): void {
  const shown = reference.slice(0, 120);
  if (!reference.startsWith('#'))
    throw new DocumentInvalid(
      'document-invalid',
      `The reference ${shown} leads out of the document; it is not fetched. Put what it names into this document.`,
      position(),
    );
  if (lookUp(root, reference) === undefined)
    throw new DocumentInvalid(
      'document-invalid',
      `The reference ${shown} leads to nothing.`,
      position(),
    );
  if (isCircle(root, reference))
    throw new DocumentInvalid(
      'document-invalid',
      `The reference ${shown} leads to itself.`,
      position(),
    );
}

function isCircle(root: unknown, reference: string): boolean {
  const seen = new Set<string>();
  let next: unknown = reference;
  while (typeof next === 'string') {
    if (seen.has(next)) return true;
    seen.add(next);
    next = memberOf(lookUp(root, next), '$ref');
  }
  return false;
}

/** A schema that joins itself holds itself without end. */
function checkRings(root: unknown, positionOf: ParsedText['positionOf']): void {
  const schemas = memberOf(memberOf(root, 'components'), 'schemas');
  for (const name of Object.keys(isObject(schemas) ? schemas : {})) {
    if (!joinsItself(root, memberOf(schemas, name), memberOf(schemas, name), 0)) continue;
    const message = `The schema ${name.slice(0, 80)} joins itself by allOf.`;
    throw new DocumentInvalid(
      'document-invalid',
      message,
      positionOf(['components', 'schemas', name, 'allOf']),
    );
  }
}

function joinsItself(root: unknown, wanted: unknown, schema: unknown, depth: number): boolean {
  const joined = memberOf(schema, 'allOf');
  if (!Array.isArray(joined) || depth > MOST_HOPS) return depth > MOST_HOPS;
  return joined.some((each) => {
    const { value } = resolve(root, each);
    return value === wanted || joinsItself(root, wanted, value, depth + 1);
  });
}
