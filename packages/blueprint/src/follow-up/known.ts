import type { Blueprint, Field } from '@quantumlayer/contracts';
import type { Cursor } from '../grammar/cursor.ts';
import { lowerFirst, toFieldName } from '../names.ts';
import { findEntity } from '../policy/things.ts';
import { subwords } from '../text/tokens.ts';
import type { Names, Reference } from './reference.ts';
import { resolve } from './resolve.ts';
import { wordsOf } from './seed-draft.ts';

/** What the reader of a clause may ask of the blueprint that is to be changed. */
export type Known = Names & {
  /** True where a reference stands for something, or for one of several. */
  isThere: (reference: Reference) => boolean;
  /** True where it may stand for a field or a relation. */
  isMember: (reference: Reference) => boolean;
  /** The fields that a reference may stand for. */
  fieldsOf: (reference: Reference) => Field[];
  /** The fields of a thing that have a list of values. */
  choicesOf: (words: readonly string[]) => Field[];
  /** Every thing that is there. */
  everything: readonly string[][];
  /** The fields of a thing of which one of the values is this: "invoices start as draft". */
  fieldsWith: (words: readonly string[], value: string) => Field[];
  /** The same of all things. */
  fieldsOfValue: (value: string) => ValueOf[];
};

/** A field with a list of values, and whose it is. */
export type ValueOf = { entity: string; field: Field };

export function createKnown(blueprint: Blueprint, last: Reference | null): Known {
  const placesOf = (reference: Reference) =>
    resolve(blueprint, reference, { near: null, wants: 'any' }).flatMap((each) =>
      each.kind === 'found' ? [each.place] : each.kind === 'ambiguous' ? each.places : [],
    );
  return {
    last,
    lengthOfName: (cursor) => lengthOfName(cursor, namesIn(blueprint)),
    isEntity: (words) => findEntity(blueprint, words) !== null,
    isMember: (reference) => placesOf(reference).some(({ member }) => member !== null),
    isThere: (reference) => placesOf(reference).length > 0,
    choicesOf: (words) =>
      findEntity(blueprint, words)?.fields.filter(({ values }) => values !== undefined) ?? [],
    everything: blueprint.entities.map(({ name }) => wordsOf(name)),
    fieldsWith: (words, value) =>
      findEntity(blueprint, words)?.fields.filter(({ values }) =>
        values?.some((each) => each.toLowerCase() === value.toLowerCase()),
      ) ?? [],
    fieldsOfValue: (value) =>
      blueprint.entities.flatMap(({ name, fields }) =>
        fields
          .filter(({ values }) =>
            values?.some((each) => each.toLowerCase() === value.toLowerCase()),
          )
          .map((field) => ({ entity: name, field })),
      ),
    fieldsOf: (reference) =>
      placesOf(reference).flatMap(({ entity, member }) => {
        const fields = blueprint.entities.find(({ name }) => name === entity)?.fields ?? [];
        return fields.filter(({ name }) => name === member);
      }),
  };
}

const LONGEST_NAME = 6;

/** Of the names that begin here the longest. */
function lengthOfName(cursor: Cursor, names: ReadonlySet<string>): number {
  for (let length = Math.min(LONGEST_NAME, cursor.end - cursor.at); length > 0; length -= 1) {
    const tokens = cursor.tokens.slice(cursor.at, cursor.at + length);
    const isWords = tokens.every(({ kind }) => kind !== 'symbol');
    const name = isWords ? toFieldName(tokens.flatMap(subwords)) : null;
    if (name !== null && names.has(name)) return length;
  }
  return 0;
}

function namesIn({ entities }: Blueprint): ReadonlySet<string> {
  return new Set(
    entities.flatMap(({ name, plural, fields, relations }) => [
      ...[lowerFirst(name), lowerFirst(plural)],
      ...[...fields, ...relations].map((each) => each.name),
    ]),
  );
}
