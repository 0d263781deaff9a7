import type { Blueprint, Entity, Field } from '@quantumlayer/contracts';
import { createDraft, type Draft, type DraftField } from '../model/draft.ts';
import { plural } from '../text/nouns.ts';

/** A draft in which the entities of a blueprint are known, so that what is added is read as if it had been told with them. */
export function seedDraft({ entities }: Blueprint, decidedFrom: number): Draft {
  const draft = createDraft(decidedFrom);
  for (const { name, fields } of entities) {
    // Longer names come later: the reader takes a short name for the long one only where that was told before.
    const order = name.length - FIRST;
    draft.entities.set(name, {
      name,
      fields: fields.map((field) => seedField(field, order)),
      order,
    });
    draft.related.add(name);
  }
  return draft;
}

const FIRST = 1_000;

function seedField({ name, type, values, required, unique }: Field, start: number): DraftField {
  const qualities = { type, ...(values && { values }), ...(!required && { optional: true }) };
  return {
    name,
    words: wordsOf(name),
    qualities: { ...qualities, ...(unique && { unique }) },
    start,
  };
}

/** `dueDate` -> due, date. */
export function wordsOf(name: string): string[] {
  return (name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? [name]).map((word) =>
    word.toLowerCase(),
  );
}

/** The last words of the names of things, in singular and plural: what a verb may stand between. */
export function thingsIn(entities: readonly Pick<Entity, 'name'>[]): Set<string> {
  const heads = entities.map(({ name }) => wordsOf(name).at(-1) ?? name);
  return new Set(heads.flatMap((head) => [head, plural(head)]));
}
