import type { Computed } from '@quantumlayer/contracts';

/** What the app works out, and where. */
export type ComputedModel = {
  computed: Computed;
  /** Of the own row alone, and so a generated column; else the view of the entity has it. */
  isStored: boolean;
  /** How many queries stand around the table until the value is there. */
  level: number;
  sql: string;
  /** The entity from whose view it reads. */
  readsView: string | null;
  /** Digits after the point. */
  scale: number;
  isWhole: boolean;
  /** Of rows that not everybody sees who sees the value. */
  isOfHidden: boolean;
  /** `its quantity times its unit price`. */
  words: string;
  /** Members of the API of which it is computed; of other rows where it is a total. */
  of: string[];
  /** Of a product: 0.01 for each percentage in it. */
  factor: { factor?: number };
  /** Members of a request that decide on it. */
  sources: string[];
};
