import type { Blueprint, Entity } from '@quantumlayer/contracts';
import { fieldsOf, ties } from '../answers.ts';
import { toPluralName, uniqueName } from '../names.ts';
import type { Draft, DraftEntity, DraftField } from './draft.ts';
import { inferType } from './field-types.ts';
import { finishField } from './finish-field.ts';
import { decideRelations } from './relations.ts';
import { WITHOUT_FIELDS, WITHOUT_RELATION } from './remark-words.ts';

/** Puts the gathered draft into the shape of a blueprint. */
export function buildBlueprint(
  draft: Draft,
  alone: ReadonlySet<string>,
  identity: Pick<Blueprint, 'name' | 'title' | 'description'>,
): Blueprint {
  for (const entity of draft.entities.values()) assumeName(draft, entity);
  const relations = decideRelations(draft);
  askAboutLonely(draft, relations, alone);
  const plurals = new Set<string>();
  const ordered = [...draft.entities.values()].sort((a, b) => a.order - b.order);
  const entities = ordered.map((entity): Entity => {
    const plural = uniqueName(toPluralName(entity.name), plurals);
    plurals.add(plural);
    return {
      name: entity.name,
      plural,
      fields: entity.fields.map((field) => finishField(draft, entity, field)),
      relations: relations.get(entity.name) ?? [],
    };
  });
  return { version: 1, ...identity, entities };
}

/** One thing beside others that hang together: how it belongs to them is asked, never guessed. */
function askAboutLonely(
  draft: Draft,
  relations: ReadonlyMap<string, readonly unknown[]>,
  alone: ReadonlySet<string>,
): void {
  const isTied = [...relations.values()].some((own) => own.length > 0);
  if (!isTied) return;
  for (const [name, own] of relations)
    if (own.length === 0 && !alone.has(name))
      draft.questions.push({
        path: name,
        text: `${name} ${WITHOUT_RELATION} to anything else. Does it belong to something, or something to it?`,
        answers: ties(
          name,
          [...relations.keys()].filter((other) => other !== name),
        ),
      });
}

/** An entity without fields of its own gets a name, before relations take theirs. */
function assumeName(draft: Draft, entity: DraftEntity): void {
  const isFile = ({ words, qualities }: DraftField) =>
    ['file', 'image'].includes(inferType(words, qualities));
  if (!entity.fields.every(isFile)) return;
  const has = entity.fields.length === 0 ? WITHOUT_FIELDS : 'has nothing but files';
  entity.fields.push({ name: 'name', words: ['name'], qualities: {}, start: entity.order });
  draft.assumptions.push({
    path: `${entity.name}.name`,
    text: `${entity.name} ${has} of its own, so it got a name.`,
    answers: fieldsOf(entity.name),
  });
}
