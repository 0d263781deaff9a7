// @if people
import { type Account, useSession } from '../people/session.ts';
import type { Allowed, Entity, Row, Transition } from './entity.ts';

export type Action = 'create' | 'read' | 'update' | 'delete';

/** What the person who is signed in is offered. The server decides by itself; this only hides what it would refuse. */
export function useRights(entity: Entity) {
  const account = useSession().data ?? null;
  const reaches = (row: Row) => isWithinReach(entity, row, account);
  return {
    may: (action: Action) => mayDo(action, entity, account),
    mayChange: (action: 'update' | 'delete', row: Row) =>
      mayDo(action, entity, account) && reaches(row),
    mayMove: ({ allowed }: Transition, row: Row) =>
      isAllowed(allowed ?? entity.access?.update ?? [], account) && reaches(row),
  };
}

export function useReadable(entities: readonly Entity[]): Entity[] {
  const account = useSession().data ?? null;
  return entities.filter((entity) => mayDo('read', entity, account));
}

function mayDo(action: Action, { access }: Entity, account: Account | null): boolean {
  return isAllowed(access?.[action] ?? [], account);
}

function isAllowed(allowed: Allowed, account: Account | null): boolean {
  return allowed === 'everyone' || (account !== null && allowed.includes(account.role));
}

/** Rows with an owner are changed by the owner, and by who sees those of everybody. */
function isWithinReach({ access, owner }: Entity, row: Row, account: Account | null): boolean {
  if (owner === undefined || account === null) return owner === undefined;
  return row[owner] === account.id || (access?.seesAll ?? []).includes(account.role);
}
// @end
// @if !people
import type { Entity } from './entity.ts';

/** Nobody signs in to this app: whoever reaches it may do everything. */
const everything = { may: () => true, mayChange: () => true, mayMove: () => true };

/** What is offered; the place to ask who is there, once people sign in. */
export function useRights(_entity: Entity): Rights {
  return everything;
}

type Rights = {
  may(action: string): boolean;
  mayChange(action: string, row: object): boolean;
  mayMove(transition: object, row: object): boolean;
};

export const useReadable = (entities: readonly Entity[]) => entities;
// @end
