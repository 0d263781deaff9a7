import { CRUD } from '../grammar/predicates.ts';
import type { Item, Noun, Qualities, Statement } from '../grammar/statements.ts';
import { APP_WORDS } from '../lexicon/apps.ts';
import {
  DEPENDENT_NOUNS,
  ENUM_NOUNS,
  FIELD_NOUNS,
  PERSON_ROLES,
  PLURAL_VALUES,
  SELF_ROLES,
  TYPE_BY_LAST_WORD,
} from '../lexicon/fields.ts';
import { GENERIC_ACTORS, MANY_TO_MANY_VERBS, ONE_TO_MANY_VERBS } from '../lexicon/predicates.ts';
import { DECIMAL_UNITS, INTEGER_UNITS } from '../lexicon/types.ts';
import { toEntityName, toFieldName } from '../names.ts';
import { singular } from '../text/nouns.ts';
import {
  addField,
  type Draft,
  type DraftEntity,
  ensureEntity,
  type Fact,
  lookUp,
  mark,
  tailType,
} from './draft.ts';
import { correct } from './spelling.ts';

/** Turns statements into entities, fields and facts. Entities are found first, so that order of speech does not matter. */
export function interpret(draft: Draft, statements: readonly Statement[]): void {
  for (const statement of statements) declare(draft, statement);
  for (const statement of statements) noteRelated(draft, statement);
  mergeTypos(draft, statements);
  for (const statement of statements) apply(draft, statement);
}

/** Names that stand in some relation: they are things of their own. */
function noteRelated(draft: Draft, statement: Statement): void {
  const nouns =
    statement.kind === 'belongs'
      ? [...statement.subjects, ...statement.targets.map((target) => target.noun)]
      : statement.kind === 'has'
        ? statement.items.map((item) => item.noun)
        : statement.kind === 'acts'
          ? [...statement.subjects, ...statement.items.map((item) => item.noun)]
          : statement.kind === 'topic'
            ? statement.items.filter((item) => item.children.length > 0).map((item) => item.noun)
            : statement.kind === 'many-to-many'
              ? statement.nouns
              : [];
  for (const noun of nouns) draft.related.add(toEntityName(noun.words) ?? '');
}

/** "custmers" that nothing more is said about are the customers. */
function mergeTypos(draft: Draft, statements: readonly Statement[]): void {
  const described = new Set(
    statements.flatMap((statement) =>
      statement.kind === 'has'
        ? statement.subjects.map((subject) => toEntityName(subject.words))
        : [],
    ),
  );
  for (const entity of [...draft.entities.values()]) {
    const others = [...draft.entities.keys()]
      .filter((name) => name !== entity.name && described.has(name))
      .map((name) => name.toLowerCase());
    const meant = described.has(entity.name) ? null : correct(entity.name.toLowerCase(), others);
    const target =
      [...draft.entities.values()].find((each) => each.name.toLowerCase() === meant) ??
      (described.has(entity.name) ? undefined : findFuller(draft, described, entity));
    if (target === undefined) continue;
    draft.entities.delete(entity.name);
    draft.aliases.set(entity.name, target.name);
    target.order = Math.min(target.order, entity.order);
    draft.assumptions.push({
      path: target.name,
      text: `"${entity.name}" was read as ${target.name}.`,
    });
  }
}

/** "photo albums" and later "an album has", "tests" and later "test results have": one thing under two names. */
function findFuller(
  draft: Draft,
  described: ReadonlySet<string | null>,
  entity: DraftEntity,
): DraftEntity | undefined {
  if (draft.related.has(entity.name)) return undefined;
  return [...draft.entities.values()].find(
    (each) =>
      each !== entity &&
      described.has(each.name) &&
      (isTail(entity.name, each.name) || isHead(entity.name, each.name)),
  );
}

function isTail(long: string, short: string): boolean {
  return long.endsWith(short) && long.length > short.length;
}

function isHead(short: string, long: string): boolean {
  return long.startsWith(short) && /^[A-Z]/.test(long.slice(short.length));
}

function declare(draft: Draft, statement: Statement): void {
  if (statement.kind === 'has' && statement.items.length > 0) {
    for (const subject of statement.subjects)
      if (isEntityNoun(subject)) ensureEntity(draft, subject);
    for (const item of statement.items) if (isSurelyEntity(item)) ensureEntity(draft, item.noun);
  }
  if (statement.kind === 'belongs') {
    if (!statement.strong || statement.targets.length === 0) return;
    for (const subject of statement.subjects)
      if (isEntityNoun(subject)) ensureEntity(draft, subject);
    for (const target of statement.targets)
      if (
        target.refersTo === null &&
        isEntityNoun(target.noun) &&
        !isRoleOf(statement.subjects, target.noun)
      )
        ensureEntity(draft, target.noun);
  }
  if (statement.kind === 'many-to-many')
    for (const noun of statement.nouns) ensureEntity(draft, noun);
  if (statement.kind === 'topic') {
    for (const item of statement.items) {
      if (isTopicEntity(item)) ensureEntity(draft, item.noun);
      for (const child of item.children) if (isSurelyEntity(child)) ensureEntity(draft, child.noun);
    }
  }
  if (statement.kind === 'acts') declareActors(draft, statement);
}

function declareActors(draft: Draft, statement: Extract<Statement, { kind: 'acts' }>): void {
  if (!relates(statement.verb)) return;
  const actors = statement.subjects.filter(
    (subject) => !isGeneric(subject) && isEntityNoun(subject),
  );
  if (
    !statement.items.some(
      (item) => isThing(item.noun) || draft.entities.has(toEntityName(item.noun.words) ?? ''),
    )
  )
    return;
  for (const actor of actors) ensureEntity(draft, actor);
  for (const item of statement.items)
    if (actors.length > 0 && isThing(item.noun)) ensureEntity(draft, item.noun);
}

function relates(verb: string): boolean {
  return ONE_TO_MANY_VERBS.has(verb) || MANY_TO_MANY_VERBS.has(verb);
}

function isGeneric(noun: Noun): boolean {
  return noun.words.length === 1 && GENERIC_ACTORS.has(noun.words[0] ?? '');
}

function headOf(noun: Noun): string {
  return noun.words.at(-1) ?? '';
}

function isEntityNoun(noun: Noun): boolean {
  return !APP_ONLY.has(headOf(noun)) && toEntityName(noun.words) !== null;
}
const APP_ONLY = new Set([
  'app',
  'api',
  'system',
  'platform',
  'backend',
  'software',
  'thing',
  'things',
  'stuff',
  'data',
  'everything',
  'something',
  'information',
  'thanks',
  'hello',
  'hi',
]);

function isUnit(word: string): boolean {
  return (
    (INTEGER_UNITS.has(word) || DECIMAL_UNITS.has(word)) && !['people', 'characters'].includes(word)
  );
}

/** A plural that stands for things, not for one value. */
function isThing(noun: Noun): boolean {
  return (
    noun.plural &&
    !PLURAL_VALUES.has(headOf(noun)) &&
    noun.words[0] !== 'special' &&
    !isUnit(headOf(noun)) &&
    !noun.words.includes('of') &&
    isEntityNoun(noun) &&
    !['at', 'on'].includes(headOf(noun))
  );
}

function isSurelyEntity(item: Item): boolean {
  if (
    item.refersTo !== null ||
    item.qualities.type !== undefined ||
    item.qualities.values !== undefined
  )
    return false;
  if (item.children.length > 0) return isEntityNoun(item.noun);
  if (item.quantity === 'many')
    return isEntityNoun(item.noun) && (item.noun.plural || !looksLikeValue(item.noun));
  return isThing(item.noun) && !looksLikeValue(item.noun);
}

function looksLikeValue(noun: Noun): boolean {
  const head = headOf(noun);
  return FIELD_NOUNS.has(head) || TYPE_BY_LAST_WORD.some(([, set]) => set.has(head));
}

function isTopicEntity(item: Item): boolean {
  if (item.children.length > 0) return isEntityNoun(item.noun);
  if (
    !isEntityNoun(item.noun) ||
    item.qualities.type !== undefined ||
    item.qualities.values !== undefined
  )
    return false;
  if (item.noun.plural) return !PLURAL_VALUES.has(headOf(item.noun)) || item.quantity === 'many';
  return item.indefinite && !looksLikeValue(item.noun) && !APP_WORDS.has(headOf(item.noun));
}

function apply(draft: Draft, statement: Statement): void {
  if (statement.kind === 'app')
    mark(draft, statement, 'name', `the app is named after "${statement.noun.words.join(' ')}"`);
  if (statement.kind === 'has') applyHas(draft, statement);
  if (statement.kind === 'belongs') applyBelongs(draft, statement);
  if (statement.kind === 'topic') applyTopic(draft, statement);
  if (statement.kind === 'many-to-many') applyManyToMany(draft, statement);
  if (statement.kind === 'acts') applyActs(draft, statement);
  if (statement.kind === 'constraint') applyConstraint(draft, statement);
  if (statement.kind === 'rule')
    draft.misses.push({ start: statement.start, end: statement.end, reason: statement.reason });
}

function applyHas(draft: Draft, statement: Extract<Statement, { kind: 'has' }>): void {
  for (const subject of statement.subjects) {
    const entity =
      statement.items.length > 0 && isEntityNoun(subject) ? ensureEntity(draft, subject) : null;
    if (entity === null) continue;
    draft.current = entity.name;
    mark(draft, subject, entity.name, `entity ${entity.name}`);
    for (const item of statement.items) addItem(draft, entity, item, statement.optional);
  }
}

/** A thing of the list becomes a relation when it names an entity, else a field. */
function addItem(draft: Draft, entity: DraftEntity, item: Item, optional: boolean): void {
  const qualities: Qualities = {
    ...tailType(item.noun.words),
    ...item.qualities,
    ...(optional && { optional: true }),
  };
  const target = findTarget(draft, entity, item);
  if (target === null) {
    addField(draft, entity, item.noun, qualities, item);
    return;
  }
  addFact(draft, entity, target, item, qualities);
  for (const child of item.children) {
    draft.current = target.entity.name;
    addItem(draft, target.entity, child, false);
  }
  for (const owner of item.belongsTo)
    addBelongs(draft, target.entity, owner, { optional: false, many: false, source: 'belongs' });
}

type Target = { entity: DraftEntity; role: string | null };

/** The entity an item stands for, with the role it plays: "home team" is a Team in the role homeTeam. */
function findTarget(draft: Draft, entity: DraftEntity, item: Item): Target | null {
  const { noun } = item;
  if (item.refersTo !== null) {
    const referred = ensureEntity(draft, item.refersTo);
    return referred === null ? null : { entity: referred, role: toFieldName(noun.words) };
  }
  if (item.qualities.type !== undefined || item.qualities.values !== undefined) return null;
  const name = toEntityName(noun.words);
  const known = lookUp(draft, name);
  if (
    known !== undefined &&
    (known !== entity || noun.plural || item.indefinite) &&
    !(known !== entity && !noun.plural && isPlainValue(noun, item))
  )
    return { entity: known, role: known === entity ? (toFieldName(noun.words) ?? null) : null };
  const head = toEntityName([headOf(noun)]);
  const headEntity =
    head === null || noun.words.length < 2 || noun.words.includes('of')
      ? undefined
      : draft.entities.get(head);
  if (headEntity !== undefined && !isPlainValue(noun, item))
    return { entity: headEntity, role: toFieldName(noun.words) };
  if (SELF_ROLES.has(headOf(noun)) && isPerson(entity, headOf(noun)))
    return { entity, role: toFieldName(noun.words) };
  const user = draft.entities.get('User');
  if (
    PERSON_ROLES.has(headOf(noun)) &&
    user !== undefined &&
    user !== entity &&
    item.qualities.type === undefined
  ) {
    draft.assumptions.push({
      path: `${entity.name}.${toFieldName(noun.words)}`,
      text: `The ${noun.words.join(' ')} of ${entity.name} is a User.`,
    });
    return { entity: user, role: toFieldName(noun.words) };
  }
  if (isSurelyEntity(item) || (DEPENDENT_NOUNS.has(headOf(noun)) && noun.words.length === 1)) {
    const made = ensureEntity(draft, noun);
    return made === null ? null : { entity: made, role: null };
  }
  return null;
}

/** "a category" is a relation when Category is an entity; "email" stays a value even if someone lists emails. */
function isPlainValue(noun: Noun, item: Item): boolean {
  return (
    item.children.length === 0 &&
    item.quantity === null &&
    TYPE_BY_LAST_WORD.some(
      ([type, set]) =>
        type !== 'text' &&
        type !== 'integer' &&
        type !== 'money' &&
        type !== 'boolean' &&
        set.has(headOf(noun)),
    )
  );
}

function isPerson(entity: DraftEntity, role: string): boolean {
  if (role === 'parent') return true;
  return /(Employee|Staff|StaffMember|Person|User|Worker|Member|Manager|TeamMember|Agent|Colleague|Teacher|Contact|Patient)$/.test(
    entity.name,
  );
}

function addFact(
  draft: Draft,
  entity: DraftEntity,
  target: Target,
  item: Item,
  qualities: Qualities,
): void {
  const many = item.quantity === 'many' || (item.noun.plural && item.quantity !== 'one');
  const isSelf = target.entity === entity;
  const fact: Fact = {
    from: entity.name,
    to: target.entity.name,
    cardinality: many ? 'many' : 'one',
    source: 'has',
    required: qualities.optional !== true && !(isSelf && qualities.required !== true),
    exclusive: DEPENDENT_NOUNS.has(headOf(item.noun)) || (item.children.length > 0 && !many),
    role: target.role,
    start: item.start,
    end: item.end,
  };
  draft.facts.push(fact);
  mark(
    draft,
    item,
    `${entity.name}.${target.role ?? target.entity.name}`,
    many
      ? `${entity.name} has many ${target.entity.name}`
      : `${entity.name} has a ${target.entity.name}`,
  );
}

function applyBelongs(draft: Draft, statement: Extract<Statement, { kind: 'belongs' }>): void {
  for (const subject of statement.subjects) {
    const name = toEntityName(subject.words);
    const entity = lookUp(draft, name);
    if (entity === undefined) continue;
    draft.current = entity.name;
    mark(draft, subject, entity.name, `entity ${entity.name}`);
    for (const target of statement.targets) {
      const weak = !statement.strong && !draft.entities.has(toEntityName(target.noun.words) ?? '');
      if (weak) continue;
      addBelongs(draft, entity, target, {
        optional: statement.optional,
        many: statement.many && target.noun.plural,
        source: statement.many ? 'habit' : 'belongs',
      });
    }
  }
}

function isRoleOf(subjects: readonly Noun[], target: Noun): boolean {
  return subjects.some(
    (subject) =>
      SELF_ROLES.has(headOf(target)) &&
      isPerson({ name: toEntityName(subject.words) ?? '', fields: [], order: 0 }, headOf(target)),
  );
}

function addBelongs(
  draft: Draft,
  entity: DraftEntity,
  target: Item,
  how: { optional: boolean; many: boolean; source: Fact['source'] },
): void {
  const found =
    findTarget(draft, entity, { ...target, indefinite: true }) ?? fallbackTarget(draft, target);
  if (found === null) return;
  const many = how.many || (target.quantity === 'many' && target.noun.plural);
  const isSelf = found.entity === entity;
  draft.facts.push({
    from: entity.name,
    to: found.entity.name,
    cardinality: many ? 'both-many' : 'one',
    source: how.source,
    required: !how.optional && target.qualities.optional !== true && !isSelf,
    exclusive: false,
    role:
      found.role === toFieldName(target.noun.words) &&
      isSelf &&
      toEntityName(target.noun.words) === entity.name
        ? null
        : found.role,
    start: target.start,
    end: target.end,
  });
  mark(
    draft,
    target,
    `${entity.name}.${found.role ?? found.entity.name}`,
    many
      ? `${entity.name} and ${found.entity.name} are many-to-many`
      : `${entity.name} belongs to ${found.entity.name}`,
  );
}

function fallbackTarget(draft: Draft, target: Item): Target | null {
  const entity = isEntityNoun(target.noun) ? ensureEntity(draft, target.noun) : null;
  return entity === null ? null : { entity, role: null };
}

function applyTopic(draft: Draft, statement: Extract<Statement, { kind: 'topic' }>): void {
  for (const item of statement.items) {
    const name = toEntityName(item.noun.words);
    const entity = lookUp(draft, name);
    if (entity === undefined) continue;
    draft.current = entity.name;
    mark(draft, item, entity.name, `entity ${entity.name}`);
    for (const child of item.children) addItem(draft, entity, child, false);
    for (const owner of item.belongsTo)
      addBelongs(draft, entity, owner, { optional: false, many: false, source: 'belongs' });
  }
}

function applyManyToMany(
  draft: Draft,
  statement: Extract<Statement, { kind: 'many-to-many' }>,
): void {
  const entities = statement.nouns
    .map((noun) => ensureEntity(draft, noun))
    .filter((entity) => entity !== null);
  const [left, right] = entities;
  if (left === undefined || right === undefined) return;
  draft.facts.push({
    from: left.name,
    to: right.name,
    cardinality: 'both-many',
    source: 'explicit',
    required: false,
    exclusive: false,
    role: null,
    start: statement.start,
    end: statement.end,
  });
  mark(
    draft,
    statement,
    `${left.name}.${right.name}`,
    `${left.name} and ${right.name} are many-to-many`,
  );
}

/** "students enrol in many courses", "customers place orders", "users can create, edit and delete tasks". */
const PRIVILEGED = new Set([
  'admin',
  'admins',
  'administrator',
  'administrators',
  'manager',
  'managers',
  'moderator',
  'moderators',
  'owner',
  'owners',
  'staff',
  'supervisor',
  'supervisors',
  'superuser',
  'superusers',
]);

function isPrivileged(subject: Noun): boolean {
  return PRIVILEGED.has(headOf(subject));
}

function applyActs(draft: Draft, statement: Extract<Statement, { kind: 'acts' }>): void {
  const before = draft.marks.length;
  for (const subject of statement.subjects) {
    const actor = lookUp(draft, toEntityName(subject.words) ?? '');
    for (const item of statement.items) {
      const target = lookUp(draft, toEntityName(item.noun.words) ?? '');
      if (target === undefined) continue;
      if (actor !== undefined && actor !== target && relates(statement.verb))
        addHabit(draft, actor, target, item, statement);
      else if (CRUD.has(statement.verb) && !statement.subjects.some(isPrivileged))
        mark(
          draft,
          statement,
          target.name,
          `${target.name} can be created, read, updated, deleted, filtered and searched`,
        );
    }
  }
  if (draft.marks.length === before)
    draft.misses.push({
      start: statement.start,
      end: statement.end,
      reason:
        'rules about who may do what, and behaviour beyond keeping data, are not compiled yet',
    });
}

function addHabit(
  draft: Draft,
  actor: DraftEntity,
  target: DraftEntity,
  item: Item,
  statement: Extract<Statement, { kind: 'acts' }>,
): void {
  const isMutual = MANY_TO_MANY_VERBS.has(statement.verb);
  const plural = item.noun.plural || item.quantity === 'many';
  const oneOf = isMutual || statement.preposition;
  const cardinality = plural ? (isMutual ? 'both-many' : 'many') : oneOf ? 'one' : 'many';
  draft.facts.push({
    from: actor.name,
    to: target.name,
    cardinality,
    source: 'habit',
    required: true,
    exclusive: false,
    role: null,
    start: statement.start,
    end: statement.end,
  });
  mark(
    draft,
    statement,
    `${actor.name}.${target.name}`,
    `${actor.name} and ${target.name} are related ("${statement.verb}")`,
  );
}

function applyConstraint(
  draft: Draft,
  statement: Extract<Statement, { kind: 'constraint' }>,
): void {
  for (const subject of statement.subjects) {
    const place = findField(draft, subject, statement.owner, statement.qualities);
    if (place === null) continue;
    addField(draft, place.entity, { ...subject, words: place.words }, statement.qualities);
    mark(
      draft,
      statement,
      `${place.entity.name}.${toFieldName(place.words) ?? ''}`,
      'what the value may be',
    );
    if (statement.owner !== null)
      mark(draft, statement.owner, place.entity.name, `entity ${place.entity.name}`);
  }
}

/** Whose field is meant: the owner that is named, the entity spoken of, or the only one that has it. */
function findField(
  draft: Draft,
  subject: Noun,
  owner: Noun | null,
  qualities: Qualities,
): { entity: DraftEntity; words: string[] } | null {
  const words = [...subject.words.slice(0, -1), singularField(headOf(subject))];
  if (owner !== null) {
    const entity = lookUp(draft, toEntityName(owner.words) ?? '');
    return entity === undefined ? null : { entity, words };
  }
  const current = draft.current === null ? undefined : draft.entities.get(draft.current);
  const has = (entity: DraftEntity, candidate: string[]) =>
    entity.fields.some((field) => field.name === toFieldName(candidate));
  const candidates = [...(current ? [current] : []), ...draft.entities.values()];
  for (const candidate of [subject.words, words]) {
    const entity = candidates.find((each) => has(each, candidate));
    if (entity !== undefined) return { entity, words: candidate };
  }
  for (const entity of draft.entities.values()) {
    const prefix = words.slice(0, -1);
    if (prefix.length > 0 && toEntityName(prefix) === entity.name)
      return { entity, words: words.slice(-1) };
  }
  const isField =
    qualities.values !== undefined ||
    looksLikeValue({ ...subject, words }) ||
    ENUM_NOUNS.has(words.at(-1) ?? '');
  return current !== undefined && isField ? { entity: current, words } : null;
}

function singularField(word: string): string {
  return PLURAL_VALUES.has(word) ? word : singular(word);
}
