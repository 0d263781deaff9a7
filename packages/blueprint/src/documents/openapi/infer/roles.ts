import type { ContractOperation } from '@quantumlayer/contracts';
import { flatten } from '../flatten.ts';
import { isObject } from '../json-value.ts';
import type { Operation } from '../operations.ts';
import { plain } from '../words.ts';
import { addMember, type Draft, findMember, type Inference } from './draft.ts';
import type { Facts } from './operation-facts.ts';
import { ADMIN, ordinaryRole } from './rights.ts';

type Judged = { facts: Facts; access: ContractOperation['access'] };

/** The role that an operation is for, when the document speaks of administrators; else null. */
export function roleOf({ scopes, text, tag, segments }: Operation): string | null {
  const says =
    /\b(only (an? )?admin|admins? only|admin(istrator)?s? (can|may|only|role|access|rights|privileges?|users?)|requires? (an? )?admin|as an? admin|by an? admin|must be (an? )?admin|restricted to admin)/.test(
      text,
    );
  const isAdmin =
    says ||
    segments.includes('admin') ||
    /^admin/i.test(tag ?? '') ||
    scopes.some((scope) => /^admin\b/i.test(scope));
  return isAdmin ? 'admin' : null;
}

/** Where something is for administrators alone, accounts have a role: the one that the document shows, or one that nobody sees. */
export function addRole(inference: Inference, all: readonly Judged[]): readonly Judged[] {
  const { accounts } = inference;
  const isNeeded = all.some(({ access }) => access.for === 'session' && access.role !== null);
  if (accounts === null || !isNeeded) return all;
  const { member, admin } = shownRole(inference, accounts.draft, all) ?? hiddenRole(accounts.draft);
  accounts.role = member;
  return all.map(({ facts, access }) => ({
    facts,
    access: access.for === 'session' && access.role !== null ? { ...access, role: admin } : access,
  }));
}

type Role = { member: string; admin: string };

function shownRole(inference: Inference, draft: Draft, all: readonly Judged[]): Role | null {
  for (const [key, member] of draft.members) {
    if (member.kind !== 'text' || !/^(user|account)?(role|type)$/.test(plain(member.name)))
      continue;
    const choices = choicesOf(inference, draft, all, member.name);
    const admin = choices === null ? 'admin' : choices.find((each) => ADMIN.test(String(each)));
    if (admin === undefined) continue;
    draft.members.set(key, { ...member, default: ordinaryRole(choices ?? []) ?? 'user' });
    return { member: member.name, admin: String(admin) };
  }
  return null;
}

function hiddenRole(draft: Draft): Role {
  const name = findMember(draft, 'role') === undefined ? 'role' : 'accountRole';
  addMember(draft, name, { kind: 'text', nullable: false, default: 'user' });
  return { member: name, admin: 'admin' };
}

function choicesOf(
  { root }: Inference,
  { noun }: Draft,
  all: readonly Judged[],
  name: string,
): readonly unknown[] | null {
  for (const { facts } of all) {
    if (facts.subject.noun !== noun) continue;
    const schema = facts.row?.schema.properties.get(name);
    const choices = isObject(schema) ? flatten(root, schema).choices : null;
    if (choices !== null) return choices;
  }
  return null;
}
