import type { ContractGuard } from '@quantumlayer/contracts';

/** How a rule refuses, by the status that the document has for it. */
export const REFUSALS: Readonly<Record<string, ContractGuard['refusal']>> = {
  '400': 'invalid',
  '402': 'inapplicable',
  '403': 'forbidden',
  '409': 'conflict',
  '410': 'gone',
  '422': 'inapplicable',
};
