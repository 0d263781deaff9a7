import type { Blueprint } from '@quantumlayer/contracts';
import { applyPolicy } from '../policy/apply-policy.ts';
import { readPolicy } from '../policy/read-policy.ts';
import type { Candidate } from '../policy/statements.ts';
import { addAllTold } from './add-told.ts';
import { adopt } from './adopt.ts';
import { changeRights } from './change-rights.ts';
import { type Clause, refuse, type State } from './state.ts';

export type RulesRead = 'none' | 'beside-data' | 'whole';

/** What a clause says of people and rules, laid on what is there; a rule that fits nothing is left to the reader of data. */
export function tellRules(state: State, clause: Clause): RulesRead {
  const candidates = candidatesIn(state, state.blueprint, clause);
  if (candidates.length === 0) return 'none';
  addAllTold(state);
  const { people } = state.blueprint;
  if (people !== undefined && candidates.some(isAboutPeople)) {
    return changeRights(state, candidates, clause) ? 'whole' : 'none';
  }
  const near = state.near === null ? [] : [{ start: -1, end: -1, path: state.near, meaning: '' }];
  const applied = applyPolicy(state.blueprint, candidates, near);
  if (applied.failed.length === candidates.length) return 'none';
  adopt(state, applied.blueprint, clause);
  state.marks.push(...applied.marks);
  state.misses.push(...applied.misses);
  state.assumptions.push(...applied.assumptions);
  state.asked.push(...applied.questions.map((remark) => ({ ...clause, remark, answers: [] })));
  for (const failed of applied.failed)
    refuse(state, failed, 'this rule fits nothing that is there');
  return candidates.every(({ isFirm }) => isFirm) ? 'whole' : 'beside-data';
}

function candidatesIn(_state: State, blueprint: Blueprint, { tokens }: Clause): Candidate[] {
  const block = { kind: 'text' as const, indent: 0, blankBefore: false, level: 0 };
  return readPolicy([{ ...block, tokens: [...tokens] }], blueprint);
}

const PEOPLE = new Set([
  'right',
  'sign-in',
  'no-sign-in',
  'roles',
  'sign-up',
  'no-difference',
  'team',
  'team-shared',
]);

function isAboutPeople({ options }: Candidate): boolean {
  return options.some(({ kind }) => PEOPLE.has(kind));
}
