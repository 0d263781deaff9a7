import { words } from './words.ts';

/** How often something is done, or how much of it at most: no things that are kept. */
export const PERIODS = words(
  'second minute hour day night morning evening week weekend month quarter season semester year',
);
