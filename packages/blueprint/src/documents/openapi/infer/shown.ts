import { type Flat, flatten } from '../flatten.ts';
import type { JsonObject } from '../json-value.ts';
import { plain } from '../words.ts';
import { initialBalance, isSenderName } from './amounts.ts';
import { csvGiven } from './csv.ts';
import { addDerived } from './derived.ts';
import {
  addMember,
  type Draft,
  findMember,
  type Inference,
  kindOf,
  resourceName,
} from './draft.ts';
import { addFileFact } from './file-facts.ts';
import { addFreshness } from './freshness.ts';
import { addGathered, isLatestBelow } from './gathered.ts';
import { itemOf } from './item-of.ts';
import { isDefault, isJsonValue } from './members.ts';
import {
  endsAsSecret,
  isChangedName,
  isCounterName,
  isCreatedName,
  isPasswordName,
  isPrivilegeName,
  isSecretName,
  isTokenName,
} from './names.ts';
import { addNumber } from './numbered.ts';
import type { Facts } from './operation-facts.ts';
import { addPerson } from './people-shown.ts';
import { ordinaryRole } from './rights.ts';
import { isFigureAfter } from './within.ts';

/** Finds where each member comes from that records show and no client gives. */
export function addShownMembers(inference: Inference, draft: Draft, facts: readonly Facts[]): void {
  for (const { row, intent, subject } of recordsFirst(facts)) {
    if (row === null || intent === 'count' || subject.noun !== draft.noun) continue;
    if (intent === 'deed' && !isLikeRecord(draft, row.schema)) continue;
    for (const [name, raw] of listsFirst(inference, row.schema)) {
      if (isPasswordName(name) || isMadeElsewhere(draft, name)) continue;
      if (findMember(draft, name) !== undefined) {
        addInitial(
          inference,
          draft,
          { name, schema: flatten(inference.root, raw), facts },
          row.schema.required.has(name),
        );
        continue;
      }
      const isAtOnce = intent === 'create' && row.schema.required.has(name);
      addShown(inference, draft, {
        ...{ name, schema: flatten(inference.root, raw), facts, isAtOnce },
        ...{ rowName: row.schema.name, isRequired: row.schema.required.has(name) },
      });
    }
  }
}

/** What the record around says of the last one below it, `GET /status/{service_id}`, is less than what records say. */
function recordsFirst(facts: readonly Facts[]): readonly Facts[] {
  const isOfOneAround = ({ intent, row, ownBy, subject: { own, parents } }: Facts) =>
    intent === 'read' &&
    own === null &&
    ownBy === null &&
    parents.length > 0 &&
    row?.many === false;
  return [...facts.filter((one) => !isOfOneAround(one)), ...facts.filter(isOfOneAround)];
}

function isMadeElsewhere({ addresses, derived }: Draft, name: string): boolean {
  return addresses.has(name) || derived.some((one) => one.name === name);
}

/** What is counted in rows stands beside these rows as often as not. */
function listsFirst({ root }: Inference, { properties }: Flat): [string, JsonObject][] {
  const isList = ([, raw]: [string, JsonObject]) => flatten(root, raw).type === 'array';
  const all = [...properties];
  return [...all.filter(isList), ...all.filter((one) => !isList(one))];
}

/** What a member is in answers that need it before any client has given it. */
function addInitial(
  inference: Inference,
  draft: Draft,
  { name, schema, facts }: Shown,
  isRequired: boolean,
): void {
  const member = findMember(draft, name);
  if (
    member === undefined ||
    member.default !== undefined ||
    member.made !== undefined ||
    name === draft.key?.member
  )
    return;
  if (
    schema.nullable ||
    member.refers !== undefined ||
    isAlwaysGiven(inference, draft, facts, name)
  )
    return;
  const initial = isDefault(schema.initial)
    ? schema.initial
    : isRequired
      ? (emptyOf(inference, name, schema) ?? emptyText(inference, draft, { name, schema, facts }))
      : undefined;
  if (initial === undefined || initial === null) return;
  for (const [plainName, each] of draft.members)
    if (each === member) draft.members.set(plainName, { ...member, default: initial });
}

/** Text that answers need and who makes a record may leave out; nothing where it is bound to a form. */
function emptyText(
  { root }: Inference,
  draft: Draft,
  { name, schema, facts }: Shown,
): string | undefined {
  const given = facts.flatMap(({ intent, subject: { operation, noun } }) => {
    if (intent !== 'create' || noun !== draft.noun || operation.body === null) return [];
    const raw = itemOf(root, operation.body.schema).properties.get(name);
    return raw === undefined ? [] : [flatten(root, raw)];
  });
  const isFree = [schema, ...given].every(({ type, bounded }) => type === 'string' && !bounded);
  return given.length > 0 && isFree ? '' : undefined;
}

/** Every way of making a record asks for it. */
function isAlwaysGiven(
  { root }: Inference,
  draft: Draft,
  facts: readonly Facts[],
  name: string,
): boolean {
  const making = facts.filter(
    ({ intent, subject }) =>
      intent === 'create' &&
      subject.noun === draft.noun &&
      // Each of its lines has to be like what the others take.
      csvGiven(root, subject.operation) === null,
  );
  return (
    making.length > 0 &&
    making.every(
      ({ subject: { operation } }) =>
        operation.body !== null && itemOf(root, operation.body.schema).required.has(name),
    )
  );
}

function emptyOf(inference: Inference, name: string, schema: Flat): unknown {
  if (schema.type === 'object') return emptyObject(inference, schema);
  if (schema.choices !== null) return plainChoice(schema.choices);
  if (schema.type === 'boolean') return false;
  if (schema.type === 'array' && isOfScalars(schema)) return [];
  if (schema.type === 'integer' || schema.type === 'number')
    return isCounterName(name) ? 0 : undefined;
  return undefined;
}

/** An object of what its members are at first; undefined where one that is required is nothing yet. */
function emptyObject(inference: Inference, { properties, required }: Flat): unknown {
  const members: [string, unknown][] = [];
  for (const [name, raw] of properties) {
    const schema = flatten(inference.root, raw);
    const initial = isDefault(schema.initial)
      ? schema.initial
      : schema.nullable
        ? null
        : required.has(name)
          ? emptyOf(inference, name, schema)
          : undefined;
    if (initial === undefined && required.has(name)) return undefined;
    if (initial !== undefined) members.push([name, initial]);
  }
  return members.length === 0 ? undefined : Object.fromEntries(members);
}

/** An answer that is a record and not a word about one. */
function isLikeRecord(draft: Draft, schema: Flat): boolean {
  const names = [...schema.properties.keys()];
  return (
    names.filter((name) => findMember(draft, name) !== undefined).length >=
    Math.min(2, names.length)
  );
}

type Shown = {
  name: string;
  schema: Flat;
  facts: readonly Facts[];
  /** Whoever makes the record is answered with it. */
  isAtOnce?: boolean;
  rowName?: string | null;
  isRequired?: boolean;
};

function addShown(inference: Inference, draft: Draft, shown: Shown): void {
  const { name, schema } = shown;
  const { nullable } = schema;
  const isTime = schema.type === 'string' || schema.type === 'integer' || schema.type === 'number';
  if (addGathered(inference, draft, shown)) {
    addInner(inference, draft, shown);
    return;
  }
  if (addDerived(draft, shown) || addFreshness(draft, shown)) return;
  const balance = initialBalance(inference, shown);
  if (balance !== undefined)
    return void addMember(draft, name, { kind: kindOf(schema), nullable, default: balance });
  if (draft.party !== null && isSenderName(name) && inference.accounts !== null) {
    const shows = [draft.party.by];
    return void addMember(draft, name, { kind: kindOf(schema), nullable, made: 'owner', shows });
  }
  if (isTime && isLastOf(draft, name))
    return void addMember(draft, name, { kind: timeKind(schema), nullable, made: 'changed' });
  if (schema.type === 'integer' && isTimesOf(draft, name))
    return void addMember(draft, name, { kind: 'integer', nullable, made: 'version' });
  if (isChangedName(name) && isTime)
    return void addMember(draft, name, { kind: timeKind(schema), nullable, made: 'changed' });
  if (isTime && isMomentOfPutting(shown))
    return void addMember(draft, name, { kind: timeKind(schema), nullable, made: 'changed' });
  if (isTime && (isCreatedName(name) || isMomentOfMaking(shown)))
    return void addMember(draft, name, { kind: timeKind(schema), nullable, made: 'created' });
  if (isVersion(name, schema))
    return void addMember(draft, name, { kind: kindOf(schema), nullable, made: 'version' });
  if (addPerson(inference, draft, shown) || addNumber(draft, shown)) return;
  if (isFigureAfter(name, schema))
    return void addMember(draft, name, { kind: kindOf(schema), nullable });
  if (addFileFact(draft, shown)) return;
  if (schema.type === 'string' && isSecretMade(inference, draft, shown))
    return void addMember(draft, name, {
      kind: 'text',
      nullable,
      made: 'token',
      unique: true,
      ...(isShownOnce(shown.facts, name) && { hashed: true as const }),
    });
  if (!isDefault(schema.initial) && isLatestBelow(inference, draft, name)) return;
  const initial = isDefault(schema.initial)
    ? schema.initial
    : (initialOf(name, schema) ??
      (schema.type === 'object' && !nullable ? emptyObject(inference, schema) : undefined));
  if (initial !== undefined || nullable)
    addMember(draft, name, {
      kind: kindOf(schema),
      nullable,
      ...(initial !== undefined && { default: initial }),
    });
}

/** Records within a record show members that no answer of their own need show. */
function addInner(inference: Inference, draft: Draft, { name, schema, facts }: Shown): void {
  const rows = draft.gathered.find((one) => one.name === name && one.take === 'rows');
  const child = [...inference.drafts.values()].find((one) => resourceName(one) === rows?.resource);
  if (child === undefined || child === draft) return;
  for (const [inner, raw] of flatten(inference.root, schema.items ?? {}).properties)
    if (findMember(child, inner) === undefined)
      addShown(inference, child, { name: inner, schema: flatten(inference.root, raw), facts });
}

const DONE_AT =
  /(ed|en|sent|lent|paid|begun|held|made|said|put|left|lost|built|bought|brought|caught|sold|told|met|won)(_?(In|Out|Up|Off|in|out|up|off))?(At|On|_at|_on)$/;

/** `borrowedAt` of a new loan: what has happened when it is made, or of what is never anything but made. */
function isMomentOfMaking({ name, schema, isAtOnce, facts }: Shown): boolean {
  const isMoment = schema.format === 'date-time' && !schema.nullable;
  if (!isMoment || !DONE_AT.test(name)) return false;
  return isAtOnce === true || isNeverChanged(facts);
}

/** `ratedAt` of a rating that one puts, and that the next one takes the place of. */
function isMomentOfPutting({ name, schema, facts }: Shown): boolean {
  const intents = facts.map(({ intent }) => intent);
  const isPut = intents.includes('replace') && !intents.includes('create');
  return isPut && schema.format === 'date-time' && !schema.nullable && DONE_AT.test(name);
}

function isNeverChanged(facts: readonly Facts[]): boolean {
  return (
    facts.some(({ intent }) => intent === 'create') &&
    facts.every(({ intent }) => ['create', 'list', 'search', 'read', 'remove'].includes(intent))
  );
}

/** `lastHeartbeat` of a heartbeat that each request replaces. */
function isLastOf(draft: Draft, name: string): boolean {
  const names = ['', 'at', 'time', 'date'].map((end) => `last${draft.noun}${end}`);
  return draft.key?.made === 'client' && names.includes(plain(name));
}

/** `heartbeatCount` of the same. */
function isTimesOf(draft: Draft, name: string): boolean {
  const own = plain(name);
  return draft.key?.made === 'client' && [`${draft.noun}count`, `${draft.noun}s`].includes(own);
}

/** It counts writes; what the document wants as text is shown as such. */
function isVersion(name: string, { type, format, description }: Flat): boolean {
  if (type !== 'integer' && (type !== 'string' || format !== '')) return false;
  return (
    /^(version|revision|rev|versionnumber|versiontag|entitytag|etag)$/.test(plain(name)) ||
    /\bchanges (with|on|at|after) (each|every|any) (write|change|update|edit|save)/i.test(
      description,
    )
  );
}

function timeKind(schema: Flat): 'integer' | 'text' {
  return schema.type === 'string' ? 'text' : 'integer';
}

const OF_WHO_ASKS =
  /\b(of the (caller|(current|calling|signed[- ]in|logged[- ]in) (user|account))|(the )?caller['’]s|your|whoever asks)\b/i;

/** What a member is before anybody changes it; undefined where the document does not tell. */
function initialOf(name: string, schema: Flat): string | number | boolean | unknown[] | undefined {
  const { choices, type, nullable } = schema;
  // It is another one for whoever asks.
  if (OF_WHO_ASKS.test(schema.description)) return undefined;
  if (isPrivilegeName(name))
    return type === 'boolean'
      ? false
      : (plainChoice(choices) ?? (type === 'string' ? 'user' : undefined));
  if (
    choices !== null &&
    choices.length > 0 &&
    /status|state|stage|phase|visibility|level|priority|kind|type|role/.test(plain(name))
  )
    return plainChoice(choices);
  if (choices?.length === 1) return plainChoice(choices);
  if (type === 'boolean')
    return /^(is)?(active|enabled|subscribed|available|open)$/.test(plain(name));
  if (type === 'integer' && isCounterName(name)) return 0;
  return !nullable && type === 'array' && isOfScalars(schema) ? [] : undefined;
}

/** A list of plain values that nothing has filled is empty; a list of records comes from somewhere. */
function isOfScalars({ items }: Flat): boolean {
  return items !== undefined && !/"(\$ref|properties)"/.test(JSON.stringify(items));
}

function plainChoice(choices: readonly unknown[] | null): string | number | boolean | undefined {
  const first = ordinaryRole(choices ?? []) ?? choices?.[0];
  return isJsonValue(first) && first !== null ? first : undefined;
}

/** A secret that the server makes; a link is one only where a request brings it again, since it is an address otherwise. */
function isSecretMade(inference: Inference, draft: Draft, { name, facts }: Shown): boolean {
  const isBrought = inference.subjects.some(({ operation }) =>
    operation.parameters.some((one) => plain(one.name) === plain(name)),
  );
  if (/link$/.test(plain(name))) return isBrought && isSecretName(name);
  // An account shows the token of its session.
  if (inference.accounts?.draft === draft && isTokenName(name)) return false;
  return (
    isSecretName(name) ||
    (isTokenName(name) && inference.accounts?.draft !== draft) ||
    (endsAsSecret(name) && isShownOnce(facts, name))
  );
}

/** Only who makes the record is told. */
function isShownOnce(facts: readonly Facts[], name: string): boolean {
  return facts.every(
    ({ row, intent }) => intent === 'create' || row?.schema.properties.has(name) !== true,
  );
}
