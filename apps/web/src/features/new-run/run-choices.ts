import type { AppKind } from '@quantumlayer/contracts/app-kinds';

export type RunChoices = {
  /** Undefined while the projects are not known yet: the first one. */
  projectId: string | undefined;
  kind: AppKind;
  review: boolean;
  preview: boolean;
};
