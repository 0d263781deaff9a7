import type { Derived, Member, Resource, ValueKind } from '@quantumlayer/contracts';
import type { Flat } from '../flatten.ts';
import type { JsonObject } from '../json-value.ts';
import type { Operation } from '../operations.ts';
import { camel, plain, safeName } from '../words.ts';
import type { Subject } from './subjects.ts';

/** What is known so far of a kind of record. */
export type Draft = {
  readonly noun: string;
  words: readonly string[];
  readonly subjects: Subject[];
  key: { member: string; made: Resource['key']['made']; kind: ValueKind } | null;
  readonly members: Map<string, Member>;
  owner: string | null;
  /** Values of paths that are kept nowhere else: the page of a comment. */
  readonly scopes: Set<string>;
  /** The member by which people name their own records, each among theirs. */
  ownKeyed: string | null;
  /** Whom a record goes to, by which member of accounts; with the member that says how much. */
  party: { member: string; by: string; amount: string } | null;
  /** Records in a state that not everybody sees. */
  hidden: Resource['hidden'] | null;
  /** The moment from which on it is not there any more. */
  expires: string | null;
  /** The member that says how often it can still be read. */
  spent: string | null;
  /** Of records with the same values no two take the same time. */
  apart: Resource['apart'] | null;
  /** The member that holds a body which is no object. */
  whole: string | null;
  /** A member of a body by which whoever makes a record wishes for its key. */
  wish: string | null;
  /** Members that say where the record is found, by the path of an operation. */
  readonly addresses: Map<string, { path: string; isWhole: boolean }>;
  /** The member with the key of the record above, of the same kind. */
  tree: string | null;
  /** Kinds of record it stands below. */
  readonly parents: Map<string, string>;
  /** Members that name a record of another kind. */
  readonly referred: Map<string, Draft>;
  /** Switches that no answer shows, with the operations that turn them on: checked out. */
  readonly marks: Map<string, Operation>;
  /** The operation that counts in another record and leaves one of these each time, with the member that says where. */
  recordedBy: { operation: Operation; by: string } | null;
  /** Of rows that calculations leave behind: the member with the result. */
  calculated: string | null;
  readonly gathered: Resource['gathered'];
  readonly derived: Derived[];
  readonly ordered: NonNullable<Resource['ordered']>;
  readonly uniqueTogether: string[][];
  readonly ambiguous: ReadonlySet<string>;
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

/** Names of one schema that differ in their spelling alone; elsewhere other spellings are the same name. */
export function findAmbiguous(root: unknown): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (value: unknown, depth: number): void => {
    if (typeof value !== 'object' || value === null || depth > 40) return;
    const { properties } = value as { properties?: unknown }; // looked at below
    if (typeof properties === 'object' && properties !== null) {
      const names = Object.keys(properties).map(plain);
      for (const [at, name] of names.entries()) if (names.indexOf(name) !== at) found.add(name);
    }
    for (const each of Object.values(value)) visit(each, depth + 1);
  };
  visit(root, 0);
  return found;
}

export function createDraft(
  noun: string,
  words: readonly string[],
  ambiguous: ReadonlySet<string> = new Set(),
): Draft {
  return {
    ...{
      ambiguous,
      noun,
      words,
      subjects: [],
      key: null,
      members: new Map(),
      owner: null,
      hidden: null,
      party: null,
      ownKeyed: null,
      scopes: new Set(),
      expires: null,
      spent: null,
      apart: null,
      whole: null,
      wish: null,
      addresses: new Map(),
      tree: null,
    },
    ...{
      parents: new Map(),
      referred: new Map(),
      marks: new Map(),
      recordedBy: null,
      calculated: null,
      gathered: [],
      derived: [],
      ordered: [],
      uniqueTogether: [],
    },
  };
}

/** The member by which clients know a record, and whether they name it themselves. */
export function knownBy({ key, ownKeyed }: Draft): { member: string | null; isGiven: boolean } {
  const member = ownKeyed ?? key?.member ?? null;
  return { member, isGiven: ownKeyed !== null || key?.made === 'client' };
}

export function resourceName({ words }: Draft): string {
  return safeName(camel(words));
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
  const added = { name: storedName(name), column, ...member };
  draft.members.set(keyOf(draft, name), added);
  return added;
}

/** Rows are objects, which have a prototype by this name. */
function storedName(name: string): string {
  return name === '__proto__' ? 'proto' : name;
}

export function findMember(draft: Draft, name: string): Member | undefined {
  return draft.members.get(keyOf(draft, name));
}

/** The name by which a draft knows a member. */
export function keyOf({ ambiguous }: Draft, name: string): string {
  const known = plain(name) || name;
  return ambiguous.has(known) ? name : known;
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
