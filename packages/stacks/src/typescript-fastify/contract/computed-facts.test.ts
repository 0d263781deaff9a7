import type { ApiContract } from '@quantumlayer/contracts';
import { expect, it } from 'vitest';
import { computedFacts } from './computed-facts.ts';
import { writtenFacts } from './written-facts.ts';

it('is called otherwise than what rows and bodies need, which it would overrule', () => {
  // No more of a contract is looked at where it has no operation.
  const contract = { operations: [], resources: [], document: '{}' } as unknown as ApiContract;
  const written = Object.keys(writtenFacts(contract));
  expect(Object.keys(computedFacts(contract)).filter((name) => written.includes(name))).toEqual([]);
});
