import type { Blueprint, BlueprintChange, Entity, Lifecycle, Rule } from '@quantumlayer/contracts';
import { accessOf } from '@quantumlayer/contracts';
import type { Renames } from './renames.ts';
import { sayAccess, sayAllowed, sayRule } from './say-parts.ts';

type Change = Omit<BlueprintChange, 'phrase'>;
type Context = { before: Blueprint; after: Blueprint; renames: Renames };

/** What differs in who may do what, in states and in the rules of one entity. */
export function diffRules(was: Entity, entity: Entity, context: Context): Change[] {
  const { name } = entity;
  const oldNames = new Map(
    Object.entries(context.renames).flatMap(([path, old]) =>
      path.startsWith(`${name}.`) ? [[old, path.slice(name.length + 1)] as const] : [],
    ),
  );
  const now = (member: string) => oldNames.get(member) ?? member;
  const listed = (left: readonly string[], right: readonly string[], place: string): Change[] => [
    ...left
      .filter((text) => !right.includes(text))
      .map((text) => lost(`${name}.${place}`, name, text)),
    ...right
      .filter((text) => !left.includes(text))
      .map((text) => got(`${name}.${place}`, name, text)),
  ];
  return [
    ...diffAccess(was, entity, context),
    ...listed(sayGroups(was, now), sayGroups(entity), 'uniqueTogether'),
    ...listed(sayRules(was.rules, now), sayRules(entity.rules), 'rules'),
    ...listed(sayLifecycle(was.lifecycle, now), sayLifecycle(entity.lifecycle), 'lifecycle'),
    ...listed(sayKeeping(was), sayKeeping(entity), 'records'),
  ];
}

function lost(path: string, name: string, text: string): Change {
  return {
    path,
    kind: 'removed',
    text: `No longer for ${name}: ${text}.`,
    before: text,
    after: null,
  };
}

function got(path: string, name: string, text: string): Change {
  return { path, kind: 'added', text: `New for ${name}: ${text}.`, before: null, after: text };
}

/** Where people come or go, only what differs from what everybody may do is told; the rest goes without saying. */
function diffAccess(was: Entity, entity: Entity, { before, after }: Context): Change[] {
  const left = saidAccess(was, before, after);
  const right = saidAccess(entity, after, before);
  if (left === right) return [];
  const path = `${entity.name}.access`;
  const text = `Who may do what with ${entity.name} changes.`;
  return [{ path, kind: 'changed', text, before: left, after: right }];
}

function saidAccess(entity: Entity, { people }: Blueprint, other: Blueprint): string | null {
  if (people === undefined) return null;
  const isSaid = other.people !== undefined || entity.access !== undefined;
  return isSaid ? sayAccess(accessOf(entity, people)) : null;
}

type Now = (member: string) => string;
const same: Now = (member) => member;

function sayGroups({ uniqueTogether = [] }: Entity, now: Now = same): string[] {
  return uniqueTogether.map((group) => `${group.map(now).join(' and ')} are unique together`);
}

/** Names in a rule are as the new blueprint has them, so that a rename alone is no new rule. */
function sayRules(rules: readonly Rule[] = [], now: Now = same): string[] {
  return rules.map((rule) => sayRule(renameRule(rule, now)));
}

function renameRule(rule: Rule, now: Now): Rule {
  switch (rule.kind) {
    case 'delete-blocked':
    case 'change-blocked':
      return { ...rule, field: now(rule.field) };
    case 'delete-blocked-by':
      return { ...rule, relation: now(rule.relation) };
    case 'at-most':
      return { ...rule, per: now(rule.per) };
    case 'no-overlap':
      return { ...rule, start: now(rule.start), end: now(rule.end), per: rule.per.map(now) };
    case 'order':
      return { ...rule, first: now(rule.first), second: now(rule.second) };
  }
}

function sayLifecycle(lifecycle: Lifecycle | undefined, now: Now = same): string[] {
  if (lifecycle === undefined) return [];
  return [
    `its ${now(lifecycle.field)} starts as ${lifecycle.initial}`,
    ...lifecycle.transitions.map(
      ({ name, from, to, roles }) =>
        `${name} from ${from.join(' or ')} to ${to}${roles === undefined ? '' : ` by ${sayAllowed(roles)}`}`,
    ),
  ];
}

function sayKeeping({ optimisticLocking, softDelete, audited }: Entity): string[] {
  return [
    ...(optimisticLocking ? ['a change names the version that it is based on'] : []),
    ...(softDelete ? ['what is deleted can be restored'] : []),
    ...(audited ? ['who changed what is kept'] : []),
  ];
}
