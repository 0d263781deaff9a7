import type { z } from 'zod';
import type { accountSchema, NewAccount } from '../../../src/people/account-schema.ts';
// @if !above
import { adminRole, roles } from '../../../src/people/roles.ts';
// @end
// @if above
import { adminRole, managersAboveTeams, roles } from '../../../src/people/roles.ts';
// @end
import { describeEntity } from '../lib/entity.ts';

// @if !above
const managers = [adminRole];
// @end
// @if above
const managers = [adminRole, ...managersAboveTeams];
// @end

/** What the screens of accounts know of them. */
export const account = describeEntity<z.output<typeof accountSchema>, NewAccount>({
  path: 'accounts',
  title: 'account',
  pluralTitle: 'accounts',
  label: 'email',
  search: false,
  fields: [
    { name: 'email', label: 'E-mail', type: 'email', required: true, sortable: true },
    {
      name: 'role',
      label: 'Role',
      type: 'enum',
      required: true,
      values: roles,
      initial: roles[0],
      filter: 'equals',
    },
    { name: 'isActive', label: 'May sign in', type: 'boolean', required: true, only: 'change' },
    {
      name: 'password',
      label: 'Password',
      type: 'password',
      required: true,
      hint: 'At least 10 characters.',
    },
  ],
  access: { create: managers, read: managers, update: managers, delete: managers },
});
