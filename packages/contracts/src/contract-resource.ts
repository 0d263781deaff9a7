import { z } from 'zod';
import { identifier, name, stateSchema } from './contract-words.ts';

const column = z.string().regex(/^[a-z][a-z0-9_]{0,58}$/);

export const valueKinds = [
  ...(['text', 'integer', 'number', 'boolean', 'json', 'file', 'password'] as const),
] as const;
export type ValueKind = (typeof valueKinds)[number];

/** A member of a stored row: what the document shows of it, or what the server needs beside that. */
export const memberSchema = z
  .strictObject({
    name,
    column,
    kind: z.enum(valueKinds),
    /** Null is a value that the document allows; otherwise an empty member is left out of answers. */
    nullable: z.boolean(),
    default: z.unknown().optional(),
    /** Never taken from a request. */
    made: z
      .enum(['created', 'changed', 'token', 'owner', 'changer', 'version', 'number'])
      .optional(),
    /** Of `made: 'number'`: each row that this member names has numbers of its own. */
    numberedBy: name.optional(),
    /** What the server puts where a new row is given nothing. */
    otherwise: z.enum(['now', 'today', 'token']).optional(),
    /** The row that it refers to cannot go before this one. */
    keeps: z.literal(true).optional(),
    /** The resource whose key it holds; rows go with the row they refer to. */
    refers: identifier.optional(),
    unique: z.literal(true).optional(),
    /** Equal in any case of its letters: addresses of mail. */
    caseless: z.literal(true).optional(),
    /** Given out once; what is kept of it is a hash. */
    hashed: z.literal(true).optional(),
    /** Of `made: 'owner'` and `'changer'`, who changed it last: the members of the account that are shown; several are an object. */
    shows: z.array(name).min(1).max(20).optional(),
    /** A moment, so long after the row was made as another member says, in units of so many seconds. */
    lasts: z.strictObject({ of: name, seconds: z.number().positive() }).optional(),
    /** Made of the words of another member, with a number behind where that is taken; it stays as it is. */
    slugOf: name.optional(),
    /** At first it is what another member is. */
    startsAs: name.optional(),
    /** Told by the file in another member. */
    file: z
      .strictObject({ of: name, fact: z.enum(['name', 'type', 'size', 'present']) })
      .optional(),
    /** Of a file: the types that it may have, by its bytes, and how large it may be. */
    mediaTypes: z.array(name).min(1).max(20).optional(),
    maxBytes: z.int().min(1).optional(),
  })
  .meta({ id: 'ContractMember' });
export type Member = z.infer<typeof memberSchema>;

/** What a row shows that is counted or taken from rows of another resource that refer to it. */
export const gatheredSchema = z.strictObject({
  name,
  resource: identifier,
  by: name,
  take: z.enum(['count', 'average', 'sum', 'rows', 'latest']),
  /** A member of the other resource, or something that is derived there. */
  member: name.optional(),
  /** Of `latest`: what is shown for a value, and where there are no rows. */
  shows: z
    .array(z.strictObject({ value: z.unknown(), as: z.unknown() }))
    .max(20)
    .optional(),
  none: z.unknown().optional(),
  /** Of `latest`: the member of the row itself that stands for it where there are no rows. */
  or: name.optional(),
  /** What an average is multiplied by: 100 of a percentage. */
  scale: z.number().positive().optional(),
  /** Only rows that have these values, or do not have them. */
  when: z.array(stateSchema).max(3).optional(),
  order: z.strictObject({ member: name, descending: z.boolean() }).optional(),
});
export type Gathered = z.infer<typeof gatheredSchema>;

/** What a row shows that is read in the row that it refers to, or calculated from its own numbers. */
export const derivedSchema = z.discriminatedUnion('take', [
  z.strictObject({
    name,
    take: z.literal('lookup'),
    by: name,
    resource: identifier,
    member: name,
    kind: z.enum(valueKinds),
  }),
  /** Factors are members or derived themselves. */
  z.strictObject({ name, take: z.literal('product'), of: z.array(name).length(2) }),
  /** So many per cent of a number, the rate being a number itself or a member; halves are rounded up. */
  z.strictObject({
    name,
    take: z.literal('percent'),
    of: name,
    percent: z.union([z.number(), name]),
    round: z.int().min(0).max(10).optional(),
  }),
  /** Numbers of the row added up, some of them taken off; `balance` has some that are gathered from other rows. */
  z.strictObject({
    name,
    take: z.enum(['terms', 'balance']),
    terms: z
      .array(z.strictObject({ of: name, minus: z.boolean() }))
      .min(2)
      .max(5),
  }),
  /** Whether there is a value in a member that nobody is shown: a password. */
  z.strictObject({ name, take: z.literal('present'), of: name }),
  /** Whether it was changed since it was made, by the count of its versions. */
  z.strictObject({ name, take: z.literal('edited'), of: name }),
  /** One word until this long after a moment, another one from then on. */
  z.strictObject({
    name,
    take: z.literal('fresh'),
    of: name,
    seconds: z.int().min(1),
    fresh: z.string(),
    stale: z.string(),
  }),
]);
export type Derived = z.infer<typeof derivedSchema>;

export const resourceSchema = z
  .strictObject({
    name: identifier,
    title: name,
    table: column,
    key: z.strictObject({
      member: name,
      made: z.enum(['number', 'uuid', 'token', 'client', 'either', 'fixed']),
    }),
    members: z.array(memberSchema).max(200),
    /** The member that holds the account a row belongs to. */
    owner: name.nullable(),
    /** The member that names another account that a row belongs to as well, by this member of accounts. */
    party: z.strictObject({ member: name, by: name }).optional(),
    /** Rows in a state are there for their owners, or for who is signed in, and for nobody else. */
    hidden: z
      .strictObject({
        member: name,
        value: z.unknown(),
        not: z.literal(true).optional(),
        to: z.enum(['owner', 'signed-in']),
        refusal: z.enum(['not-found', 'forbidden']),
      })
      .optional(),
    /** The member with the key of the row above, of the same kind. */
    tree: name.nullable(),
    /** Members that a row has in common with the one above it: comments answer those of the same page. */
    treeWithin: z.array(name).min(1).max(5).optional(),
    uniqueTogether: z.array(z.array(name).min(2)).max(10),
    gathered: z.array(gatheredSchema).max(20),
    derived: z.array(derivedSchema).max(20).optional(),
    /** The moment from which on a row is not there any more. */
    expires: name.optional(),
    /** The member that says how often it can still be read; at none it is not there any more. */
    spent: name.optional(),
    /** Rows with the same values take no time from one moment to another that overlaps. */
    apart: z
      .strictObject({
        by: z.array(name).max(3),
        from: name,
        to: name,
        /** Rows in this state take no time. */
        unless: stateSchema.optional(),
      })
      .optional(),
    /** Members of which one comes before the other. */
    ordered: z
      .array(z.strictObject({ earlier: name, later: name, strict: z.boolean() }))
      .max(5)
      .optional(),
  })
  .meta({ id: 'ContractResource' });
export type Resource = z.infer<typeof resourceSchema>;
