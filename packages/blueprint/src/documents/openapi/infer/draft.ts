import type { Member, Resource, ValueKind } from '@quantumlayer/contracts';
import type { Flat } from '../flatten.ts';
import type { JsonObject } from '../json-value.ts';
import type { Operation } from '../operations.ts';
import { camel, plain } from '../words.ts';
import type { Subject } from './subjects.ts';

/** What is known so far of a kind of record. */
export type Draft = {
  readonly noun: string;
  words: readonly string[];
  readonly subjects: Subject[];
  key: { member: string; made: Resource['key']['made']; kind: ValueKind } | null;
  readonly members: Map<string, Member>;
  owner: string | null;
  /** Kinds of record it stands below. */
  readonly parents: Map<string, string>;
  readonly gathered: Resource['gathered'];
  readonly uniqueTogether: string[][];
};

export type Accounts = {
  draft: Draft;
  logins: string[];
  password: string;
  role: string | null;
  login: Operation | null;
  register: Operation | null;
  logout: ReadonlySet<Operation>;
};

/** Everything that is found out about a document on the way to its contract. */
export type Inference = {
  readonly root: JsonObject;
  readonly subjects: readonly Subject[];
  readonly drafts: Map<string, Draft>;
  accounts: Accounts | null;
};

export function createDraft(noun: string, words: readonly string[]): Draft {
  return {
    ...{ noun, words, subjects: [], key: null, members: new Map(), owner: null },
    ...{ parents: new Map(), gathered: [], uniqueTogether: [] },
  };
}

export function resourceName({ words }: Draft): string {
  return camel(words);
}

/** How a value of a schema is stored. */
export function kindOf(schema: Flat): ValueKind {
  if (schema.format === 'binary' && schema.type !== 'array') return 'file';
  if (schema.varied) return 'json';
  switch (schema.type) {
    case 'string':
      return 'text';
    case 'integer':
    case 'number':
    case 'boolean':
      return schema.type;
    default:
      return 'json';
  }
}

const RESERVED = new Set(['id', 'owner_id']);

/** Adds a member unless there is one of this name; two spellings of a name are one member. */
export function addMember(
  draft: Draft,
  name: string,
  member: Omit<Member, 'name' | 'column'>,
): Member {
  const known = findMember(draft, name);
  if (known !== undefined) return known;
  const taken = new Set([...draft.members.values()].map(({ column }) => column));
  const base = columnName(name);
  let column = RESERVED.has(base) && base !== name ? `${base}_` : base;
  for (let count = 2; taken.has(column); count += 1) column = `${base}_${count}`;
  const added = { name, column, ...member };
  draft.members.set(plain(name) || name, added);
  return added;
}

export function findMember(draft: Draft, name: string): Member | undefined {
  return draft.members.get(plain(name) || name);
}

export function columnName(name: string): string {
  const column = name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replaceAll(/[^a-z\d]+/g, '_')
    .replaceAll(/^_+|_+$/g, '')
    .slice(0, 50);
  return /^[a-z]/.test(column) ? column : `c_${column || 'value'}`;
}
