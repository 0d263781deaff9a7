import type { Blueprint, Remark } from '@quantumlayer/contracts';
import type { SegmentContext } from '../grammar/segment-context.ts';
import type { Item, Statement } from '../grammar/statements.ts';
import type { Mark, Miss } from '../model/draft.ts';
import type { Token } from '../text/tokens.ts';
import type { Edit } from './edit.ts';
import type { Span, Value } from './instruction.ts';
import type { Reference } from './reference.ts';

/** One wish of the text; `isDecided`: it answers a question of an earlier reading, and wins. */
export type Clause = Span & {
  tokens: readonly Token[];
  /** What the sentence is about, before its wishes: "guests:". */
  label: readonly Token[];
  sentence: number;
  isDecided: boolean;
  /** The sentence has other wishes, for which this one may be the reason. */
  isBesideOthers: boolean;
  isQuestion: boolean;
  /** Words of it that say nothing of their own: "oh and", "it would be nice if". */
  silent: readonly Span[];
};

/** `isWhole`: all of its words were read by an instruction. */
export type ToldClause = Clause & { isWhole?: true };

/** A question, and the edits that each would answer it. */
export type Asked = Span & { remark: Remark; answers: readonly string[] };

/** Two wishes that contradict each other, told by what they are about. */
export type Conflict = { key: string; spans: readonly Span[]; remark: Remark };

/** What a value was said to be, and where. */
export type Said = Span & { value: string; isDecided: boolean };

/** What is known while the clauses of a follow-up are read one after another. */
export type State = {
  readonly base: Blueprint;
  /** The text, as the reader of data takes it. */
  readonly context: SegmentContext;
  readonly decidedFrom: number;
  /** Wishes that are left alone, since they contradict each other. */
  readonly excluded: ReadonlySet<string>;
  blueprint: Blueprint;
  /** Told in the way of a first prompt, and not yet added. */
  told: { statements: Statement[]; clauses: ToldClause[] };
  renames: Record<string, string>;
  values: Record<string, Value>;
  /** Which words asked for the change of a path. */
  origins: Map<string, Span>;
  said: Map<string, Said>;
  done: { edit: Edit; clause: Clause }[];
  marks: Mark[];
  misses: Miss[];
  aliases: Map<string, string>;
  asked: Asked[];
  assumptions: Remark[];
  conflicts: Conflict[];
  /** Fields that were optional and are required now. */
  required: Set<string>;
  /** What decided clauses added, as answers name it: `add Invoice.discount`. */
  decidedPaths: Set<string>;
  /** Clauses that speak of what the text itself brings: read once that is there. */
  later: Clause[];
  /** What would be a field of something, or a thing of its own if another sentence describes it. */
  lonely: { items: Item[]; clause: Clause }[];
  /** The entity and the thing spoken of last. */
  near: string | null;
  last: Reference | null;
};

/** Whether its words stand in another order than they were written in. */
export function isReordered({ tokens }: Clause): boolean {
  return tokens.some(({ start }, index) => start < (tokens[index - 1]?.start ?? 0));
}

/** The words were understood, and became this. */
export function markWhole(state: State, { start, end }: Span, path: string, meaning: string): void {
  state.marks.push({ start, end, path, meaning, isWhole: true });
}

export function refuse(state: State, { start, end }: Span, reason: string): void {
  state.misses.push({ start, end, reason, isFirm: true });
}

/** The words were understood as far as that it can be asked what is meant. */
export function askAbout(state: State, clause: Span, question: Omit<Asked, keyof Span>): void {
  const { start, end } = clause;
  state.asked.push({ start, end, ...question });
  markWhole(state, clause, question.remark.path, 'a question');
}

export function assume(state: State, path: string, text: string): void {
  state.assumptions.push({ path, text, answers: [] });
}
