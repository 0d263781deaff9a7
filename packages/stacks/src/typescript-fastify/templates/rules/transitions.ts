import { Problem } from '../http/problem.ts';

export type Transitions<State extends string> = Readonly<
  Record<string, { readonly from: readonly State[]; readonly to: State }>
>;

/** The state that a transition leads to; a problem that says what is possible where it does not start there. */
export function nextState<State extends string, Name extends string>(
  transitions: Readonly<Record<Name, Transitions<State>[string]>>,
  name: Name,
  member: string,
  state: State,
): State {
  const { from, to } = transitions[name];
  if (from.includes(state)) return to;
  const possible = Object.entries<Transitions<State>[string]>(transitions)
    .filter(([, transition]) => transition.from.includes(state))
    .map(([other]) => other);
  const detail = `is ${state}, where ${possible.join(', ') || 'nothing'} is possible`;
  throw new Problem(409, 'transition-refused', `The ${member} ${detail}.`, [
    { pointer: `/${member}`, detail },
  ]);
}
