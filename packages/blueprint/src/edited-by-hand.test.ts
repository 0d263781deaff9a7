import type { Blueprint } from '@quantumlayer/contracts';
import { addEntity, addField, addRelation } from '@quantumlayer/contracts/add-to-blueprint';
import {
  removeEntity,
  removeField,
  removeRelation,
} from '@quantumlayer/contracts/remove-from-blueprint';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkBlueprint } from './check-blueprint.ts';
import { someBlueprints } from './corpus/some-blueprints.ts';

const blueprints = someBlueprints();

/** Some two entities of some blueprint of the corpus; they may be the same. */
const places = fc.constantFrom(...blueprints).chain((blueprint) =>
  fc.record({
    blueprint: fc.constant(blueprint),
    entity: fc.constantFrom(...blueprint.entities),
    other: fc.constantFrom(...blueprint.entities),
    at: fc.nat(50),
  }),
);

/** What the check says, with nothing left without a field: the form does not offer that. */
function faultsOf(blueprint: Blueprint): unknown {
  const whole = blueprint.entities.map((entity) =>
    entity.fields.length > 0 ? entity : { ...entity, fields: addedField.fields },
  );
  const check = checkBlueprint({ ...blueprint, entities: whole });
  return check.ok ? [] : check.problems;
}
const addedField = {
  fields: [{ name: 'zebra', type: 'string', required: false, unique: false }],
} as const satisfies { fields: readonly Blueprint['entities'][number]['fields'][number][] };

const SETTINGS = { numRuns: 300, seed: 11 };

describe('a blueprint that a person edits', () => {
  it('holds together without any of its fields', () => {
    fc.assert(
      fc.property(places, ({ blueprint, entity, at }) => {
        const name = entity.fields[at % entity.fields.length]?.name ?? '';
        expect(faultsOf(removeField(entity.name, name)(blueprint))).toEqual([]);
      }),
      SETTINGS,
    );
  });

  it('holds together without any of its relations', () => {
    fc.assert(
      fc.property(places, ({ blueprint, entity, at }) => {
        fc.pre(entity.relations.length > 0);
        const name = entity.relations[at % entity.relations.length]?.name ?? '';
        const left = removeRelation(entity.name, name)(blueprint);
        expect(faultsOf(left)).toEqual([]);
        expect(JSON.stringify(left)).not.toBe(JSON.stringify(blueprint));
      }),
      SETTINGS,
    );
  });

  it('holds together without any of its entities', () => {
    fc.assert(
      fc.property(places, ({ blueprint, entity }) => {
        fc.pre(blueprint.entities.length > 1);
        const left = removeEntity(entity.name)(blueprint);
        expect(faultsOf(left)).toEqual([]);
        expect(left.entities).toHaveLength(blueprint.entities.length - 1);
      }),
      SETTINGS,
    );
  });

  it('holds together with more, and is as before when that is removed again', () => {
    fc.assert(
      fc.property(places, ({ blueprint, entity, other, at }) => {
        const kind = at % 2 === 0 ? 'belongs-to' : 'many-to-many';
        const related = addRelation(entity.name, kind, other.name)(blueprint);
        const name = related.entities
          .find((each) => each.name === entity.name)
          ?.relations.find((each) => !entity.relations.some((old) => old.name === each.name))?.name;
        const grown = addField(entity.name, 'zebra')(addEntity('Zebra')(related));
        expect(faultsOf(grown)).toEqual([]);
        const shrunk = removeEntity('Zebra')(removeField(entity.name, 'zebra')(grown));
        expect(removeRelation(entity.name, name ?? '')(shrunk)).toEqual(blueprint);
      }),
      SETTINGS,
    );
  });

  it('keeps an entity whose name is taken, as that of one or of many', () => {
    const [blueprint] = blueprints;
    if (blueprint === undefined) throw new Error('the corpus is empty');
    for (const { name, plural } of blueprint.entities) {
      expect(addEntity(name)(blueprint)).toBe(blueprint);
      expect(addEntity(plural)(blueprint)).toBe(blueprint);
    }
  });
});
