import type { ContractOperation } from '@quantumlayer/contracts';

const MEANINGS: Readonly<Record<ContractOperation['behaviour']['kind'], string>> = {
  list: 'lists',
  create: 'makes',
  read: 'shows',
  change: 'changes',
  remove: 'removes',
  increment: 'counts in',
  toggle: 'switches in',
  login: 'signs in',
  logout: 'signs out',
  calculate: 'calculates',
  compute: 'works out',
  constant: 'answers',
  exists: 'tells whether there is a',
  groups: 'counts by value',
  summary: 'figures of {}',
  tally: 'counts records',
  undetermined: 'answers 501 until somebody says what it does',
};

/** "GET /books" */
export function sayPlace({ method, path }: ContractOperation): string {
  return `${method.toUpperCase()} ${path}`;
}

/** "lists book" */
export function sayBehaviour({ behaviour }: ContractOperation): string {
  const what = 'resource' in behaviour ? ` ${behaviour.resource}` : '';
  return `${MEANINGS[behaviour.kind]}${what}`;
}
