import type { Blueprint, Entity, Remark } from '@quantumlayer/contracts';
import { say, sayField, sayOne, upper } from '../answers.ts';
import { checkBlueprint } from '../check-blueprint.ts';
import type { Draft } from '../model/draft.ts';
import { uniqueTogether } from './apply-rules.ts';
import { findEntity, findMember } from './things.ts';

const WITHIN =
  /(?:per|within|in|for|inside|among) (?:(?:an?|the|one|each|every|its|their|same) )*(?<owner>[a-z -]+)$/;
const PERIOD = /^(?:day|week|month|quarter|year)$/;

/** "unique per race": the race; null where nothing is named. */
export function ownerIn(said: string): string | null {
  const text = said.toLowerCase().replace(/\s+/g, ' ').replace(/\W+$/, '');
  return WITHIN.exec(text)?.groups?.owner ?? null;
}

/** "a bib number, unique per race": unique together with what the thing belongs to or has; listed where there is no such thing. */
export function applyWithin(prompt: string, draft: Draft, blueprint: Blueprint): Blueprint {
  let current = blueprint;
  draft.misses = draft.misses.filter((miss) => {
    if (miss.within === undefined) return true;
    const { entity: name, field } = miss.within;
    const owner = ownerIn(prompt.slice(miss.start, miss.end));
    const next = structuredClone(current);
    const entity = findEntity(next, [name]);
    if (entity === null || owner === null) return true;
    const member = findMember(entity, owner.split(' '));
    if (member === null) {
      if (!PERIOD.test(owner)) return true;
      miss.reason = `no ${owner} of ${say(entity.name)} is kept by itself`;
      draft.questions.push(askForPeriod(entity, field, owner));
      return true;
    }
    const became = uniqueTogether(entity, [member, field]);
    if (!checkBlueprint(next).ok) return true;
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

/** "unique within a year": the year of a date is nothing that is kept, so it has to be a field of its own. */
function askForPeriod({ name }: Entity, field: string, period: string): Remark {
  const sentence = `${upper(sayOne(name))} has a ${period}.`;
  return {
    path: `${name}.${field}`,
    text: `${upper(sayField(name, field))} is to be unique within a ${period}, and no ${period} of ${say(name)} is kept by itself. Shall it be a field?`,
    answers: [{ label: sentence.replace(/\.$/, ''), sentence }],
  };
}
