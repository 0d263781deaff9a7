import type { Blueprint } from '@quantumlayer/contracts';
import type { Decisions } from '../decisions.ts';
import { readSegment } from '../grammar/segments.ts';
import { createTagBudget } from '../text/tagger.ts';
import { act } from './act.ts';
import { addAllTold } from './add-told.ts';
import { createKnown } from './known.ts';
import { perform } from './perform.ts';
import { readInstruction } from './read-instruction.ts';
import { thingsIn } from './seed-draft.ts';
import type { Clause, State } from './state.ts';
import { tell } from './tell.ts';
import { tellRules } from './tell-rules.ts';

type Source = {
  text: string;
  clauses: readonly Clause[];
  decisions: Decisions;
  excluded: ReadonlySet<string>;
};

/** Reads the clauses one after another, each on what those before it have made. */
export function readClauses(base: Blueprint, source: Source): State {
  const state = createState(base, source);
  let sentence = -1;
  for (const clause of source.clauses) {
    if (clause.sentence !== sentence) state.near = null;
    sentence = clause.sentence;
    readClause(state, clause);
  }
  addAllTold(state);
  const { appName } = source.decisions;
  if (appName !== null) nameApp(state, appName, source.text.length);
  return state;
}

function createState(base: Blueprint, { text, decisions, excluded }: Source): State {
  return {
    base,
    decidedFrom: decisions.from,
    excluded,
    context: {
      prompt: text,
      budget: createTagBudget(thingsIn(base.entities)),
      previous: [],
      isFirst: false,
    },
    blueprint: base,
    told: { statements: [], clauses: [] },
    ...{ renames: {}, values: {}, origins: new Map(), said: new Map(), done: [] },
    ...{ marks: [], misses: [], aliases: new Map(), asked: [], assumptions: [], conflicts: [] },
    ...{ required: new Set(), decidedPaths: new Set(), near: null, last: null },
  };
}

function readClause(state: State, clause: Clause): void {
  const known = createKnown(state.blueprint, state.last);
  const instructions = readInstruction(clause.tokens, known);
  if (instructions !== null) {
    for (const instruction of instructions) act(state, instruction, clause);
    return;
  }
  const rules = tellRules(state, clause);
  if (rules === 'whole') return;
  const segment = { heading: null, isRow: false, columns: [], cells: [], isBullet: false };
  const statements = readSegment({ ...segment, tokens: [...clause.tokens] }, state.context);
  tell(state, statements, clause);
}

/** "The app is called ...", as it was decided after an earlier reading. */
function nameApp(state: State, words: string[], end: number): void {
  const clause = { start: end, end, tokens: [], sentence: -1, isDecided: true };
  perform(state, { kind: 'name-app', words }, clause);
}
