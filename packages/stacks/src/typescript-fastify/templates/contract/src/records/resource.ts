import { getTableColumns } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';

/** A stored row by the names of the document. */
export type Row = Record<string, unknown>;

/** Somebody who is signed in. */
export type Account = { key: unknown; row: Row };

export type MemberRule = {
  /** Nobody gives it: the server does, when a row is made or changed. */
  made?: 'created' | 'changed' | 'token' | 'owner' | 'changer' | 'version' | 'number';
  /** Of `number`: each row that this member names has numbers of its own. */
  numberedBy?: string;
  /** Of `owner`, and of `changer`, who changed it last: the members of the account that are kept beside the row. */
  shows?: readonly string[];
  /** What a new row has where nothing is given. */
  initial?: unknown;
  /** Equal in any case of its letters. */
  caseless?: true;
  /** Given out once; what is kept of it is a hash. */
  hashed?: true;
  /** A moment so long after now as another member says, in units of so many seconds. */
  lasts?: { of: string; seconds: number };
  /** Made of the words of another member, with a number behind where that is taken. */
  slugOf?: string;
  /** At first it is what another member is. */
  startsAs?: string;
  /** What a new row has where nothing is given. */
  otherwise?: 'now' | 'today' | 'token';
  /** Told by an uploaded file. */
  file?: { of: string; fact: 'name' | 'type' | 'size' | 'present' };
  /** Of a file: the types that it may have, by its bytes, and how large it may be. */
  types?: readonly string[];
  maxBytes?: number;
  kind?: 'file' | 'password' | 'json';
};

/** A value that a member has, or does not have. */
export type State = { member: string; value: unknown; not?: true };

/** Something counted or taken from the rows of another resource that refer to this one. */
export type Gathered = {
  name: string;
  from: () => Resource;
  by: string;
  take: 'count' | 'average' | 'sum' | 'rows' | 'latest';
  member?: string;
  /** Of `latest`: what is shown for a value, and where there are no rows. */
  shows?: readonly { value: unknown; as: unknown }[];
  none?: unknown;
  /** Of `latest`: the member of the row itself that stands for it where there are no rows. */
  or?: string;
  /** What an average is multiplied by. */
  scale?: number;
  /** Only rows that have these values, or do not have them. */
  when?: readonly State[];
  order?: { member: string; descending: boolean };
};

/** A number that is added, or taken off. */
export type Term = { of: string; minus: boolean };

/** Read in the row that it refers to, or calculated from numbers of its own. */
export type Derived =
  | { name: string; take: 'lookup'; by: string; from: () => Resource; member: string }
  | { name: string; take: 'product'; of: readonly [string, string] }
  | { name: string; take: 'percent'; of: string; percent: number | string; round?: number }
  | { name: string; take: 'terms' | 'balance'; terms: readonly Term[] }
  | { name: string; take: 'present'; of: string }
  | { name: string; take: 'edited'; of: string }
  | { name: string; take: 'fresh'; of: string; seconds: number; fresh: string; stale: string };

export type Resource = {
  title: string;
  table: PgTable;
  key: { member: string; made: 'number' | 'uuid' | 'token' | 'client' | 'either' | 'fixed' };
  /** Members about which there is something to know. */
  rules: Readonly<Record<string, MemberRule>>;
  /** Members that are numbers. */
  numbers: readonly string[];
  /** The member with the key of the account that a row belongs to. */
  owner?: string;
  /** The member that names another account that a row belongs to as well, by this member of accounts. */
  party?: { member: string; by: string };
  /** Rows in a state are there for their owners, or for who is signed in, and for nobody else. */
  hidden?: State & { to: 'owner' | 'signed-in'; refusal: 'not-found' | 'forbidden' };
  /** The member with the key of the row above, of the same kind. */
  tree?: string;
  /** Members that a row has in common with the one above it. */
  treeWithin?: readonly string[];
  /** Members that hold keys of what people keep to themselves. */
  refers?: readonly { member: string; to: () => Resource }[];
  gathered: readonly Gathered[];
  derived?: readonly Derived[];
  /** The moment from which on a row is not there any more. */
  expires?: string;
  /** How often it can still be read; at none it is not there any more. */
  spent?: string;
  /** Rows with the same values take no time from one moment to another that overlaps. */
  apart?: { by: readonly string[]; from: string; to: string; unless?: State };
  /** Members of which one comes before the other. */
  ordered?: readonly { earlier: string; later: string; strict: boolean }[];
};

export const SEQUENCE = '$sequence';

/** The column of a member; throws for what is none. */
export function columnOf({ table, title }: Resource, member: string): PgColumn {
  const columns = getTableColumns(table);
  const column = Object.hasOwn(columns, member) ? columns[member] : undefined;
  if (column === undefined) throw new Error(`${title} has no member ${member}.`);
  return column;
}
