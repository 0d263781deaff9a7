import type { components } from '@quantumlayer/sdk';

export type Blueprint = components['schemas']['Blueprint'];
export type Entity = Blueprint['entities'][number];
export type Field = Entity['fields'][number];
export type Relation = Entity['relations'][number];
