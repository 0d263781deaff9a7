import { flatten } from '../flatten.ts';
import type { JsonObject } from '../json-value.ts';
import { plain } from '../words.ts';
import { statesAfter } from './deeds.ts';
import { answerSchema, findRow } from './row-schema.ts';
import { nounOf, type Subject } from './subjects.ts';

/** `PUT /tickets/{id}/done` and `DELETE` of the same turn a state of the ticket on and off, where tickets show it. */
export function asState(
  root: JsonObject,
  subject: Subject,
  all: readonly Subject[],
): Subject | null {
  const { operation, own, parents, noun, nounWords } = subject;
  const holder = parents.at(-1);
  if (holder === undefined || holder.parameter === '' || own !== null || noun === '') return null;
  const twins = all.filter((one) => one.noun === noun);
  if (!twins.every((one) => one.operation.path === operation.path && isSwitch(one))) return null;
  if (!showsState(root, holder.noun, { word: nounWords.join(''), all })) return null;
  return {
    ...subject,
    ...{ noun: holder.noun, nounWords: nounOf([holder.noun]).nounWords, own: holder.parameter },
    ...{ parents: parents.slice(0, -1), action: nounWords, isPlural: false },
  };
}

function isSwitch({ operation: { method, body } }: Subject): boolean {
  return body === null && ['put', 'post', 'patch', 'delete'].includes(method);
}

/** Whether answers about records of this kind have a switch or a choice that is called like the word; what is counted is somebody's. */
export function showsState(
  root: JsonObject,
  noun: string,
  { word, all }: { word: string; all: readonly Subject[] },
): boolean {
  const states = [word, ...statesAfter(word)];
  return all.some((one) => {
    const answer = one.noun === noun ? answerSchema(one.operation) : null;
    const row = answer === null ? null : findRow(root, answer, one.nounWords);
    return [...(row?.schema.properties ?? [])].some(([name, raw]) => {
      const { type, choices } = flatten(root, raw);
      const own = plain(name);
      if (type === 'boolean') return states.includes(own.replace(/^(is|has|was)(?=.)/, ''));
      return choices?.some((each) => typeof each === 'string' && states.includes(plain(each)));
    });
  });
}
