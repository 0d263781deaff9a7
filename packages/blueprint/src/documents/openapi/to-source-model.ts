import type { ApiContract, Member, Resource, ValueKind } from '@quantumlayer/contracts';
import {
  createNotes,
  type SourceField,
  type SourceModel,
  type SourceRelation,
} from '../source-model.ts';

const TYPES: Readonly<Record<ValueKind, SourceField['type']>> = {
  text: 'text',
  integer: 'integer',
  number: 'decimal',
  boolean: 'boolean',
  json: 'json',
  file: 'file',
  password: 'password',
};

/** What a contract stores, as every other document says it. */
export function toSourceModel({ resources }: ApiContract, title: string): SourceModel {
  const names = new Set(resources.map(({ name }) => name));
  return {
    title,
    entities: resources.map((resource) => ({
      ...{
        key: resource.name,
        line: 1,
        fields: fieldsOf(resource),
        computed: [],
        uniqueTogether: [],
        orders: [],
      },
      ...{ softDelete: false, optimisticLocking: false },
    })),
    relations: resources.flatMap((resource) => relationsOf(resource, names)),
    notes: createNotes(),
  };
}

function fieldsOf(resource: Resource): SourceField[] {
  const shown = resource.members.filter(
    ({ refers, name }) => refers === undefined && name !== resource.key.member,
  );
  const fields = shown.slice(0, 100).map((member) => toField(member));
  return fields.length > 0
    ? fields
    : [toField({ name: 'note', column: 'note', kind: 'text', nullable: true })];
}

function toField({ name, kind, unique }: Member): SourceField {
  const isComparable = kind === 'text' || kind === 'integer';
  return {
    key: name,
    line: 1,
    type: TYPES[kind],
    required: false,
    unique: unique === true && isComparable,
  };
}

function relationsOf(resource: Resource, names: ReadonlySet<string>): SourceRelation[] {
  return resource.members.flatMap(({ name, refers, nullable }) =>
    refers !== undefined && names.has(refers)
      ? [
          {
            key: name,
            kind: 'many-to-one' as const,
            from: resource.name,
            to: refers,
            name: name.replace(/_?id$/i, ''),
            inverse: null,
            required: !nullable,
            onDelete: 'cascade' as const,
            line: 1,
          },
        ]
      : [],
  );
}
