import { type Entity, humanise, type Row } from '../lib/entity.ts';
import { useTransition } from '../lib/records.ts';
import { useRights } from '../lib/rights.ts';
import { useNotify } from './notices.tsx';

/** The moves that are possible from the state of a record, for who may make them. */
export function TransitionButtons({ entity, row }: { entity: Entity; row: Row }) {
  const { lifecycle } = entity;
  const { mayMove } = useRights(entity);
  const move = useTransition(entity, row);
  const notify = useNotify();
  if (lifecycle === undefined) return null;
  const state = String(row[lifecycle.field]);
  return lifecycle.transitions
    .filter((transition) => transition.from.includes(state) && mayMove(transition, row))
    .map((transition) => (
      <button
        key={transition.name}
        type="button"
        disabled={move.isPending}
        onClick={() =>
          move.mutate(transition, {
            onSuccess: () => notify(`It is ${humanise(transition.to).toLowerCase()} now.`),
            onError: (error) => notify(error.message),
          })
        }
      >
        {transition.label}
      </button>
    ));
}
