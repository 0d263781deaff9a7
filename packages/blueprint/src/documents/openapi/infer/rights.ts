import { isPrivilegeName } from './names.ts';

/** A role that may do everything. */
export const ADMIN = /^(role_?)?(admin(istrator)?|super_?user|super_?admin|root)$/i;

/** Whether a member gives rights to an account: nobody gives it to themselves. A choice without an administrator is no right. */
export function givesRights(name: string, choices: readonly unknown[] | null): boolean {
  return isPrivilegeName(name) && (choices?.some((each) => ADMIN.test(String(each))) ?? true);
}

/** The first ordinary one of the values that a role may have. */
export function ordinaryRole(choices: readonly unknown[]): string | undefined {
  const ordinary = choices.filter(
    (each): each is string => typeof each === 'string' && !ADMIN.test(each),
  );
  return (
    ordinary.find((each) => /^(user|member|viewer|customer|basic|regular|standard)$/i.test(each)) ??
    ordinary[0]
  );
}
