import type { Field } from '@quantumlayer/contracts';
import { fittingTypes } from '../../computed-fields.ts';
import { toFieldName } from '../../names.ts';
import type { SourceEntity, SourceNotes } from '../source-model.ts';
import { describedBy } from './described-by.ts';
import type { NameRegistry } from './name-registry.ts';
import { wordsOf } from './words.ts';

/** The fields that an app works out of others, by the keys of the document; what it cannot work out is listed. */
export function nameComputed(
  { computed }: SourceEntity,
  fields: ReadonlyMap<string, Field>,
  { registry, notes }: { registry: NameRegistry; notes: SourceNotes },
): Map<string, Field> {
  const made = new Map<string, Field>();
  for (const { key, kind, of, description, outOfScope } of computed) {
    const sources = of.flatMap((name) => fields.get(name) ?? []);
    const isWhole = sources.length === of.length;
    const isTwice = kind !== 'product' && new Set(of).size < of.length;
    const [type] = isWhole && !isTwice ? fittingTypes({ kind }, sources) : [];
    if (type === undefined) {
      notes.outOfScope.push(outOfScope);
      continue;
    }
    made.set(key, {
      name: registry.take(toFieldName(wordsOf(key)) ?? 'field'),
      type,
      required: false,
      unique: false,
      ...(description === undefined ? {} : describedBy(description)),
      computed: { kind, of: sources.map(({ name }) => name) },
    });
  }
  return made;
}
