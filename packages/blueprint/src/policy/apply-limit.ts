import type { Entity } from '@quantumlayer/contracts';
import { plural } from '../text/nouns.ts';
import { addRule, type Became, type Scene } from './apply-rules.ts';
import { say } from './decide-people.ts';
import type { Of, State } from './statements.ts';
import { findCondition, findEntity, findParent } from './things.ts';

/**
 * "At most 3 open loans per member". A limit whose things are described and that cannot be kept is refused, since the reader
 * of data would make a thing called open loan of it.
 */
export function applyAtMost(rule: Of<'at-most'>, scene: Scene): Became {
  const { entity, state: told } = counted(rule.thing, scene);
  if (entity === null) return null;
  const many = plural(say(entity.name));
  if (rule.period !== null)
    return { refused: `how many ${many} there are within a ${rule.period} is not counted` };
  const parent = findParent(entity, rule.per ?? []);
  const state = rule.state ?? told;
  if (parent === null) {
    const per = (rule.per ?? []).join(' ');
    return state === null ? null : { refused: `it is not told that ${many} belong to a ${per}` };
  }
  const where = state === null ? undefined : findCondition(entity, state);
  if (where === null) return { refused: `no field of ${entity.name} tells what is ${state?.word}` };
  const only = where === undefined ? '' : ` with ${say(where.field)} ${where.values.join(' or ')}`;
  const word = state === null ? '' : ` (${state.isNot ? 'not ' : ''}${state.word})`;
  return addRule(
    entity,
    { kind: 'at-most', per: parent.name, most: rule.most, ...(where !== undefined && { where }) },
    `at most ${rule.most} ${many}${only}${word} for each ${parent.target}`,
  );
}

/** "open loans": the loans, and "open"; "open ones": of what is spoken of. */
function counted(
  words: string[],
  { blueprint, near }: Scene,
): { entity: Entity | null; state: State | null } {
  for (let from = 0; from < words.length; from += 1) {
    const name = words.slice(from);
    const isNear = /^(?:ones?|them)$/.test(name.join(' '));
    const entity = isNear
      ? (blueprint.entities.find((each) => each.name === near) ?? null)
      : findEntity(blueprint, name);
    const word = words.slice(0, from).join(' ');
    if (entity !== null) return { entity, state: word === '' ? null : { word, isNot: false } };
  }
  return { entity: null, state: null };
}
