import type { Source } from '@quantumlayer/contracts';
import type { Flat } from '../flatten.ts';

/** Something that a request says, and where. */
export type Input = { name: string; schema: Flat; source: Source; required: boolean };
