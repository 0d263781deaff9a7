import type { Blueprint, Entity, Field, Reading, Relation } from '@quantumlayer/contracts';
import { uniqueName } from '../names.ts';

/** One thing that a prompt adds; `apply` gives null where there is nothing to add. */
export type Addition = {
  path: string;
  what: string;
  apply: (blueprint: Blueprint) => Blueprint | null;
};

/** What a prompt adds to the blueprint of a document, each by itself and in an order in which it can be added. */
export function additionsOf(base: Blueprint, said: Reading): Addition[] {
  const { blueprint } = said;
  const assumedNames = new Set(
    said.assumptions.map(({ path }) => path).filter((path) => path.endsWith('.name')),
  );
  return [
    ...(blueprint.people === undefined ? [] : [peopleOf(blueprint)]),
    ...blueprint.entities.filter((entity) => find(base, entity.name) === null).map(entityOf),
    ...blueprint.entities.flatMap((entity) =>
      entity.fields
        .filter(({ name }) => !assumedNames.has(`${entity.name}.${name}`))
        .map((field) => fieldOf(entity, field)),
    ),
    ...blueprint.entities.flatMap((entity) =>
      entity.relations
        .filter(({ kind }) => kind === 'belongs-to' || kind === 'many-to-many')
        .map((relation) => relationOf(blueprint, entity, relation)),
    ),
    ...blueprint.entities.flatMap(rulesOf),
  ];
}

/** The entity of that name, whatever its case. */
export function find({ entities }: Blueprint, name: string): Entity | null {
  return entities.find((entity) => entity.name.toLowerCase() === name.toLowerCase()) ?? null;
}

function peopleOf({ people }: Blueprint): Addition {
  return {
    path: 'people',
    what: 'Who signs in',
    apply: (blueprint) => (people === undefined ? null : { ...blueprint, people }),
  };
}

/** A thing of its own, before it is related to others. */
function entityOf({ name, plural, description, fields }: Entity): Addition {
  return {
    path: name,
    what: name,
    apply: (blueprint) => ({
      ...blueprint,
      entities: [
        ...blueprint.entities,
        {
          name,
          plural,
          ...(description === undefined ? {} : { description }),
          fields: fields.filter(({ computed }) => computed === undefined),
          relations: [],
        },
      ],
    }),
  };
}

function fieldOf(entity: Entity, field: Field): Addition {
  return {
    path: `${entity.name}.${field.name}`,
    what: `${field.name} of ${entity.name}`,
    apply: (blueprint) => {
      const target = find(blueprint, entity.name);
      const isKnown = target?.fields.some(({ name }) => name === field.name) ?? true;
      if (target === null || isKnown) return null;
      target.fields.push(field);
      return blueprint;
    },
  };
}

/** Two things that the document relates already stay related as they are. */
function relationOf({ entities }: Blueprint, entity: Entity, relation: Relation): Addition {
  const other = entities.find(({ name }) => name === relation.target);
  const back = other?.relations.find(({ name }) => name === relation.inverse);
  return {
    path: `${entity.name}.${relation.name}`,
    what: `${relation.name} of ${entity.name}`,
    apply: (blueprint) => {
      const from = find(blueprint, entity.name);
      const to = find(blueprint, relation.target);
      if (from === null || to === null || back === undefined) return null;
      if (from.relations.some(({ target }) => target === to.name)) return null;
      const name = uniqueName(relation.name, namesOf(from));
      const inverse = uniqueName(relation.inverse, new Set([...namesOf(to), name]));
      from.relations.push({ ...relation, target: to.name, name, inverse });
      to.relations.push({ ...back, target: from.name, name: inverse, inverse: name });
      return blueprint;
    },
  };
}

function namesOf({ fields, relations }: Entity): Set<string> {
  return new Set([
    ...['id', 'createdAt', 'updatedAt'],
    ...fields.map(({ name }) => name),
    ...relations.flatMap(({ name }) => [name, `${name}Id`]),
  ]);
}

/** Each rule and property that a prompt gives an entity, by itself. */
function rulesOf(entity: Entity): Addition[] {
  const { name, access, lifecycle, optimisticLocking, softDelete, audited } = entity;
  const change = (path: string, what: string, add: (target: Entity) => void): Addition => ({
    path: `${name}.${path}`,
    what: `${what} of ${name}`,
    apply: (blueprint) => {
      const target = find(blueprint, name);
      if (target === null) return null;
      add(target);
      return blueprint;
    },
  });
  return [
    ...(access === undefined
      ? []
      : [change('access', 'Who may do what', (target) => (target.access = access))]),
    ...(lifecycle === undefined
      ? []
      : [change('lifecycle', 'The lifecycle', (target) => (target.lifecycle = lifecycle))]),
    ...(optimisticLocking
      ? [change('optimisticLocking', 'Versions', (target) => (target.optimisticLocking = true))]
      : []),
    ...(softDelete
      ? [change('softDelete', 'Restoring', (target) => (target.softDelete = true))]
      : []),
    ...(audited ? [change('audited', 'The history', (target) => (target.audited = true))] : []),
    ...(entity.uniqueTogether ?? []).map((group) =>
      change('uniqueTogether', `Unique ${group.join(' and ')}`, (target) => {
        target.uniqueTogether = [...(target.uniqueTogether ?? []), group];
      }),
    ),
    ...(entity.rules ?? []).map((rule, index) =>
      change(`rules.${index}`, 'A rule', (target) => {
        target.rules = [...(target.rules ?? []), rule];
      }),
    ),
    ...entity.relations
      .filter(({ nested }) => nested)
      .map((relation) =>
        change(relation.name, `Making ${relation.name} together with it`, (target) => {
          for (const own of target.relations)
            if (own.name === relation.name && own.kind === 'has-many') own.nested = true;
        }),
      ),
  ];
}
