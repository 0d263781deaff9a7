import type { Entity, Reading } from '@quantumlayer/contracts';
import { say } from '../answers.ts';
import { WITHOUT_FIELDS } from './remark-words.ts';

/**
 * "An app for managing fitness classes. Members book classes": what is only named with more words is the thing that is told of
 * with fewer, and no second one beside it.
 */
export function joinNamesakes(reading: Reading): Reading {
  const { entities } = reading.blueprint;
  const joined = new Map(
    entities.flatMap((entity) => {
      const same = entities.filter((other) => isShorter(other, entity));
      const [only] = same.length === 1 ? same : [];
      return only !== undefined && isOnlyNamed(reading, entity)
        ? [[entity.name, only.name] as const]
        : [];
    }),
  );
  if (joined.size === 0) return reading;
  const pathOf = (path: string) => {
    const [name = '', ...rest] = path.split('.');
    const kept = joined.get(name);
    return kept === undefined ? path : [kept, ...rest].join('.');
  };
  const isOfKept = ({ path }: { path: string }) => pathOf(path) === path;
  return {
    ...reading,
    blueprint: {
      ...reading.blueprint,
      entities: entities.filter(({ name }) => !joined.has(name)),
    },
    phrases: reading.phrases.map((phrase) => ({
      ...phrase,
      became: phrase.became.map(({ path, meaning }) =>
        pathOf(path) === path
          ? { path, meaning }
          : { path: pathOf(path), meaning: `entity ${pathOf(path)}, by a longer name` },
      ),
    })),
    assumptions: [
      ...reading.assumptions.filter(isOfKept),
      ...[...joined].map(([name, kept]) => ({
        path: kept,
        text: `"${say(name)}" was read as ${kept}.`,
        answers: [],
      })),
    ],
    questions: reading.questions.filter(isOfKept),
  };
}

const isShorter = (other: Entity, { name }: Entity) => say(name).endsWith(` ${say(other.name)}`);

/** Nothing is said of it but its name. */
function isOnlyNamed({ blueprint, assumptions }: Reading, entity: Entity): boolean {
  const isReferred = blueprint.entities.some(({ relations }) =>
    relations.some(({ target }) => target === entity.name),
  );
  const path = `${entity.name}.name`;
  return (
    entity.relations.length === 0 &&
    !isReferred &&
    entity.lifecycle === undefined &&
    entity.access === undefined &&
    (entity.rules ?? []).length === 0 &&
    assumptions.some((each) => each.path === path && each.text.includes(WITHOUT_FIELDS))
  );
}
