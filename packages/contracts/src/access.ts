import { z } from 'zod';
import { entityName, fieldName } from './names.ts';

/** camelCase; what an account is, and what the rules of an entity name. */
const roleName = fieldName;

/** Who signs in to the app. The roles stand in order, from the one that may least to the one that may most. */
export const peopleSchema = z.strictObject({
  /** Who signs up gets the first role; the last one manages the accounts. */
  roles: z
    .array(z.strictObject({ name: roleName, description: z.string().max(500).optional() }))
    .min(1)
    .max(10),
  /** `closed`: only the last role makes accounts. */
  signUp: z.enum(['open', 'closed']),
  /**
   * Each account belongs to one row of this entity, its team: a company, a clinic, a household. Who signs up then makes
   * a new team and gets the last role of it, which manages the accounts of that team. The last roles may stand above
   * the teams: `seesAll` of this entity manages all of them, `readsAll` reads them.
   */
  memberOf: entityName.optional(),
});
export type People = z.infer<typeof peopleSchema>;

/** The roles that may do it; `everyone` is anybody, signed in or not. An empty list is nobody. */
export const allowed = z.union([z.literal('everyone'), z.array(roleName).max(10)]);
export type Allowed = z.infer<typeof allowed>;

/** Who may do what with the rows of one entity. */
export const accessSchema = z.strictObject({
  /**
   * `own`: a row belongs to the account that made it, and others do not see it; `team`: to the team of that account, and
   * other teams do not see it; `shared`: it belongs to nobody. Where accounts have teams, own rows stay in theirs as well.
   */
  rows: z.enum(['shared', 'own', 'team']),
  /** Where rows are `own`: the roles that see and change the rows of everybody (in their team); of `team`: of every team. */
  seesAll: z.array(roleName).max(10),
  /** Besides those: the roles that read the rows of everybody, but change only what is theirs. */
  readsAll: z.array(roleName).max(10).optional(),
  create: allowed,
  /** `everyone` reads all rows, even where they are `own`: others still cannot change them. */
  read: allowed,
  update: allowed,
  delete: allowed,
});
export type Access = z.infer<typeof accessSchema>;
