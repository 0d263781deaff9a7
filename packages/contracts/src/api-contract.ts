import { z } from 'zod';
import { contractAnswerSchema, viewSchema } from './contract-answer.ts';
import { computedValueSchema } from './contract-computed.ts';
import { pagingSchema, searchSchema, sortSchema } from './contract-listing.ts';
import {
  amongSchema,
  conditionSchema,
  contractGuardSchema,
  countsSchema,
  expectedVersionSchema,
  filterSchema,
  limitSchema,
  madeWithSchema,
  movesSchema,
  parentSchema,
  scopeSchema as scope,
  sourceSchema,
  withinSchema,
} from './contract-places.ts';
import { resourceSchema } from './contract-resource.ts';
import { summarySchema } from './contract-summary.ts';
import { identifier, name, stateSchema } from './contract-words.ts';

const answer = contractAnswerSchema;
const resource = identifier;
const where = z.array(conditionSchema).max(10);
const parents = z.array(parentSchema).max(5);
const set = z.array(conditionSchema).max(100);
const guards = z.array(contractGuardSchema).max(10).optional();
/** A secret of the row itself, without which nobody reaches it. */
const opens = conditionSchema.nullable();
/** Whether a change names the tag of the row that it is based on. */
const ifMatch = z.enum(['required', 'optional']).nullable();
/** The owner of this parent reaches a row as well as its own owner does. */
const orOwnerOf = identifier.optional();
const limit = limitSchema.optional();
const among = amongSchema.optional();

export const behaviourSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('list'),
      ...{ resource, where, parents, scope, answer },
      filters: z.array(filterSchema).max(50),
      search: searchSchema.nullable(),
      sort: sortSchema.nullable(),
      paging: pagingSchema.nullable(),
      /** Parameters of which the second may not be before the first. */
      ranges: z
        .array(z.strictObject({ from: name, to: name }))
        .max(5)
        .optional(),
      /** Only rows that a row of another resource, which is the caller's, names by this member. */
      through: z.strictObject({ resource, by: name }).optional(),
      /** Rows with these values are left out. */
      except: z
        .array(z.strictObject({ member: name, value: z.unknown() }))
        .max(3)
        .optional(),
    }),
    z.strictObject({
      kind: z.literal('create'),
      ...{ resource, parents, set, answer, guards, limit, among },
      /** The answer shows this parent instead of the new row. */
      shows: identifier.nullable(),
      /** Where there is a row with the same unique members already, this number of it goes up instead. */
      adds: z.strictObject({ member: name, most: z.number().nullable() }).optional(),
      /** Who makes it has a row of this resource that names it from the start. */
      joins: z.strictObject({ resource, by: name }).optional(),
      with: z.array(madeWithSchema).max(5).optional(),
      /** A number that goes from one account to another with the new row. */
      moves: movesSchema.optional(),
      within: withinSchema.optional(),
      /** What was made before is answered in this way and not made again: a row with these values. */
      again: z.strictObject({ where, answer }).optional(),
      /** Where a value is taken, the refusal suggests others of its form that are free. */
      suggests: z
        .strictObject({
          member: name,
          source: sourceSchema,
          pattern: z.string().max(1_000).optional(),
          most: z.int().min(1).optional(),
        })
        .optional(),
      /** With `replaces`: how the one row is found, and the secret without which nobody replaces it. */
      where,
      opens: opens.optional(),
      /** Somebody registers: the row is an account, and with `signIn` a session starts. */
      registers: z.boolean(),
      signIn: z.boolean(),
      /** A row with the same key or, for one row an owner, the same owner is replaced. */
      replaces: z.boolean(),
      /** With `replaces`: what is replaced has new tokens, and the old ones are worth nothing. */
      renews: z.literal(true).optional(),
      many: z.boolean(),
      /** With `many`: each line of a body of text makes a row, and is this member of it. */
      lines: name.optional(),
      /** With `many`: the body, or a part of it, has comma separated values, of which each line is like the body of another operation. */
      csv: z
        .strictObject({ method: z.literal('post'), path: z.string(), part: name.optional() })
        .optional(),
    }),
    z.strictObject({
      kind: z.literal('read'),
      ...{ resource, where, parents, scope, answer, opens, guards },
      /** The one row of an account is there from the first look on. */
      makes: z.boolean(),
      /** Any one of those that fit. */
      random: z.literal(true).optional(),
      filters: z.array(filterSchema).max(20).optional(),
      /** The file is that of the row of another resource that this one names, by this member. */
      of: z.strictObject({ resource, by: name }).optional(),
      readings: countsSchema.optional(),
    }),
    z.strictObject({
      kind: z.literal('change'),
      ...{ resource, where, parents, scope, set, answer, opens, ifMatch, guards, orOwnerOf, limit },
      expects: expectedVersionSchema.optional(),
      /** What the body does not name is emptied. */
      whole: z.boolean(),
      /** A row that is not there is made. */
      makes: z.boolean(),
      /** How that is answered, where it is answered in another way. */
      made: answer.optional(),
      shows: identifier.optional(),
      /** Objects that are given change the members that they name, and null takes one away (RFC 7396). */
      merges: z.literal(true).optional(),
      /** The next number that no row has had goes into this member, where there is none yet. */
      numbers: name.optional(),
      /** What is given of this member is put behind the text that is there. */
      appends: name.optional(),
      /** A row is kept of each time, with the key of the row that is changed and what was said. */
      logs: z.strictObject({ resource, by: name, set }).optional(),
    }),
    z.strictObject({
      kind: z.literal('remove'),
      ...{ resource, where, parents, scope, answer, opens, ifMatch, guards, orOwnerOf },
      shows: identifier.optional(),
      /** With `every`: parameters that say which, all of which a request has to have. */
      filters: z.array(filterSchema).max(5).optional(),
      /** With `every`: a list that the request gives, of values of which a row has one. */
      among: conditionSchema.optional(),
      /** All that fit, be it none. */
      every: z.boolean(),
    }),
    z.strictObject({
      kind: z.literal('increment'),
      ...{ resource, where, parents, scope, answer, guards },
      opens: opens.optional(),
      member: name,
      by: z.int(),
      /** The request says how many times `by`; nothing becomes less than nothing. */
      amount: sourceSchema.optional(),
      /** Keeps when it was counted last. */
      stamps: name.optional(),
      makes: z.boolean(),
      /** A row is kept of each time, with the key of the row that it counts in. */
      logs: z.strictObject({ resource, by: name }).optional(),
    }),
    z.strictObject({
      kind: z.literal('toggle'),
      ...{ resource, where, parents, scope, answer, member: name },
    }),
    z.strictObject({
      kind: z.literal('login'),
      answer,
      login: z.array(z.strictObject({ member: name, property: name })).min(1),
      password: name,
    }),
    z.strictObject({ kind: z.literal('logout'), answer }),
    z.strictObject({
      kind: z.literal('calculate'),
      answer,
      expression: sourceSchema.nullable(),
      operands: z.array(sourceSchema).max(2),
      operator: z.enum(['add', 'subtract', 'multiply', 'divide', 'power', 'modulo']).nullable(),
      /** The only operators that an expression may have. */
      operators: z.string().max(10).optional(),
      /** A row is kept of each time, with its result. */
      logs: z.strictObject({ resource, set, result: name.nullable() }).optional(),
    }),
    z.strictObject({ kind: z.literal('constant'), answer }),
    /** Worked out from the request, with nothing kept. */
    z.strictObject({
      kind: z.literal('compute'),
      answer,
      values: z.array(computedValueSchema).max(20),
    }),
    /** Whether there is such a row. */
    z.strictObject({
      kind: z.literal('exists'),
      ...{ resource, where, answer },
      parents,
      /** Whether a row takes any of the time from one moment to another. */
      during: z.strictObject({ from: sourceSchema, to: sourceSchema }).optional(),
    }),
    /** How many rows have each value of a member, or each element of a list in it; most of them first. */
    z.strictObject({
      kind: z.literal('groups'),
      ...{ resource, where, parents, scope, member: name, answer },
      value: name,
      count: name,
    }),
    /** Figures of rows: one object of all that fit, or a list of one for each group. */
    z.strictObject({
      kind: z.literal('summary'),
      ...{ resource, where, parents, scope, status: z.int().min(100).max(599) },
      filters: z.array(filterSchema).max(50),
      /** Only rows in one of these states. */
      states: z.array(stateSchema).max(10),
      many: z.boolean(),
      /** The member of the answer that holds the list. */
      within: name.nullable(),
      summary: summarySchema,
    }),
    /** How many rows there are of several kinds, or of those of whoever asks. */
    z.strictObject({
      kind: z.literal('tally'),
      answer,
      counts: z
        .array(
          z.strictObject({
            name,
            resource,
            own: z.boolean(),
            when: z.array(stateSchema).max(3).optional(),
          }),
        )
        .min(1)
        .max(50),
    }),
    z.strictObject({ kind: z.literal('undetermined'), question: z.string().max(500) }),
  ])
  .meta({ id: 'ContractBehaviour' });
export type Behaviour = z.infer<typeof behaviourSchema>;

/** Who may call an operation: `session` is whoever signed in, `key` whoever has the key of the configuration. */
export const operationAccessSchema = z
  .discriminatedUnion('for', [
    z.strictObject({ for: z.literal('everybody') }),
    z.strictObject({
      for: z.literal('session'),
      role: z.string().max(40).nullable(),
      optional: z.boolean(),
      /** The key of the configuration does as well. */
      orKey: z.boolean(),
    }),
    z.strictObject({ for: z.literal('key') }),
  ])
  .meta({ id: 'ContractAccess' });

export const operationSchema = z
  .strictObject({
    id: identifier,
    method: z.enum(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']),
    path: z.string().max(500),
    /** The file in which it stands, e.g. a resource or a tag. */
    group: z.string().regex(/^[a-z][a-z0-9-]{0,60}$/),
    summary: z.string().max(300),
    access: operationAccessSchema,
    behaviour: behaviourSchema,
  })
  .meta({ id: 'ContractOperation' });
export type ContractOperation = z.infer<typeof operationSchema>;

export const accountsSchema = z.strictObject({
  resource: identifier,
  /** Members by which somebody signs in. */
  logins: z.array(name).min(1),
  password: name,
  role: name.nullable(),
});

/** Where credentials stand in a request. */
export const carrierSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('bearer') }),
  z.strictObject({ kind: z.literal('basic') }),
  z.strictObject({ kind: z.enum(['cookie', 'header', 'query', 'body']), name }),
]);
export type Carrier = z.infer<typeof carrierSchema>;

/** An OpenAPI document as it was understood: what is stored, who signs in, and what each operation does. */
export const apiContractSchema = z
  .strictObject({
    /** As it was given. */
    source: z.strictObject({ name: z.string(), text: z.string() }),
    /** The same in the words of OpenAPI 3.1, as JSON. */
    document: z.string(),
    resources: z.array(resourceSchema).max(100),
    views: z.array(viewSchema).max(500),
    accounts: accountsSchema.nullable(),
    /** Of sessions, and of the key of the configuration. */
    carriers: z.strictObject({
      session: z.array(carrierSchema).max(5),
      key: z.array(carrierSchema).max(5),
    }),
    /** Path below which the operations stand, from `servers`. */
    basePath: z.string().max(200),
    operations: z.array(operationSchema).min(1).max(500),
  })
  .meta({ id: 'ApiContract' });
export type ApiContract = z.infer<typeof apiContractSchema>;
