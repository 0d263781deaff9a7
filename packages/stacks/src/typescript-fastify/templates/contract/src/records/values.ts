import { randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { UploadedFile } from '../contract/bodies.ts';
import { Refusal } from '../contract/refusal.ts';
import { hashSecret } from './conditions.ts';
import { fileName, mediaTypeOf } from './file-facts.ts';
import { type Account, columnOf, type MemberRule, type Resource, type Row } from './resource.ts';

/** Beside the content of a file: its name and type. */
export const ABOUT = '.about';

/** The values of a new row: what was given, what it starts with, and what the server makes. */
export function newValues(resource: Resource, given: Row, account: Account | null): Row {
  const { key, rules, owner } = resource;
  const values: Row = {};
  for (const [member, { initial, made, shows }] of Object.entries(rules)) {
    if (initial !== undefined) values[member] = initial;
    if (made === 'created' || made === 'changed') values[member] = now(resource, member);
    if (made === 'version') values[member] = 1;
    if (made === 'token') values[member] = newToken();
    if (made === 'owner' && account !== null) values[member] = shownOf(account.row, shows ?? []);
  }
  Object.assign(values, withoutUndefined(given), momentsOf(resource, { ...values, ...given }));
  for (const [member, { startsAs, otherwise }] of Object.entries(rules)) {
    if (startsAs !== undefined) values[member] = values[startsAs] ?? null;
    if (otherwise === 'now') values[member] ??= now(resource, member);
  }
  if (owner !== undefined && owner !== key.member && account !== null) values[owner] = account.key;
  if (values[key.member] === undefined) {
    const made = newKey(resource);
    if (made !== undefined) values[key.member] = made;
  }
  return withFileFacts(resource, values);
}

/** The values of a change. */
export function changedValues(resource: Resource, given: Row): Row {
  const values = { ...withoutUndefined(given), ...momentsOf(resource, given) };
  for (const [member, { made }] of Object.entries(resource.rules)) {
    if (made === 'changed') values[member] = now(resource, member);
    if (made === 'version') values[member] = sql`coalesce(${columnOf(resource, member)}, 0) + 1`;
  }
  return withFileFacts(resource, values);
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

/** Nobody guesses it. */
export function newToken(): string {
  return randomBytes(24).toString('base64url');
}

function newKey({ key, numbers }: Resource): string | undefined {
  switch (key.made) {
    case 'number':
      return undefined;
    case 'token':
      return newToken();
    case 'fixed':
      return 'main';
    case 'client':
      throw new Refusal('invalid', `${key.member} is missing.`);
    default:
      return numbers.includes(key.member) ? undefined : randomUUID();
  }
}

/** Times are text, or seconds since 1970 where the document wants a number. */
function now(resource: Resource, member: string): string | number {
  const isNumber = resource.numbers.includes(member);
  return isNumber ? Math.floor(Date.now() / 1_000) : new Date().toISOString();
}

/** What is told by the files among the values. */
function withFileFacts({ rules }: Resource, values: Row): Row {
  const facts = { ...values };
  for (const [member, rule] of Object.entries(rules)) {
    const { kind, file } = rule;
    const value = values[member];
    if (kind === 'file' && value !== undefined)
      facts[`${member}${ABOUT}`] = value === null ? null : aboutFile(member, value, rule);
    const upload = file === undefined ? undefined : values[file.of];
    if (file === undefined || upload === undefined) continue;
    if (file.fact === 'present') facts[member] = upload !== null;
    else if (upload instanceof UploadedFile)
      facts[member] = aboutFile(file.of, upload, rules[file.of] ?? {})[file.fact];
  }
  return facts;
}

type About = { name: string; type: string; size: number };

function aboutFile(member: string, value: unknown, { types, maxBytes }: MemberRule): About {
  if (!(value instanceof UploadedFile)) throw new Refusal('invalid', `${member} must be a file.`);
  const { content } = value;
  if (maxBytes !== undefined && content.length > maxBytes)
    throw new Refusal('too-large', `${member} has more than ${maxBytes} bytes.`);
  const type = mediaTypeOf(content);
  if (types !== undefined && !types.includes(type))
    throw new Refusal('unsupported', `${member} must be ${types.join(' or ')}.`);
  return { name: fileName(value.name), type, size: content.length };
}

/** As the columns take them. */
export function valuesOfColumns({ rules }: Resource, values: Row): Row {
  return Object.fromEntries(
    Object.entries(values).map(([member, value]) => {
      if (rules[member]?.hashed && typeof value === 'string') return [member, hashSecret(value)];
      return [
        member,
        rules[member]?.kind === 'file' && value instanceof UploadedFile ? value.content : value,
      ];
    }),
  );
}
