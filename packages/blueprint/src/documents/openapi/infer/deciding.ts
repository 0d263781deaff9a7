import type { Behaviour, ContractOperation } from '@quantumlayer/contracts';
import type { Inference } from './draft.ts';
import type { Facts } from './operation-facts.ts';
import type { Question } from './questions.ts';
import type { Views } from './views.ts';

type Access = ContractOperation['access'];
export type Deciding = {
  inference: Inference;
  views: Views;
  facts: Facts;
  access: Access;
  all: readonly { facts: Facts; access: Access }[];
};
export type Decision = Behaviour | Question;
