import type { Blueprint } from '@quantumlayer/contracts';
import type { Decisions } from '../decisions.ts';
import { readSegment } from '../grammar/segments.ts';
import { createTagBudget } from '../text/tagger.ts';
import { act } from './act.ts';
import { addAllTold } from './add-told.ts';
import { addTold } from './additions.ts';
import type { Instruction, Span } from './instruction.ts';
import { createKnown, type Known } from './known.ts';
import { perform } from './perform.ts';
import { withThing } from './pronouns.ts';
import { readInstruction } from './read-instruction.ts';
import type { Reference } from './reference.ts';
import { thingsIn } from './seed-draft.ts';
import { type Clause, refuse, type State } from './state.ts';
import { tell } from './tell.ts';
import { tellLonely } from './tell-addition.ts';
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
    if (clause.sentence !== sentence && !isInstead(clause)) state.near = null;
    sentence = clause.sentence;
    readClause(state, clause);
  }
  addAllTold(state);
  tellLonely(state);
  for (const clause of state.later.splice(0)) readClause(state, clause);
  addAllTold(state);
  for (const clause of source.clauses) markSilent(state, clause);
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
    ...{ later: [], lonely: [] },
  };
}

/** "drop the due date; add a payment term instead" speaks of the same thing. */
function isInstead({ tokens }: Clause): boolean {
  return tokens.at(-1)?.lower === 'instead';
}

/** Words around a wish became what the wish became. */
function markSilent({ marks }: State, clause: Clause): void {
  const { start, end } = clause;
  const silent = [...clause.silent, ...(isInstead(clause) ? clause.tokens.slice(-1) : [])];
  const wish = marks.find((mark) => mark.start >= start && mark.end <= end);
  if (wish === undefined) return;
  const isMarked = (word: Span) =>
    marks.some((mark) => mark.isWhole && mark.start <= word.start && mark.end >= word.end);
  for (const word of silent)
    if (!isMarked(word)) marks.push({ ...wish, start: word.start, end: word.end, isWhole: true });
}

/** All that a clause wants or nothing of it: where a part does not fit, what was done for the others is taken back. */
function readClause(state: State, clause: Clause): void {
  const before = snapshot(state);
  const misses = state.misses.length;
  readWishes(state, clause);
  const isRefused = state.misses.slice(misses).some(({ isFirm }) => isFirm);
  if (isRefused) Object.assign(state, before);
}

function snapshot({ blueprint, told, ...state }: State): Partial<State> {
  return {
    blueprint,
    told: { statements: [...told.statements], clauses: [...told.clauses] },
    ...{ renames: { ...state.renames }, values: { ...state.values } },
    ...{ origins: new Map(state.origins), said: new Map(state.said) },
    ...{ done: [...state.done], marks: [...state.marks], required: new Set(state.required) },
    ...{ assumptions: [...state.assumptions] },
  };
}

function readWishes(state: State, said: Clause): void {
  const clause = { ...said, tokens: withThing(state, said.tokens) };
  if (clause.isQuestion) {
    refuse(state, clause, 'this asks, and does not say what is to be different');
    return;
  }
  const known = createKnown(state.blueprint, state.last);
  const instructions =
    readOfLabel(clause, known) ?? readInstruction(clause.tokens, known) ?? readOfOld(state, clause);
  const isOpen = instructions?.flatMap(targetsOf).some((target) => !known.isThere(target)) === true;
  if (instructions !== null && !(isOpen && isOfNew(state, clause))) {
    for (const instruction of instructions) act(state, instruction, clause);
    return;
  }
  if (isOfNew(state, clause)) {
    state.later.push(clause);
    return;
  }
  const rules = tellRules(state, clause);
  if (rules === 'whole') return;
  if (saysNoLonger(clause)) {
    refuse(state, clause, 'what is no longer so was not understood in these words');
    return;
  }
  const segment = { heading: null, isRow: false, columns: [], cells: [], isBullet: false };
  const tokens = isInstead(clause) ? clause.tokens.slice(0, -1) : clause.tokens;
  const statements = readSegment({ ...segment, tokens: [...tokens] }, state.context);
  tell(state, statements, clause);
}

/** The reader of data would make a thing of it that is there from now on. */
function saysNoLonger({ tokens }: Clause): boolean {
  return tokens.some(({ lower }, at) => lower === 'no' && tokens[at + 1]?.lower === 'longer');
}

const LINKS: Readonly<Record<string, string>> = {
  ...{ add: 'to', include: 'to', drop: 'from', remove: 'from', delete: 'from' },
};

/** "guests: add a nationality" is "add a nationality to guests". */
function readOfLabel({ tokens, label }: Clause, known: Known): Instruction[] | null {
  const [first] = label;
  const link = LINKS[tokens[0]?.lower ?? ''];
  if (first === undefined || link === undefined) return null;
  const wishes = readInstruction(
    [...tokens, { ...first, text: link, lower: link }, ...label],
    known,
  );
  const targets =
    wishes?.flatMap((wish) => ('owners' in wish ? wish.owners : targetsOf(wish))) ?? [];
  return targets.length > 0 && targets.every(known.isThere) ? wishes : null;
}

/** A wish about what the text has dropped or renamed before, by its old name. */
function readOfOld(state: State, { tokens }: Clause): Instruction[] | null {
  const isMoved = state.done.some(({ edit: { kind } }) => kind === 'drop' || kind === 'rename');
  return isMoved ? readInstruction(tokens, createKnown(state.base, state.last)) : null;
}

function targetsOf(instruction: Instruction): Reference[] {
  if ('targets' in instruction) return instruction.targets;
  if (instruction.kind === 'observe' || instruction.kind === 'belong') return [];
  return 'target' in instruction ? [instruction.target] : [];
}

/** Longer texts are not read ahead, so that they stay quick. */
const MOST_PREVIEWED = 40;

const OF_VALUES = new Set(['default', 'fill', 'values', 'describe', 'drop', 'rename']);

/** "a property has a country; the default country is Austria": what the text itself brings has to be there first. */
function isOfNew(state: State, { tokens }: Clause): boolean {
  const { statements } = state.told;
  if (statements.length === 0 || statements.length > MOST_PREVIEWED) return false;
  const next = addTold(state.blueprint, statements, state.decidedFrom).blueprint;
  const known = createKnown(next, state.last);
  const wishes = readInstruction(tokens, known) ?? [];
  return wishes.some((wish) => OF_VALUES.has(wish.kind) && targetsOf(wish).every(known.isThere));
}

/** "The app is called ...", as it was decided after an earlier reading. */
function nameApp(state: State, words: string[], end: number): void {
  const clause = {
    ...{ start: end, end, tokens: [], label: [], silent: [] },
    ...{ sentence: -1, isDecided: true, isBesideOthers: false, isQuestion: false },
  };
  perform(state, { kind: 'name-app', words }, clause);
}
