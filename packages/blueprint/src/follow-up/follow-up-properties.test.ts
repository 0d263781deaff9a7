import type { Blueprint, Entity, FollowUpReading } from '@quantumlayer/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { say, sayField, sayMany } from '../answers.ts';
import { checkBlueprint } from '../check-blueprint.ts';
import { someBlueprints } from '../corpus/some-blueprints.ts';
import { applyEdit } from './apply-edit.ts';
import type { Edit } from './edit.ts';
import { readFollowUp } from './read-follow-up.ts';
import { sayEdit } from './say-edit.ts';

const blueprints = someBlueprints();

/** Some entity of some blueprint of the corpus. */
const places = fc.constantFrom(...blueprints).chain((blueprint) =>
  fc.record({
    blueprint: fc.constant(blueprint),
    entity: fc.constantFrom(...blueprint.entities),
  }),
);
const place = places.filter(({ entity }) => entity.fields.length > 1);

function read(base: Blueprint, text: string): FollowUpReading {
  const outcome = readFollowUp(base, text);
  if (!outcome.ok) throw new Error(`${outcome.refusal.code}: ${text}`);
  return outcome.reading;
}

const others = ({ entities }: Blueprint, names: readonly string[]) =>
  entities.filter(({ name }) => !names.includes(name)).map((entity) => JSON.stringify(entity));

const fieldOf = ({ fields }: Entity, at: number) => fields[at % fields.length]?.name ?? '';

const SETTINGS = { numRuns: 60, seed: 5 };

describe('whatever the blueprint', () => {
  it('comes back when a field is added and dropped again', () => {
    fc.assert(
      fc.property(places, ({ blueprint, entity }) => {
        const of = say(entity.name);
        const added = read(blueprint, `Add a zebra code to the ${of}.`);
        expect(added.changes.map(({ path }) => path)).toEqual([`${entity.name}.zebraCode`]);
        const dropped = read(added.blueprint, `Drop the zebra code of the ${of}.`);
        expect(JSON.stringify(dropped.blueprint)).toBe(JSON.stringify(blueprint));
      }),
      SETTINGS,
    );
  });

  it('comes back when an entity is renamed there and back, by the names that it had', () => {
    fc.assert(
      fc.property(places, ({ blueprint, entity }) => {
        const there = read(blueprint, `Rename the table ${say(entity.name)} to zebra.`);
        expect(there.renames.Zebra).toBe(entity.name);
        const back = read(there.blueprint, `Rename the table zebra to ${say(entity.name)}.`);
        expect(JSON.stringify(back.blueprint)).toBe(JSON.stringify(blueprint));
        const both = `Rename the table ${say(entity.name)} to zebra. Rename the table zebra to ${say(entity.name)}.`;
        expect(read(blueprint, both)).toMatchObject({ renames: {}, changes: [] });
      }),
      SETTINGS,
    );
  });

  it('keeps every other entity byte for byte when a field is renamed, made optional or dropped', () => {
    const edits = ['Rename {it} to zebra', 'Make {it} optional', 'Drop {it}'];
    fc.assert(
      fc.property(place, fc.constantFrom(...edits), fc.nat(), ({ blueprint, entity }, edit, at) => {
        const what = sayField(entity.name, fieldOf(entity, at));
        const { blueprint: next, questions } = read(blueprint, `${edit.replace('{it}', what)}.`);
        expect(checkBlueprint(next).ok).toBe(true);
        if (questions.length > 0) return;
        const touched = [entity.name, ...entity.relations.map(({ target }) => target)];
        expect(others(next, touched)).toEqual(others(blueprint, touched));
      }),
      SETTINGS,
    );
  });

  it('loses nothing but a table, and what leads to it, when that is dropped', () => {
    fc.assert(
      fc.property(places, ({ blueprint, entity }) => {
        const { changes, blueprint: next } = read(
          blueprint,
          `Drop the table ${sayMany(entity.name)}.`,
        );
        if (changes.length === 0) return;
        expect(checkBlueprint(next).ok).toBe(true);
        const leads = entity.relations.map(({ target }) => target);
        const isOfIt = ({ path }: { path: string }) =>
          [entity.name, ...leads].includes(path.split('.')[0] ?? '');
        expect(changes.every(isOfIt)).toBe(true);
      }),
      SETTINGS,
    );
  });

  it('reads the sentence for an edit as just that edit', () => {
    const edit = fc.constantFrom<(entity: string, member: string) => Edit>(
      (entity, member) => ({ kind: 'drop', place: { entity, member } }),
      (entity) => ({ kind: 'drop', place: { entity, member: null } }),
      (entity, member) => ({ kind: 'rename', place: { entity, member }, to: 'zebraCode' }),
      (entity, field) => ({
        kind: 'describe',
        entity,
        field,
        qualities: { required: true },
        lacks: [],
      }),
      (entity, field) => ({
        kind: 'describe',
        entity,
        field,
        qualities: { optional: true },
        lacks: [],
      }),
      (entity, field) => ({
        kind: 'describe',
        entity,
        field,
        qualities: { unique: true },
        lacks: [],
      }),
      (entity, field) => ({ kind: 'describe', entity, field, qualities: {}, lacks: ['unique'] }),
      (entity, field) => ({
        kind: 'describe',
        entity,
        field,
        qualities: { min: 2, max: 5 },
        lacks: [],
      }),
      (entity, field) => ({ kind: 'fill', entity, field, value: 'nothing' }),
    );
    fc.assert(
      fc.property(place, edit, fc.nat(), ({ blueprint, entity }, make, at) => {
        const wish = make(entity.name, fieldOf(entity, at));
        const outcome = applyEdit(blueprint, wish);
        const { blueprint: next, questions } = read(blueprint, sayEdit(wish));
        const expected = 'blueprint' in outcome ? outcome.blueprint : blueprint;
        expect(JSON.stringify(next)).toBe(JSON.stringify(expected));
        expect(questions.every(({ text }) => text.includes('required now'))).toBe(true);
      }),
      { ...SETTINGS, numRuns: 200 },
    );
  });

  it('is safe whatever is written', () => {
    const words = fc.constantFrom(
      ...[
        'add',
        'drop',
        'rename',
        'to',
        'the',
        'make',
        'required',
        'and',
        ',',
        '__proto__',
        '(',
        ')',
      ],
      ...[
        'constructor',
        'is',
        'name',
        "it's",
        '"',
        ';',
        '1',
        'from',
        '😀',
        '$',
        '<script>',
        '\n',
        ':',
      ],
    );
    const text = fc.array(words, { minLength: 1, maxLength: 30 }).map((all) => all.join(' '));
    fc.assert(
      fc.property(place, text, ({ blueprint }, said) => {
        const before = JSON.stringify(blueprint);
        const outcome = readFollowUp(blueprint, said);
        expect(JSON.stringify(blueprint)).toBe(before);
        if (outcome.ok) expect(checkBlueprint(outcome.reading.blueprint).ok).toBe(true);
      }),
      { ...SETTINGS, numRuns: 150 },
    );
  });
});
