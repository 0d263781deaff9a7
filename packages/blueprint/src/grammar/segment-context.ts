import type { TagBudget } from '../text/tagger.ts';
import type { Token } from '../text/tokens.ts';
import type { Noun, Statement } from './statements.ts';

/** What the reader of a segment knows of the prompt around it. */
export type SegmentContext = {
  prompt: string;
  budget: TagBudget;
  previous: Noun[];
  /** The things that were listed last: "both" and "all" mean these. */
  listed?: Noun[];
  /** The last statement of the sentence before. */
  before?: Statement | undefined;
  /** The last deed, as long as nothing but what things have was told since. */
  deed?: Statement | undefined;
  isFirst: boolean;
};

/** Reads one sentence; handed down to the parts that meet a sentence inside a sentence. */
export type ReadBody = (
  tokens: readonly Token[],
  heading: Noun | null,
  context: SegmentContext,
  isBullet: boolean,
) => Statement[];
