import type { Blueprint, Relation } from '@quantumlayer/contracts';
import { readPrompt, readSaid } from '../read-prompt.ts';
import type { CorpusEntry } from './corpus-entry.ts';
import { comparable, expectedFacts, factsOf } from './score-rules.ts';

export type Tally = { right: number; expected: number; found: number };
export type Score = { tally: Record<string, Tally>; faults: string[]; perfect: number };

type ExpectedField = { names: string[]; type: string; values: string[]; flags: string[] };
type ExpectedRelation = { kind: string; target: string; optional: boolean };
type ExpectedEntity = { name: string; fields: ExpectedField[]; relations: ExpectedRelation[] };

/** Reads the notation of a corpus entry. */
function parseExpectation(text: string): ExpectedEntity[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const colon = line.indexOf(':');
      const [fields = '', relations = ''] = splitOutside(line.slice(colon + 1), ' | ');
      return {
        name: line.slice(0, colon),
        fields: splitOutside(fields, ',')
          .map((part) => part.trim())
          .filter(Boolean)
          .map(parseField),
        relations: relations
          .split(',')
          .map((part) => part.trim())
          .filter(Boolean)
          .map(parseRelation),
      };
    });
}

function splitOutside(text: string, separator: string): string[] {
  const at = text.indexOf(separator === ' | ' ? ' | ' : separator);
  if (separator === ' | ') {
    const bar = text.lastIndexOf(' | ');
    return bar < 0 || text.indexOf(')', bar) > 0
      ? [text]
      : [text.slice(0, bar), text.slice(bar + 3)];
  }
  return at < 0 ? [text] : text.split(/,(?![^(]*\))/);
}

function parseField(text: string): ExpectedField {
  const values = /\(([^)]*)\)/.exec(text)?.[1]?.split('|') ?? [];
  const [names = '', type = 'string', ...flags] = text.replace(/\([^)]*\)/, '').split(/\s+/);
  return { names: names.split('|'), type, values, flags };
}

function parseRelation(text: string): ExpectedRelation {
  const [kind = '', target = '', flag] = text.split(/\s+/);
  return { kind, target, optional: flag === 'optional' };
}

/** Adds the other direction of each relation, so that a corpus entry names one side only. */
function withInverses(entities: ExpectedEntity[]): Set<string> {
  const wanted = new Set<string>();
  const inverse: Record<string, string> = {
    'belongs-to': 'has-many',
    'has-many': 'belongs-to',
    'has-one': 'belongs-to',
    'many-to-many': 'many-to-many',
  };
  const ones = new Set(
    entities.flatMap((entity) =>
      entity.relations
        .filter(({ kind }) => kind === 'has-one')
        .map(({ target }) => `${target}~${entity.name}`),
    ),
  );
  for (const entity of entities) {
    for (const { kind, target } of entity.relations) {
      if (kind === 'belongs-to' && ones.has(`${entity.name}~${target}`)) continue;
      wanted.add(`${entity.name} ${kind} ${target}`);
      wanted.add(`${target} ${inverse[kind]} ${entity.name}`);
    }
  }
  return wanted;
}

/** Several bars look at the same prompts. */
const outcomes = new Map<string, ReturnType<typeof readSaid>>();

function readOnce({ prompt, isIdea }: CorpusEntry): ReturnType<typeof readSaid> {
  const outcome = outcomes.get(prompt) ?? (isIdea ? readPrompt(prompt) : readSaid(prompt));
  outcomes.set(prompt, outcome);
  return outcome;
}

export function scoreCorpus(entries: readonly CorpusEntry[]): Score {
  const tally: Record<string, Tally> = {};
  const faults: string[] = [];
  let perfect = 0;
  const count = (kind: string, right: number, expected: number, found: number) => {
    tally[kind] ??= { right: 0, expected: 0, found: 0 };
    tally[kind].right += right;
    tally[kind].expected += expected;
    tally[kind].found += found;
  };
  for (const entry of entries) {
    const outcome = readOnce(entry);
    const found = outcome.ok ? outcome.reading.blueprint : null;
    const wanted = chooseNames(parseExpectation(entry.expect), found);
    const own = [
      ...scoreEntry(wanted, found, count),
      ...(entry.rules === undefined ? [] : scoreRules(entry.rules, found, count)),
    ].map((fault) => `${entry.id}: ${fault}`);
    if (own.length === 0) perfect += 1;
    faults.push(...own);
  }
  return { tally, faults, perfect };
}

/** "Loan|Borrowing": whichever of the names the reader took. */
function chooseNames(expected: ExpectedEntity[], found: Blueprint | null): ExpectedEntity[] {
  const have = new Set(found?.entities.map(({ name }) => name));
  const choose = (alternatives: string): string => {
    const names = alternatives.split('|');
    return names.find((each) => have.has(each)) ?? names[0] ?? '';
  };
  return expected.map((entity) => ({
    ...entity,
    name: choose(entity.name),
    relations: entity.relations.map((each) => ({ ...each, target: choose(each.target) })),
  }));
}

type Count = (kind: string, right: number, expected: number, found: number) => void;

function scoreEntry(expected: ExpectedEntity[], found: Blueprint | null, count: Count): string[] {
  const faults: string[] = [];
  const foundEntities = new Map((found?.entities ?? []).map((entity) => [entity.name, entity]));
  const names = expected.map((entity) => entity.name);
  const rightNames = names.filter((name) => foundEntities.has(name));
  count('entities', rightNames.length, names.length, foundEntities.size);
  faults.push(
    ...names.filter((name) => !foundEntities.has(name)).map((name) => `missing entity ${name}`),
  );
  faults.push(
    ...[...foundEntities.keys()]
      .filter((name) => !names.includes(name))
      .map((name) => `extra entity ${name}`),
  );
  for (const entity of expected) {
    const have = foundEntities.get(entity.name);
    const fields = new Map((have?.fields ?? []).map((field) => [field.name, field]));
    const isAssumed = entity.fields.length === 0 && have?.fields.length === 1 && fields.has('name');
    if (isAssumed) fields.clear();
    let right = 0;
    for (const field of entity.fields) {
      const name = field.names.find((each) => fields.has(each));
      const match = name === undefined ? undefined : fields.get(name);
      if (match === undefined) {
        faults.push(`${entity.name} lacks ${field.names[0]}`);
        count('types', 0, 1, 0);
        continue;
      }
      right += 1;
      const isType =
        field.type.split('|').includes(match.type) ||
        (field.type === 'duration' && match.type === 'integer') ||
        isScale(field.type, match);
      count('types', isType ? 1 : 0, 1, 1);
      if (!isType) faults.push(`${entity.name}.${match.name} is ${match.type}, not ${field.type}`);
      const isRequired = match.required === !field.flags.includes('optional');
      const isUnique = match.unique === field.flags.includes('unique');
      const isDefault = !field.flags.includes('default') || match.default !== undefined;
      count('flags', isRequired && isUnique && isDefault ? 1 : 0, 1, 1);
      if (!isRequired) faults.push(`${entity.name}.${match.name} required is ${match.required}`);
      if (!isUnique) faults.push(`${entity.name}.${match.name} unique is ${match.unique}`);
      if (!isDefault) faults.push(`${entity.name}.${match.name} has no default`);
      if (field.values.length > 0) {
        const same =
          field.values.join('|').toLowerCase() === (match.values ?? []).join('|').toLowerCase();
        count('enum values', same ? 1 : 0, 1, 1);
        if (!same)
          faults.push(`${entity.name}.${match.name} has values ${match.values?.join('|')}`);
      }
      fields.delete(match.name);
    }
    count('fields', right, entity.fields.length, isAssumed ? 0 : (have?.fields.length ?? 0));
    faults.push(...[...fields.keys()].map((name) => `${entity.name} has extra ${name}`));
  }
  return [...faults, ...scoreRelations(expected, found, count)];
}

/** Older sets call a rating an integer: they were written before there was a type for it. */
function isScale(expected: string, { name, type }: { name: string; type: string }): boolean {
  const isRating = /(rating|stars|score|mark|grade|value)$/i.test(name) && type === 'rating';
  return isRating && expected.split('|').includes('integer');
}

function scoreRelations(
  expected: ExpectedEntity[],
  found: Blueprint | null,
  count: Count,
): string[] {
  const wanted = withInverses(expected);
  const all = (found?.entities ?? []).flatMap((entity) =>
    entity.relations.map((relation) => ({ entity: entity.name, relation })),
  );
  const have = new Set(
    all.map(({ entity, relation }) => `${entity} ${relation.kind} ${relation.target}`),
  );
  const right = [...wanted].filter((key) => have.has(key));
  count('relations', right.length, wanted.size, have.size);
  const optional = expected.flatMap((entity) =>
    entity.relations
      .filter((relation) => relation.kind === 'belongs-to')
      .map((relation) => ({ entity: entity.name, relation })),
  );
  const wrong = optional.filter(
    ({ entity, relation }) => isRequiredIn(all, entity, relation.target) === relation.optional,
  );
  return [
    ...[...wanted].filter((key) => !have.has(key)).map((key) => `missing relation ${key}`),
    ...[...have].filter((key) => !wanted.has(key)).map((key) => `extra relation ${key}`),
    ...wrong.map(
      ({ entity, relation }) =>
        `${entity} belongs-to ${relation.target} should be ${relation.optional ? 'optional' : 'required'}`,
    ),
  ];
}

/** Roles, rights and rules as lines that are expected or not. */
function scoreRules(text: string, found: Blueprint | null, count: Count): string[] {
  const expected = expectedFacts(text, found);
  const have =
    found === null ? { roles: [], rights: [], rules: [] } : comparable(factsOf(found), expected);
  return (['roles', 'rights', 'rules'] as const).flatMap((kind) => {
    const missing = expected[kind].filter((fact) => !have[kind].includes(fact));
    const extra = have[kind].filter((fact) => !expected[kind].includes(fact));
    count(kind, expected[kind].length - missing.length, expected[kind].length, have[kind].length);
    return [
      ...missing.map((fact) => `missing ${kind}: ${fact}`),
      ...extra.map((fact) => `extra ${kind}: ${fact}`),
    ];
  });
}

function isRequiredIn(
  all: { entity: string; relation: Relation }[],
  entity: string,
  target: string,
): boolean | null {
  const match = all.find(
    (each) =>
      each.entity === entity &&
      each.relation.target === target &&
      each.relation.kind === 'belongs-to',
  );
  return match === undefined ? null : match.relation.required;
}
