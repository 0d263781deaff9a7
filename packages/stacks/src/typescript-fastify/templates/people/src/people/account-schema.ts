import { z } from 'zod';
import { email } from '../fields/email.ts';
import { timestamp } from '../fields/timestamp.ts';
import { pageParameters, sortBy } from '../http/query.ts';
import { knownPassword, newPassword } from './password-rules.ts';
import { roles } from './roles.ts';

export const accountEmail = email({ max: 254 });
const role = z.enum(roles);

export const credentials = z.strictObject({ email: accountEmail, password: knownPassword });

// @if !above
export const newAccount = z.strictObject({ email: accountEmail, role, password: newPassword });
// @end
// @if above
export const newAccount = z.strictObject({
  email: accountEmail,
  role,
  password: newPassword,
  teamId: z.uuid().optional().describe('Absent: the team of who makes the account'),
});
// @end
export type NewAccount = z.output<typeof newAccount>;

export const accountChanges = z
  .strictObject({ email: accountEmail, role, isActive: z.boolean(), password: newPassword })
  .partial();
export type AccountChanges = z.output<typeof accountChanges>;

export const accountSchema = z
  .object({
    id: z.uuid(),
    email: z.string(),
    role,
    isActive: z.boolean(),
// @if teams
    teamId: z.uuid(),
// @end
    createdAt: timestamp,
    updatedAt: timestamp,
  })
  .meta({ id: 'Account' });

export const accountQuery = z.strictObject({
  ...pageParameters,
  sort: sortBy(['email', 'createdAt', 'updatedAt']),
  role: role.optional(),
});
export type AccountQuery = z.output<typeof accountQuery>;
