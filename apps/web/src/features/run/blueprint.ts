import type { components } from '@quantumlayer/sdk';

export type Blueprint = components['schemas']['Blueprint'];
export type Field = Blueprint['entities'][number]['fields'][number];
