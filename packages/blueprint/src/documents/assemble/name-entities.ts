import { toEntityName, toPluralName } from '../../names.ts';
import type { SourceModel } from '../source-model.ts';
import { createNameRegistry } from './name-registry.ts';
import { wordsOf } from './words.ts';

export type EntityNames = ReadonlyMap<string, { name: string; plural: string }>;

/** Names of the blueprint by the keys of the document. */
export function nameEntities({ entities, notes }: SourceModel): EntityNames {
  const singulars = createNameRegistry([]);
  const plurals = createNameRegistry([]);
  const names = new Map<string, { name: string; plural: string }>();
  for (const { key } of entities) {
    const wanted = toEntityName(wordsOf(key));
    const name = singulars.take(wanted ?? 'Entity');
    names.set(key, { name, plural: plurals.take(toPluralName(name)) });
    if (wanted === null || name !== wanted)
      notes.assumptions.push({
        entity: key,
        text:
          wanted === null
            ? `"${key.slice(0, 60)}" has no letters that a name can be made of; it is called ${name}.`
            : `There are two things called ${wanted}; the later one is called ${name}.`,
      });
  }
  return names;
}
