import { randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
// @if files
import { UploadedFile } from '../contract/bodies.ts';
// @end
import { Refusal } from '../contract/refusal.ts';
import { hashSecret } from './conditions.ts';
// @if files
import { fileName, typeAmong } from './file-facts.ts';
// @end
// @if numberedRows
import { nextNumber } from './numbers.ts';
// @end
import { type Account, columnOf, type MemberRule, type Resource, type Row } from './resource.ts';

// @if files
/** Beside the content of a file: its name and type. */
export const ABOUT = '.about';

// @end
/** The values of a new row: what was given, what it starts with, and what the server makes. */
export function newValues(resource: Resource, given: Row, account: Account | null): Row {
  const { key, rules, owner } = resource;
  const values: Row = {};
  for (const [member, rule] of Object.entries(rules)) {
    if (rule.initial !== undefined) values[member] = rule.initial;
    // @if stamped
    if (rule.made === 'created' || rule.made === 'changed') values[member] = timeFor(resource, member);
    // @end
    // @if versioned
    if (rule.made === 'version') values[member] = 1;
    // @end
    // @if tokens
    if (rule.made === 'token') values[member] = newToken();
    // @end
    // @if numberedRows
    if (rule.made === 'number')
      values[member] = nextNumber(resource, member, given[rule.numberedBy ?? '']);
    // @end
    // @if showing
    if ((rule.made === 'owner' || rule.made === 'changer') && account !== null)
      values[member] = shownOf(account.row, rule.shows ?? []);
    // @end
  }
  // @if lasting
  Object.assign(values, withoutUndefined(given), momentsOf(resource, { ...values, ...given }));
  // @end
  // @if !lasting
  Object.assign(values, withoutUndefined(given));
  // @end
  // @if starting
  for (const [member, { startsAs }] of Object.entries(rules))
    if (startsAs !== undefined) values[member] = values[startsAs] ?? null;
  // @end
  // @if otherwiseNow
  for (const [member, { otherwise }] of Object.entries(rules))
    if (otherwise === 'now') values[member] ??= timeFor(resource, member);
  // @end
  // @if otherwiseToday
  for (const [member, { otherwise }] of Object.entries(rules))
    if (otherwise === 'today') values[member] ??= new Date().toISOString().slice(0, 10);
  // @end
  if (owner !== undefined && owner !== key.member && account !== null) values[owner] = account.key;
  if (values[key.member] === undefined) {
    const made = newKey(resource);
    if (made !== undefined) values[key.member] = made;
  }
  // @if files
  return withFileFacts(resource, values);
  // @end
  // @if !files
  return values;
  // @end
}

/** The values of a change. */
// @if changers
export function changedValues(resource: Resource, given: Row, account: Account | null): Row {
  // @end
  // @if changingAlone
export function changedValues(resource: Resource, given: Row, _account: Account | null): Row {
  // @end
  // @if !changing
export function changedValues(_resource: Resource, given: Row, _account: Account | null): Row {
  // @end
  // @if lasting
  const values = { ...withoutUndefined(given), ...momentsOf(resource, given) };
  // @end
  // @if !lasting
  const values = withoutUndefined(given);
  // @end
  // @if changedAt
  for (const [member, { made }] of Object.entries(resource.rules))
    if (made === 'changed') values[member] = timeFor(resource, member);
  // @end
  // @if changers
  for (const [member, { made, shows }] of Object.entries(resource.rules))
    if (made === 'changer' && account !== null) values[member] = shownOf(account.row, shows ?? []);
  // @end
  // @if versioned
  for (const [member, { made }] of Object.entries(resource.rules))
    if (made === 'version') values[member] = sql`coalesce(${columnOf(resource, member)}, 0) + 1`;
  // @end
  // @if files
  return withFileFacts(resource, values);
  // @end
  // @if !files
  return values;
  // @end
}

/** Moments that come so long after now as is given, and the one from which on a row is gone as this server writes it. */
function momentsOf({ rules, expires }: Resource, given: Row): Row {
  const moments: Row = {};
  for (const [member, { lasts }] of Object.entries(rules)) {
    const length = lasts === undefined ? undefined : given[lasts.of];
    if (lasts !== undefined && typeof length === 'number')
      moments[member] = momentAt(Date.now() + length * lasts.seconds * 1_000);
  }
  const said = expires === undefined ? undefined : given[expires];
  if (expires !== undefined && typeof said === 'string')
    moments[expires] ??= momentAt(Date.parse(said));
  return moments;
}

function momentAt(ms: number): string {
  const moment = new Date(ms);
  if (Number.isNaN(moment.getTime())) throw new Refusal('invalid', 'There is no such moment.');
  return moment.toISOString();
}

function withoutUndefined(given: Row): Row {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

function shownOf(account: Row, shows: readonly string[]): unknown {
  const [only, ...others] = shows;
  if (only !== undefined && others.length === 0) return account[only];
  return Object.fromEntries(shows.map((member) => [member, account[member]]));
}

// @if renewing
/** Others in place of all tokens of a row. */
export function newTokens({ rules }: Resource): Row {
  const members = Object.keys(rules).filter((member) => rules[member]?.made === 'token');
  return Object.fromEntries(members.map((member) => [member, newToken()]));
}

// @end
/** Nobody guesses it. */
export function newToken(): string {
  return randomBytes(24).toString('base64url');
}

// @if slugs
function newKey({ key, numbers, rules }: Resource): string | undefined {
  if (rules[key.member]?.slugOf !== undefined) return undefined;
  // @end
  // @if !slugs
function newKey({ key, numbers }: Resource): string | undefined {
  // @end
  switch (key.made) {
    case 'number':
      return undefined;
    // @if tokenKeys
    case 'token':
      return newToken();
    // @end
    // @if fixedKeys
    case 'fixed':
      return 'main';
    // @end
    // @if clientKeys
    case 'client':
      throw new Refusal('invalid', `${key.member} is missing.`);
    // @end
    default:
      return numbers.includes(key.member) ? undefined : randomUUID();
  }
}

/** Times are text, or seconds since 1970 where the document wants a number. */
function timeFor(resource: Resource, member: string): string | number {
  const isNumber = resource.numbers.includes(member);
  return isNumber ? Math.floor(Date.now() / 1_000) : new Date().toISOString();
}

/** What is told by the files among the values. */
function withFileFacts({ rules }: Resource, values: Row): Row {
  const facts = { ...values };
  for (const [member, rule] of Object.entries(rules)) {
    // @if fileFacts
    const { file } = rule;
    // @end
    const value = values[member];
    if (rule.kind === 'file' && value !== undefined)
      facts[`${member}${ABOUT}`] = value === null ? null : aboutFile(member, value, rule);
    // @if fileFacts
    const upload = file === undefined ? undefined : values[file.of];
    if (file === undefined || upload === undefined) continue;
    if (file.fact === 'present') facts[member] = upload !== null;
    else if (upload instanceof UploadedFile)
      facts[member] = aboutFile(file.of, upload, rules[file.of] ?? {})[file.fact];
    // @end
  }
  return facts;
}

type About = { name: string; type: string; size: number };

function aboutFile(member: string, value: unknown, { types, maxBytes }: MemberRule): About {
  if (!(value instanceof UploadedFile)) throw new Refusal('invalid', `${member} must be a file.`);
  const { content } = value;
  if (maxBytes !== undefined && content.length > maxBytes)
    throw new Refusal('too-large', `${member} has more than ${maxBytes} bytes.`);
  const type = typeAmong(content, types);
  if (types !== undefined && !types.includes(type))
    throw new Refusal('unsupported', `${member} must be ${types.join(' or ')}.`);
  return { name: fileName(value.name), type, size: content.length };
}

/** As the columns take them. */
export function valuesOfColumns({ rules }: Resource, values: Row): Row {
  return Object.fromEntries(
    Object.entries(values).map(([member, value]) => {
      if (rules[member]?.hashed && typeof value === 'string') return [member, hashSecret(value)];
      // @if files
      if (value instanceof UploadedFile) return [member, value.content];
      // @end
      return [member, value];
    }),
  );
}
