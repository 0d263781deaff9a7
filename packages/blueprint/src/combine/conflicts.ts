import type { Blueprint, Entity, Field, Remark } from '@quantumlayer/contracts';
import { find } from './additions.ts';

/** Where a prompt says something else than the document of what both name; the document holds. */
export function conflictsOf(base: Blueprint, said: Blueprint): Remark[] {
  return said.entities.flatMap((entity) => {
    const known = find(base, entity.name);
    if (known === null) return [];
    return [...fieldConflicts(known, entity), ...relationConflicts(known, entity)];
  });
}

function fieldConflicts(known: Entity, said: Entity): Remark[] {
  return said.fields.flatMap((field) => {
    const own = known.fields.find(({ name }) => name === field.name);
    const differs = own === undefined ? [] : differencesOf(own, field);
    return differs.length === 0
      ? []
      : [question(`${known.name}.${field.name}`, `the prompt says ${differs.join(' and ')}`)];
  });
}

/** What a prompt says on purpose: a plain text and a required field are only what it takes for granted. */
function differencesOf(own: Field, said: Field): string[] {
  const isSaid = said.type !== own.type && said.type !== 'string';
  const bounds = (['min', 'max', 'minLength', 'maxLength'] as const).filter(
    (bound) => said[bound] !== undefined && said[bound] !== own[bound],
  );
  const hasOther = (values: Field['values']) => values?.join('\n') !== own.values?.join('\n');
  return [
    ...(isSaid ? [`that it is of the type ${said.type}`] : []),
    ...(said.values !== undefined && !isSaid && hasOther(said.values)
      ? [`that its values are ${said.values.join(', ')}`]
      : []),
    ...(said.unique && !own.unique ? ['that it is unique'] : []),
    ...bounds.map((bound) => `that its ${bound} is ${said[bound]}`),
    ...(said.default !== undefined && said.default !== own.default
      ? [`that it is ${said.default} unless given`]
      : []),
  ];
}

function relationConflicts(known: Entity, said: Entity): Remark[] {
  return said.relations.flatMap(({ target, kind }) => {
    const own = known.relations.filter((relation) => relation.target === target);
    const isMany = kind === 'many-to-many' || kind === 'has-many';
    const agrees = own.some(
      (relation) => (relation.kind === 'many-to-many' || relation.kind === 'has-many') === isMany,
    );
    return own.length === 0 || agrees || kind === 'has-many' || kind === 'has-one'
      ? []
      : [question(`${known.name}.${own[0]?.name ?? ''}`, `the prompt relates them as ${kind}`)];
  });
}

function question(path: string, what: string): Remark {
  return {
    path,
    text: `${path} is in the document, but ${what}. The document was taken; which one holds?`,
    answers: [],
  };
}
