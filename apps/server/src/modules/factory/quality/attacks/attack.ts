import type { AttackExchange } from '@quantumlayer/contracts';
import type { AttackField } from './attack-field.ts';

/** A way in that is tried on a running app. */
export type Attack = {
  /** kebab-case, stable: evidence refers to it. */
  readonly id: string;
  /** What is tried, in a few words. */
  readonly title: string;
  /** Number in the Common Weakness Enumeration. */
  readonly cwe: number;
  /** `people`: it waits for hashes of passwords, beside which others go on; `alone`: it measures short times. */
  readonly lane?: 'people' | 'alone';
  /** Ends with the reason when the app has nothing of this kind to attack. */
  run(field: AttackField): Promise<string | undefined>;
};

/** Looks at every exchange of every attack. */
export type Watch = {
  readonly id: string;
  readonly title: string;
  readonly cwe: number;
  /** What is wrong with the exchange; null when nothing is. */
  look(exchange: AttackExchange): string | null;
};
