import { FILE_BYTES, type Field, imageTypes, mediaTypes } from '@quantumlayer/contracts';
import { BlueprintUnsound } from '../stack.ts';
import { snake, upperFirst } from './identifiers.ts';
import type { EntityModel, NestedNames, UploadModel } from './model.ts';

export type UploadType = 'file' | 'image';

/** What is in it comes apart from the other members of a row. */
export function isUpload(field: Field): field is Field & { type: UploadType } {
  return field.type === 'file' || field.type === 'image';
}

type Names = {
  tableName: (wanted: string) => string;
  nested: (parent: string, name: string) => NestedNames;
};

export function nameUpload(
  { name: entity, variable, table }: EntityModel,
  { field, name }: { field: Field; name: string },
  { tableName, nested }: Names,
): UploadModel {
  const path = `${entity}.${field.name}`;
  if (field.required) {
    throw new BlueprintUnsound(path, 'a file comes after its row; it cannot be required');
  }
  if (field.unique || field.default !== undefined) {
    throw new BlueprintUnsound(path, 'a file is neither unique nor there by default');
  }
  const known: readonly string[] = field.type === 'image' ? imageTypes : mediaTypes;
  const allowed = field.mediaTypes ?? mediaTypes.filter((type) => known.includes(type));
  if (!allowed.every((type) => known.includes(type))) {
    throw new BlueprintUnsound(path, `an image is one of ${known.join(', ')}`);
  }
  const own = tableName(`${table}_${snake(name)}_file`);
  return {
    ...{ name, field, table: own, nested: nested(entity, name) },
    foreignKeyName: tableName(`${own}_row_id_fkey`),
    variable: `${variable}${upperFirst(name)}Files`,
    maxBytes: field.maxBytes ?? FILE_BYTES,
    mediaTypes: allowed,
  };
}
