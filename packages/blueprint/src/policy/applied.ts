import type { Blueprint, Remark } from '@quantumlayer/contracts';
import type { Mark, Miss } from '../model/draft.ts';
import type { Candidate } from './statements.ts';

/** What became of the candidates; `failed` are those that fit nothing that the prompt describes. */
export type Applied = {
  blueprint: Blueprint;
  marks: Mark[];
  misses: Miss[];
  assumptions: Remark[];
  questions: Remark[];
  failed: Candidate[];
};
