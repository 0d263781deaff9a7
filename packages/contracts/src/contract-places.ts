import { z } from 'zod';
import { identifier, name, stateSchema } from './contract-words.ts';

/** Where a value of a request comes from; `account` is who is signed in, `body` without a name the whole body. */
export const sourceSchema = z
  .discriminatedUnion('in', [
    z.strictObject({ in: z.enum(['path', 'query', 'header', 'cookie', 'body']), name }),
    z.strictObject({ in: z.literal('whole-body') }),
    z.strictObject({ in: z.literal('account'), name }),
    /** The key of the record that the path names before: of this resource. */
    z.strictObject({ in: z.literal('parent'), name }),
    z.strictObject({ in: z.literal('constant'), value: z.unknown() }),
    z.strictObject({ in: z.literal('now') }),
  ])
  .meta({ id: 'ContractSource' });
export type Source = z.infer<typeof sourceSchema>;

/** How a rule refuses: `inapplicable` is what could be right and is not as things are. */
const ruleRefusal = z.enum([
  ...(['conflict', 'forbidden', 'invalid', 'inapplicable', 'gone', 'not-found'] as const),
]);

export const conditionSchema = z
  .strictObject({ member: name, source: sourceSchema })
  .meta({ id: 'ContractCondition' });
export type Condition = z.infer<typeof conditionSchema>;
export const filterSchema = z
  .strictObject({
    parameter: name,
    member: name,
    match: z.enum([
      ...(['equals', 'contains', 'starts-with', 'one-of'] as const),
      ...(['at-least', 'at-most', 'before', 'after', 'on-day'] as const),
      /** A switch: `true` for rows of which the member is more than nothing, `false` for all. */
      'any-left',
      /** A switch: rows with a switch that is on, or, where it is left out, that is off. */
      'switched',
      /** Rows that are the same in `of` have, taken together, every one of the values. */
      'all-of',
      /** A switch: fewer rows refer to the row, by a member and in states, than the member says. */
      'has-room',
    ]),
    of: name.optional(),
    /** Of `has-room`: what takes the room. */
    room: z
      .strictObject({ resource: identifier, by: name, when: z.array(stateSchema).max(3) })
      .optional(),
  })
  .meta({ id: 'ContractFilter' });
export type ContractFilter = z.infer<typeof filterSchema>;

/** What belongs to somebody else is not found, or refused where the document has an answer for that. */
export const scopes = ['all', 'own-or-hidden', 'own-or-forbidden'] as const;
export const scopeSchema = z.enum(scopes);

/** The row that must be there for the operation to make sense: the parent in the path. */
export const parentSchema = z
  .strictObject({
    resource: identifier,
    where: z.array(conditionSchema),
    scope: scopeSchema,
    /** A secret of this row, without which nobody gets past it. */
    opens: conditionSchema.optional(),
    /** Only who has a row of this resource that names it, by this member, gets past it. */
    joined: z.strictObject({ resource: identifier, by: name }).optional(),
    /** Its owner does not get past it. */
    others: z.enum(['forbidden', 'conflict', 'invalid']).optional(),
    /** Named in the body, perhaps not at all: what is not there makes the request wrong, not its address. */
    referred: z.literal(true).optional(),
  })
  .meta({ id: 'ContractParent' });
export type ParentLookup = z.infer<typeof parentSchema>;

/** A state of the row itself, or of a row that the path names before, in which an operation is refused. */
export const contractGuardSchema = z
  .strictObject({
    of: identifier.optional(),
    member: name,
    value: z.unknown(),
    /** Every other state is refused. */
    not: z.literal(true).optional(),
    /** Of rows that are gathered, or of how many there are: there are none. */
    empty: z.literal(true).optional(),
    refusal: ruleRefusal,
    says: z.string().max(300),
  })
  .meta({ id: 'ContractGuard' });
export type ContractGuard = z.infer<typeof contractGuardSchema>;

/** A value that has to be one of those in a list of a row that the path names before: an option of the poll. */
export const amongSchema = z
  .strictObject({ of: identifier, list: name, source: sourceSchema, says: z.string().max(300) })
  .meta({ id: 'ContractAmong' });
export type ContractAmong = z.infer<typeof amongSchema>;

/** A row that is read is counted in it; it is not there for more than another member says, or once nothing is left. */
export const countsSchema = z
  .strictObject({
    member: name,
    by: z.union([z.literal(1), z.literal(-1)]),
    most: name.optional(),
    stamps: name.optional(),
  })
  .meta({ id: 'ContractCounts' });

/** What goes from whoever is signed in to the account that has this value. */
export const movesSchema = z
  .strictObject({
    resource: identifier,
    member: name,
    amount: sourceSchema,
    to: conditionSchema,
  })
  .meta({ id: 'ContractMoves' });

/** Of the rows that refer to the same row of another resource, by this member, no more than so many are in a state. */
export const limitSchema = z
  .strictObject({
    of: identifier,
    by: name,
    /** A number, or the member of the other resource that says how many. */
    most: z.union([z.int().min(0), name]),
    when: z.array(stateSchema).max(3),
    refusal: ruleRefusal,
    says: z.string().max(300),
  })
  .meta({ id: 'ContractLimit' });
export type ContractLimit = z.infer<typeof limitSchema>;

/** A new row takes no more of a number of the row around than there is: of what is due, of a balance. */
export const withinSchema = z
  .strictObject({
    of: identifier,
    /** The member of the new row that says how much it takes, or gives where `takes` is -1. */
    amount: name,
    takes: z.union([z.literal(1), z.literal(-1)]),
    /** What there is: a figure of the row around, as it is before the new row. */
    most: name,
    /** The member of the new row that keeps what there is with it. */
    leaves: name.optional(),
    /** The state that the row around takes once nothing is left. */
    settles: z.strictObject({ member: name, value: z.unknown() }).optional(),
    refusal: ruleRefusal,
    says: z.string().max(300),
  })
  .meta({ id: 'ContractWithin' });
export type ContractWithin = z.infer<typeof withinSchema>;

/** A request says on which version of a row its change is based; of another one it is refused. */
export const expectedVersionSchema = z
  .strictObject({ member: name, source: sourceSchema, refusal: z.enum(['conflict', 'outdated']) })
  .meta({ id: 'ContractExpectedVersion' });
export type ExpectedVersion = z.infer<typeof expectedVersionSchema>;

/** Rows of another resource that are made with a new one: each item of a member of the body is one. */
export const madeWithSchema = z
  .strictObject({
    property: name,
    resource: identifier,
    /** The member that holds the key of the new row. */
    by: name,
    set: z.array(z.strictObject({ member: name, property: name })).max(100),
  })
  .meta({ id: 'ContractMadeWith' });
export type MadeWith = z.infer<typeof madeWithSchema>;
