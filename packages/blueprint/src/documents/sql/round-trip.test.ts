import type { Blueprint, Entity, Field, Relation } from '@quantumlayer/contracts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkBlueprint } from '../../check-blueprint.ts';
import { toPluralName, upperFirst } from '../../names.ts';
import { inBrief } from '../brief.fixture.ts';
import { readDocument } from '../read-document.ts';

/** Words that no type is guessed from, so that a column's type alone decides. */
const THINGS = ['Crate', 'Lamp', 'Garden', 'Tower', 'Violin', 'Basket', 'Anchor'];
const FIELDS = ['alpha', 'bravo', 'charlie', 'foxtrot', 'juliett', 'oscar', 'tango', 'zulu'];

const required = fc.boolean();
const base = (type: Field['type']) =>
  fc.record({ type: fc.constant(type), required, unique: fc.constant(false) });

const fieldArbitrary: fc.Arbitrary<Omit<Field, 'name'>> = fc.oneof(
  fc.record({
    type: fc.constant('string' as const),
    required,
    unique: fc.boolean(),
    maxLength: fc.integer({ min: 10, max: 900 }),
  }),
  fc
    .record({
      type: fc.constant('string' as const),
      required,
      unique: fc.boolean(),
      minLength: fc.integer({ min: 1, max: 9 }),
      maxLength: fc.integer({ min: 10, max: 900 }),
      default: fc
        .constantFrom("it's quoted", 'twelve chars', '%_"\\ and more')
        .filter((text) => text.length < 100),
    })
    .filter(({ maxLength }) => maxLength > 20)
    .filter((field) => field.default.length >= field.minLength),
  fc.record({
    type: fc.constant('integer' as const),
    required,
    unique: fc.boolean(),
    min: fc.integer({ min: -1_000, max: 0 }),
    max: fc.integer({ min: 1, max: 1_000_000 }),
  }),
  fc.record({
    type: fc.constant('decimal' as const),
    required,
    unique: fc.constant(false),
    min: fc.constantFrom(-10.5, 0, 0.25),
    max: fc.constantFrom(1, 99.75),
  }),
  fc.record({
    type: fc.constant('enum' as const),
    required,
    unique: fc.constant(false),
    values: fc.uniqueArray(fc.constantFrom('red', "it's", 'a b', 'éé', '"q"', 'x,y'), {
      minLength: 1,
    }),
  }),
  fc.record({
    type: fc.constant('boolean' as const),
    required,
    unique: fc.constant(false),
    default: fc.boolean(),
  }),
  ...(
    ['integer', 'text', 'boolean', 'date', 'time', 'datetime', 'uuid', 'json', 'geo-point'] as const
  ).map(base),
);

type Link = {
  kind: 'many' | 'one' | 'both';
  from: number;
  to: number;
  required: boolean;
  onDelete: number;
};

const blueprintArbitrary = fc
  .record({
    entities: fc.array(fc.array(fieldArbitrary, { minLength: 1, maxLength: FIELDS.length }), {
      minLength: 1,
      maxLength: THINGS.length,
    }),
    links: fc.array(
      fc.record<Link>({
        kind: fc.constantFrom('many', 'one', 'both'),
        from: fc.nat(),
        to: fc.nat(),
        required,
        onDelete: fc.nat(2),
      }),
      { maxLength: 5 },
    ),
  })
  .map(({ entities, links }): Blueprint => {
    const made = entities.map((fields, index): Entity => {
      const name = THINGS[index] ?? '';
      return {
        name,
        plural: toPluralName(name),
        fields: fields.map((field, at) => ({ name: FIELDS[at] ?? '', ...field })),
        relations: [],
      };
    });
    const pairs = new Set<string>();
    for (const { kind, from, to, required: isRequired, onDelete } of links) {
      const child = made[from % made.length];
      const parent = made[to % made.length];
      if (!child || !parent || child === parent) continue;
      const pair = [child.name, parent.name].sort().join(' ');
      if (pairs.has(pair)) continue;
      pairs.add(pair);
      relate(child, parent, kind, { isRequired, onDelete });
    }
    return { version: 1, name: 'made', title: 'Made', description: '', entities: made };
  });

const lower = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);

function relate(
  child: Entity,
  parent: Entity,
  kind: Link['kind'],
  given: { isRequired: boolean; onDelete: number },
) {
  const isMany = kind === 'both';
  const actions = [undefined, 'cascade', given.isRequired ? undefined : 'set-null'] as const;
  const onDelete = actions[given.onDelete];
  const name = lower(isMany ? parent.plural : parent.name);
  const inverse = lower(kind === 'one' ? child.name : child.plural);
  child.relations.push({
    kind: isMany ? 'many-to-many' : 'belongs-to',
    target: parent.name,
    name,
    inverse,
    required: !isMany && given.isRequired,
    ...(isMany || onDelete === undefined ? {} : { onDelete }),
  });
  parent.relations.push({
    kind: isMany ? 'many-to-many' : kind === 'one' ? 'has-one' : 'has-many',
    target: child.name,
    name: inverse,
    inverse: name,
    required: false,
  });
}

type Dialect = 'postgresql' | 'mysql' | 'sqlite';
const TYPES: Partial<Record<Field['type'], string>> = {
  text: 'text',
  decimal: 'numeric(20,6)',
  boolean: 'boolean',
  date: 'date',
  time: 'time',
  datetime: 'timestamp',
  uuid: 'uuid',
  json: 'json',
  'geo-point': 'point',
  enum: 'varchar(64)',
  integer: 'integer',
};

const literal = (text: string, dialect: Dialect) => {
  const doubled = text.replaceAll("'", "''");
  return `'${dialect === 'mysql' ? doubled.replaceAll('\\', '\\\\') : doubled}'`;
};

/** Prints what a blueprint says as the schema of a database. */
function toDdl({ entities }: Blueprint, dialect: Dialect): string {
  const quote = (name: string) => (dialect === 'mysql' ? `\`${name}\`` : `"${name}"`);
  const table = (name: string) => quote(lower(name));
  const joins: string[] = [];
  const tables = entities.map(({ name, fields, relations }) => {
    const lines = [
      `${quote('id')} integer primary key`,
      ...fields.map((field) => columnLine(field, quote, dialect)),
      ...relations
        .filter(({ kind }) => kind === 'belongs-to')
        .map((relation) => keyLine(relation, entities)),
    ];
    for (const { kind, target } of relations)
      if (
        kind === 'many-to-many' &&
        !joins.some((join) => join.includes(`${table(`${target}${name}`)} `))
      )
        joins.push(
          `create table ${table(`${name}${target}`)} (${quote(`${lower(name)}_id`)} integer not null, ${quote(`${lower(target)}_id`)} integer not null, primary key (${quote(`${lower(name)}_id`)}, ${quote(`${lower(target)}_id`)}), foreign key (${quote(`${lower(name)}_id`)}) references ${table(name)}, foreign key (${quote(`${lower(target)}_id`)}) references ${table(target)})`,
        );
    return `create table ${table(name)} (\n  ${lines.join(',\n  ')}\n)`;
  });
  return [...tables, ...joins].join(';\n');

  function keyLine(
    { name, target, required: isRequired, onDelete, inverse }: Relation,
    all: readonly Entity[],
  ) {
    const isOne = all
      .find((each) => each.name === target)
      ?.relations.some((each) => each.name === inverse && each.kind === 'has-one');
    const action = onDelete === undefined ? '' : ` on delete ${onDelete.replace('-', ' ')}`;
    return `${quote(`${name}_id`)} integer${isRequired ? ' not null' : ''}${isOne ? ' unique' : ''} references ${table(target)} (${quote('id')})${action}`;
  }
}

function columnLine(field: Field, quote: (name: string) => string, dialect: Dialect): string {
  const { name, type, values, min, max, minLength, maxLength, default: preset } = field;
  const column = quote(name);
  const checks = [
    ...(values === undefined
      ? []
      : [`${column} in (${values.map((each) => literal(each, dialect)).join(', ')})`]),
    ...(min === undefined ? [] : [`${column} >= ${min}`]),
    ...(max === undefined ? [] : [`${column} <= ${max}`]),
    ...(minLength === undefined ? [] : [`length(${column}) >= ${minLength}`]),
  ];
  const shown = typeof preset === 'string' ? literal(preset, dialect) : preset;
  return [
    column,
    TYPES[type] ?? `varchar(${maxLength})`,
    ...(preset === undefined ? [] : [`default ${shown}`]),
    ...(field.required ? ['not null'] : []),
    ...(field.unique ? ['unique'] : []),
    ...(checks.length === 0 ? [] : [`check (${checks.join(' and ')})`]),
  ].join(' ');
}

it.each(['postgresql', 'mysql', 'sqlite'] as const)(
  'a blueprint that is printed as a schema of %s and read again is the same',
  { timeout: 120_000 },
  async (format) => {
    await fc.assert(
      fc.asyncProperty(blueprintArbitrary, async (blueprint) => {
        expect(checkBlueprint(blueprint)).toMatchObject({ ok: true });
        const text = toDdl(blueprint, format);
        const reading = await readDocument({ text, format });
        const sorted = (brief: Record<string, string[]>) =>
          Object.fromEntries(
            Object.entries(brief).map(([name, lines]) => [upperFirst(name), [...lines].sort()]),
          );

        expect(sorted(inBrief(reading.blueprint))).toEqual(
          sorted(inBrief(expectedOf(blueprint, format))),
        );
        expect(reading.outOfScope).toEqual([]);
        expect(reading.questions).toEqual([]);
      }),
      { numRuns: 60 },
    );
  },
);

/** Texts of SQLite have no length of their own, so that a short one cannot be told from a long one. */
function expectedOf(blueprint: Blueprint, format: Dialect): Blueprint {
  if (format !== 'sqlite') return blueprint;
  const entities = blueprint.entities.map((entity) => ({
    ...entity,
    fields: entity.fields.map((field) =>
      field.type === 'text' ? { ...field, type: 'string' as const } : field,
    ),
  }));
  return { ...blueprint, entities };
}
