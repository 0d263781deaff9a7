import type { Blueprint } from './blueprint.ts';

/** The blueprint that a text is, or null while it is none; whether it can be built is for the factory to say. */
export function toBlueprint(text: string): Blueprint | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  return isBlueprint(value) ? value : null;
}

/** As much of the shape as drawing needs. */
function isBlueprint(value: unknown): value is Blueprint {
  return (
    isRecord(value) &&
    Array.isArray(value.entities) &&
    value.entities.every(
      (entity: unknown) =>
        isNamed(entity) &&
        Array.isArray(entity.fields) &&
        entity.fields.every((field) => isNamed(field) && typeof field.type === 'string') &&
        Array.isArray(entity.relations) &&
        entity.relations.every(
          (relation) => isNamed(relation) && typeof relation.target === 'string',
        ),
    )
  );
}

function isNamed(value: unknown): value is Record<string, unknown> & { name: string } {
  return isRecord(value) && typeof value.name === 'string';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
