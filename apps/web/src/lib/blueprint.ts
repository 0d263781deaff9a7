export type { Blueprint, Entity, Field, Relation } from '@quantumlayer/contracts';
