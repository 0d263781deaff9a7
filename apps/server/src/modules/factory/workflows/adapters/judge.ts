import {
  type Decision,
  decide,
  evolve,
  type Fact,
  getUnit,
  hasEnded,
  interruptionFacts,
  runningKeys,
  stageFact,
  unitState,
} from '@quantumlayer/workflow';
import type { Arrival } from './drive-work.ts';
import type { Folded } from './folded.ts';

/** Whatever was running belonged to a process that is gone. */
export const interruptAll: Arrival = ({ plan, state }, at) =>
  hasEnded(state) ? [] : interruptionFacts(plan, state, runningKeys(plan, state), at);

const dueAlarms: Arrival = ({ plan, state }, at) =>
  state.paused || state.stopping !== null || hasEnded(state)
    ? []
    : state.alarms
        .filter((alarm) => alarm.at <= at)
        .map(({ node }) => {
          const { attempt } = unitState(state, getUnit(plan, node));
          return stageFact('stage.due', { node, attempt, at }, {});
        });

/** When the next alarm is due; null while nothing may wake the execution. */
export function nearestAlarm({ state }: Folded): number | null {
  const { paused, stopping, alarms } = state;
  const isDeaf = paused || stopping !== null || alarms.length === 0;
  return isDeaf ? null : Math.min(...alarms.map(({ at }) => at));
}

/** The facts that the arrivals stand for and what follows from them; nothing new follows in a process that closes. */
export function judge(
  current: Folded,
  arrivals: readonly Arrival[],
  at: number,
  isClosing: boolean,
): Decision {
  const { facts, folded } = interpret(current, [dueAlarms, ...arrivals], at);
  if (isClosing) return { state: folded.state, facts, commands: [] };
  const decision = decide(folded.plan, folded.state, at);
  return { ...decision, facts: [...facts, ...decision.facts] };
}

/** What the arrivals mean, each in the state that the ones before it left. */
function interpret(start: Folded, arrivals: readonly Arrival[], at: number) {
  const facts: Fact[] = [];
  let folded = start;
  for (const arrival of arrivals) {
    if (hasEnded(folded.state)) break;
    const found = arrival(folded, at);
    facts.push(...found);
    const state = found.reduce((before, fact) => evolve(start.plan, before, fact), folded.state);
    folded = { ...folded, state };
  }
  return { facts, folded };
}
