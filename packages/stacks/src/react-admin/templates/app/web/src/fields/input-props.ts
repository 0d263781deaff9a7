import type { Draft } from '../lib/drafts.ts';
import type { Field } from '../lib/entity.ts';

/** What every input of a field takes. */
export type InputProps = {
  field: Field;
  id: string;
  draft: Draft;
  onChange(draft: Draft): void;
  /** Ids of what describes the input, and whether it is wrong. */
  describedBy: string | undefined;
  isInvalid: boolean;
};
