import type { Blueprint, Field } from '#lib/blueprint.ts';

type Change = (blueprint: Blueprint) => Blueprint;

/** Changes of a blueprint that leave the one they are given as it is. */
function changeFields(entityName: string, change: (fields: Field[]) => Field[]): Change {
  return (blueprint) => ({
    ...blueprint,
    entities: blueprint.entities.map((entity) =>
      entity.name === entityName ? { ...entity, fields: change(entity.fields) } : entity,
    ),
  });
}

export function addField(entityName: string, name: string): Change {
  const field: Field = { name, type: 'string', required: false, unique: false };
  return changeFields(entityName, (fields) => [...fields, field]);
}

export function removeField(entityName: string, name: string): Change {
  return changeFields(entityName, (fields) => fields.filter((field) => field.name !== name));
}

export function changeField(entityName: string, name: string, next: Field): Change {
  return changeFields(entityName, (fields) =>
    fields.map((field) => (field.name === name ? next : field)),
  );
}

/** A name that is taken changes nothing. */
export function renameField(entityName: string, name: string, next: string): Change {
  return changeFields(entityName, (fields) =>
    fields.some((field) => field.name === next)
      ? fields
      : fields.map((field) => (field.name === name ? { ...field, name: next } : field)),
  );
}
