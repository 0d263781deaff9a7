import type { Blueprint } from '@quantumlayer/contracts';
import { checkBlueprint } from '../check-blueprint.ts';
import type { Draft } from '../model/draft.ts';
import { uniqueTogether } from './apply-rules.ts';
import { findEntity, findParent } from './things.ts';

const WITHIN =
  /(?:per|within|in each|for each|for every|in every|inside|among the) (?:(?:an?|the|one|its|their|same) )*(?<owner>[a-z -]+)$/;

/** "a bib number, unique per race": unique together with what the thing belongs to; listed where it belongs to no such thing. */
export function applyWithin(prompt: string, draft: Draft, blueprint: Blueprint): Blueprint {
  let current = blueprint;
  draft.misses = draft.misses.filter((miss) => {
    if (miss.within === undefined) return true;
    const { entity: name, field } = miss.within;
    const text = prompt
      .slice(miss.start, miss.end)
      .toLowerCase()
      .replace(/\s+/g, ' ')
      .replace(/\W+$/, '');
    const owner = WITHIN.exec(text)?.groups?.owner;
    const next = structuredClone(current);
    const entity = findEntity(next, [name]);
    const parent =
      entity === null || owner === undefined ? null : findParent(entity, owner.split(' '));
    if (entity === null || parent === null) return true;
    const became = uniqueTogether(entity, [parent.name, field]);
    if (became === null || !checkBlueprint(next).ok) return true;
    current = next;
    draft.marks.push({
      start: miss.start,
      end: miss.end,
      path: became.path,
      meaning: became.meaning,
      isWhole: true,
    });
    return false;
  });
  return current;
}
