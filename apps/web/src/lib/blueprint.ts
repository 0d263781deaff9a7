// As the contracts have them; types alone, so that nothing of zod comes into the browser.
export type { Blueprint, Entity, Field, Relation } from '@quantumlayer/contracts';
