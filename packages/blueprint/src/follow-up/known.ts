import type { Blueprint, Field } from '@quantumlayer/contracts';
import { findEntity } from '../policy/things.ts';
import type { Names, Reference } from './reference.ts';
import { resolve } from './resolve.ts';

/** What the reader of a clause may ask of the blueprint that is to be changed. */
export type Known = Names & {
  /** True where a reference stands for something, or for one of several. */
  isThere: (reference: Reference) => boolean;
  /** The fields that a reference may stand for. */
  fieldsOf: (reference: Reference) => Field[];
};

export function createKnown(blueprint: Blueprint, last: Reference | null): Known {
  const placesOf = (reference: Reference) =>
    resolve(blueprint, reference, { near: null, wants: 'any' }).flatMap((each) =>
      each.kind === 'found' ? [each.place] : each.kind === 'ambiguous' ? each.places : [],
    );
  return {
    last,
    isEntity: (words) => findEntity(blueprint, words) !== null,
    isThere: (reference) => placesOf(reference).length > 0,
    fieldsOf: (reference) =>
      placesOf(reference).flatMap(({ entity, member }) => {
        const fields = blueprint.entities.find(({ name }) => name === entity)?.fields ?? [];
        return fields.filter(({ name }) => name === member);
      }),
  };
}
