import type { Computed, Entity, Field, Relation } from '@quantumlayer/contracts';
import { fittingTypes, isNumber, sourcesOf } from '../computed-fields.ts';
import { toEntityName, toFieldName, upperFirst } from '../names.ts';
import { singular } from '../text/nouns.ts';
import type { Became, Scene } from './apply-rules.ts';
import { say } from './decide-people.ts';
import { plainTotal } from './plain-total.ts';
import type { Of } from './statements.ts';
import { findEntity, findField } from './things.ts';

type Computation = Of<'computed'>;

/** Makes a field computed, or adds one; null where the words name nothing that can be computed with. */
export function applyComputed(said: Computation, scene: Scene): Became {
  for (const entity of candidates(said, scene)) {
    const computed = computedOf(said, entity, scene);
    const became = computed === null ? null : set(said, entity, computed, scene);
    if (became === null) continue;
    const isOpen = said.how.kind === 'plain' && computed?.kind === 'total' && 'path' in became;
    return isOpen ? { ...became, assumed: `${upperFirst(became.meaning)}.` } : became;
  }
  return null;
}

/** A new row comes with its rows of a relation; null where it has no such rows. */
export function applyNested({ parent, rows }: Of<'nested'>, { blueprint }: Scene): Became {
  const entity = findEntity(blueprint, parent);
  const relation = entity === null ? null : rowsNamed(entity, rows);
  if (entity === null || relation === null) return null;
  relation.nested = true;
  return {
    path: `${entity.name}.${relation.name}`,
    meaning: `a new ${say(entity.name)} is created together with its ${say(relation.name)}, all in one request`,
  };
}

/** The thing that is named; else the one near by, and then the others. */
function candidates({ thing, name }: Computation, { blueprint, near }: Scene): Entity[] {
  const { entities } = blueprint;
  if (thing !== null) {
    const found = findEntity(blueprint, thing);
    return found === null ? [] : [found];
  }
  // Nobody counts what some other thing has.
  if (name === null) return entities.filter((each) => each.name === near);
  // "line total": the total of a line.
  const [first = ''] = name;
  const prefixed = entities.filter((each) => each.name.startsWith(toEntityName([first]) ?? ' '));
  const close = entities.filter((each) => each.name === near);
  return [...new Set([...close, ...(name.length > 1 ? prefixed : []), ...entities])];
}

function computedOf({ how }: Computation, entity: Entity, scene: Scene): Computed | null {
  if (how.kind === 'count') {
    const relation = rowsNamed(entity, how.rows, ['has-many', 'many-to-many']);
    return relation && { kind: 'count', of: relation.name };
  }
  if (how.kind === 'plain') {
    const named = how.rows === null ? null : rowsNamed(entity, how.rows);
    if (how.rows !== null && named === null) return null;
    return plainTotal(entity, (relation) => named === null || relation === named, scene);
  }
  if (how.kind !== 'total') {
    const fields = how.of.map((words) => numberNamed(entity, words));
    const names = fields.flatMap((field) => field?.name ?? []);
    return names.length === how.of.length ? { kind: how.kind, of: names } : null;
  }
  return totalOf(how, entity, scene);
}

/** "its line totals": rows by the first words and a field by the others; "its lines": their one amount. */
function totalOf(
  { field, rows }: { field: string[] | null; rows: string[] },
  entity: Entity,
  { blueprint, isLast }: Scene,
): Computed | null {
  const childOf = (relation: Relation | null) =>
    blueprint.entities.find(({ name }) => name === relation?.target);
  for (let length = rows.length; length > 0; length -= 1) {
    const relation = rowsNamed(entity, rows.slice(0, length));
    const child = childOf(relation);
    if (relation === null || child === undefined) continue;
    const found = amountNamed(child, field ?? rows.slice(length), rows, isLast);
    if (found !== null) return { kind: 'total', of: relation.name, field: found.name };
  }
  return null;
}

/** "line totals" of lines are their line totals, else their totals. */
function amountNamed(
  child: Entity,
  wanted: readonly string[],
  all: readonly string[],
  isLast: boolean,
): Field | null {
  if (wanted.length === 0) return amountOf(child, isLast);
  const whole = toFieldName([...all.slice(0, -1), singular(all.at(-1) ?? '')]);
  const exact = child.fields.find((field) => field.name === whole && isNumber(field));
  return exact ?? numberNamed(child, wanted);
}

/** The has-many relation that words name: by its name, or by what it leads to or a part of that. */
function rowsNamed(
  { relations }: Entity,
  words: readonly string[],
  kinds: readonly Relation['kind'][] = ['has-many'],
): Relation | null {
  const name = toFieldName(words);
  const target = toEntityName(words);
  const many = relations.filter(({ kind }) => kinds.includes(kind));
  const exact = many.find((each) => each.name === name || each.target === target);
  if (exact !== undefined || target === null) return exact ?? null;
  const alike = many.filter(
    (each) => each.target.startsWith(target) || each.target.endsWith(target),
  );
  const [only] = alike.length === 1 ? alike : [];
  return only ?? null;
}

function numberNamed(entity: Entity, words: readonly string[]): Field | null {
  const single = [...words.slice(0, -1), singular(words.at(-1) ?? '')];
  const own = toEntityName(words.slice(0, 1));
  const short = own !== null && entity.name.startsWith(own) ? [single.slice(1)] : [];
  for (const each of [words, single, ...short]) {
    const found = each.length === 0 ? null : findField(entity, each);
    if (found !== null && isNumber(found)) return found;
  }
  return null;
}

/** What rows come to when no field is named: what is computed of them, else their amount, else their one sum of money. */
function amountOf({ fields }: Entity, isLast: boolean): Field | null {
  const money = fields.filter(({ type }) => type === 'money');
  const computed = money.filter((field) => field.computed !== undefined);
  const named = money.filter(({ name }) => /total|amount/i.test(name));
  const choices = isLast ? [computed, named, money] : [computed];
  for (const some of choices) if (some.length === 1) return some[0] ?? null;
  return null;
}

function set(
  { name: said, how }: Computation,
  entity: Entity,
  computed: Computed,
  { blueprint }: Scene,
): Became {
  const words =
    said === null ? countName(how.kind === 'count' ? how.rows : []) : ownName(said, entity);
  const name = toFieldName(words);
  if (name === null) return null;
  const sources = sourcesOf(blueprint, { entity, field: blank(name, computed) });
  const types = fittingTypes(
    computed,
    sources.map(({ field }) => field),
  );
  const [natural] = types;
  if (natural === undefined) return null;
  const known = fieldMeant(entity, name);
  const field = known ?? blank(name, computed);
  const isNamed = types.includes(field.type);
  const { description } = field;
  const made: Field = {
    ...blank(field.name, computed),
    type: known !== null && isNamed ? field.type : natural,
    ...(description !== undefined && { description }),
  };
  entity.fields = known
    ? entity.fields.map((each) => (each === known ? made : each))
    : [...entity.fields, made];
  return {
    path: `${entity.name}.${made.name}`,
    meaning: `${say(made.name)} of ${entity.name} (${made.type}) is computed: ${meaningOf(computed)}`,
  };
}

/** The field of this name, or of this name after that of the thing: the total of an order is its order total. */
function fieldMeant({ name, fields }: Entity, wanted: string): Field | null {
  const longer = name
    .split(/(?=[A-Z])/)
    .map((word) => `${word.toLowerCase()}${upperFirst(wanted)}`);
  const names = [wanted, ...longer];
  return fields.find((field) => names.includes(field.name)) ?? null;
}

/** The order total of an order is its total, unless that has another name already. */
function ownName(words: readonly string[], { name, fields }: Entity): string[] {
  const own = toEntityName(words.slice(0, -1));
  const isKnown = fields.some((field) => field.name === toFieldName(words));
  return own === name && !isKnown ? words.slice(-1) : [...words];
}

/** "loan count" of how many loans there are. */
function countName(rows: readonly string[]): string[] {
  return [...rows.slice(0, -1), singular(rows.at(-1) ?? ''), 'count'];
}

function blank(name: string, computed: Computed): Field {
  return { name, type: 'decimal', required: false, unique: false, computed };
}

/** "quantity times unit price", for people. */
function meaningOf(computed: Computed): string {
  switch (computed.kind) {
    case 'product':
      return computed.of.map(say).join(' times ');
    case 'sum':
      return computed.of.map(say).join(' plus ');
    case 'difference':
      return computed.of.map(say).join(' less ');
    case 'count':
      return `the number of its ${say(computed.of)}`;
    case 'total':
      return `the sum of ${say(computed.field)} of its ${say(computed.of)}`;
  }
}
