import type { Applied } from '../policy/applied.ts';
import { applyPolicy } from '../policy/apply-policy.ts';
import { readPolicy } from '../policy/read-policy.ts';
import type { Candidate } from '../policy/statements.ts';
import type { Token } from '../text/tokens.ts';
import { addAllTold } from './add-told.ts';
import { adopt } from './adopt.ts';
import { changeRights } from './change-rights.ts';
import { type Clause, isReordered, markWhole, refuse, type State } from './state.ts';

export type RulesRead = 'none' | 'beside-data' | 'whole';

/** What a clause says of people and rules, laid on what is there; a rule that fits nothing is left to the reader of data. */
export function tellRules(state: State, clause: Clause): RulesRead {
  const candidates = candidatesIn(state, clause);
  if (candidates.length === 0) return 'none';
  addAllTold(state);
  const { people } = state.blueprint;
  if (people !== undefined && candidates.some(isAboutPeople)) {
    return changeRights(state, candidates, clause) ? 'whole' : 'none';
  }
  const applied = lay(state, candidates);
  if (applied === null) return 'none';
  adopt(state, applied.blueprint, clause);
  state.marks.push(...applied.marks);
  const [mark] = applied.marks;
  // Marks of words in another order than they were written in span nothing.
  if (isReordered(clause) && mark !== undefined) markWhole(state, clause, mark.path, mark.meaning);
  state.misses.push(...applied.misses);
  state.assumptions.push(...applied.assumptions);
  state.asked.push(...applied.questions.map((remark) => ({ ...clause, remark, answers: [] })));
  for (const failed of applied.failed)
    refuse(state, failed, 'this rule fits nothing that is there');
  return candidates.every(({ isFirm }) => isFirm) ? 'whole' : 'beside-data';
}

/** Where the sentence names no thing ("the start is before the end"), it is about the only one that it fits. */
function lay({ blueprint, near }: State, candidates: readonly Candidate[]): Applied | null {
  const things = near === null ? blueprint.entities.map(({ name }) => name) : [near];
  const layOn = (path: string) =>
    applyPolicy(blueprint, candidates, [{ start: -1, end: -1, path, meaning: '' }]);
  const plain = applyPolicy(blueprint, candidates, []);
  if (plain.failed.length < candidates.length && near === null) return plain;
  const fitting = things.map(layOn).filter(({ failed }) => failed.length < candidates.length);
  const [only, second] = fitting;
  return second === undefined ? (only ?? null) : null;
}

/** "can no longer" as the reader of rights has it: "cannot". */
function withoutNoLonger(tokens: readonly Token[]): Token[] {
  const made: Token[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const [token, no, longer] = tokens.slice(at, at + 3);
    if (token === undefined) continue;
    const isNoLonger =
      /^(can|may)$/.test(token.lower) && no?.lower === 'no' && longer?.lower === 'longer';
    made.push(isNoLonger ? { ...token, lower: 'cannot', text: 'cannot', end: longer.end } : token);
    if (isNoLonger) at += 2;
  }
  return made;
}

function candidatesIn({ blueprint }: State, { tokens }: Clause): Candidate[] {
  const block = { kind: 'text' as const, indent: 0, blankBefore: false, level: 0 };
  return readPolicy([{ ...block, tokens: withoutNoLonger(tokens) }], blueprint);
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
