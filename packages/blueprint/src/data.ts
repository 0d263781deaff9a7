import type { Blueprint } from '@quantumlayer/contracts';
import type { Decisions } from './decisions.ts';
import type { Draft } from './model/draft.ts';
import type { Block } from './text/blocks.ts';

export type Source = {
  prompt: string;
  decisions: Decisions;
  blocks: readonly Block[];
  /** Names of people who only do something, and are no things. */
  actors?: ReadonlySet<string>;
  /** Nothing is assumed beyond what is said. */
  isLetter?: boolean;
};

/** The data that a prompt describes; `isGuessed`: nouns alone, without anything that is said of them. */
export type Data = { draft: Draft; blueprint: Blueprint; isGuessed: boolean };
