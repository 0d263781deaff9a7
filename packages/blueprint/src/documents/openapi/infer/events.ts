import { flatten } from '../flatten.ts';
import type { JsonObject } from '../json-value.ts';
import { singular, wordsOf } from '../words.ts';
import { addMember, type Draft, type Inference } from './draft.ts';
import { isCounterName } from './names.ts';
import { answerSchema } from './row-schema.ts';
import type { Subject } from './subjects.ts';

/** `GET /stats?from=&to=` counts the clicks that `POST /click` makes, by its text or its parameters. */
export function asTallied(
  root: JsonObject,
  subject: Subject,
  all: readonly Subject[],
): Subject | null {
  const { operation, own, parents, noun } = subject;
  if (operation.method !== 'get' || own !== null || parents.length > 0) return null;
  if (all.some((one) => one.noun === noun && one.operation.method !== 'get')) return null;
  if (!operation.parameters.some(isMoment) || !showsOneCount(root, subject)) return null;
  const said = wordsOf(operation.text).map(singular);
  const [made, ...others] = all.filter(
    (one) => one.operation.method === 'post' && one.own === null && said.includes(one.noun),
  );
  if (made === undefined || others.length > 0) return null;
  return { ...subject, noun: made.noun, nounWords: made.nounWords, action: ['count'] };
}

function isMoment({
  in: place,
  schema,
  name,
}: Subject['operation']['parameters'][number]): boolean {
  return place === 'query' && (/^date/.test(schema.format) || /date|time|day|since/i.test(name));
}

function showsOneCount(root: JsonObject, { operation }: Subject): boolean {
  const numbers = [...(answerSchema(operation)?.properties ?? [])].filter(
    ([name, raw]) =>
      flatten(root, raw).type === 'integer' && (isCounterName(name) || /^(count|total)/.test(name)),
  );
  return numbers.length === 1 && answerSchema(operation)?.properties.size === 1;
}

/** What is only counted up in one place and counted by time in another is kept one by one as well. */
export function addEvents({ drafts, subjects }: Inference): void {
  for (const { operation, noun } of subjects) {
    const said = singular(wordsOf(operation.segments.at(-1) ?? '').join(''));
    const events = drafts.get(said);
    const counter = drafts.get(noun);
    if (operation.method !== 'post' || events === undefined || counter === undefined) continue;
    if (events === counter || events.subjects.some((one) => one.operation.method !== 'get'))
      continue;
    const [by] = operation.body?.schema.properties.keys() ?? [];
    if (by === undefined) continue;
    keepEvents(events, { counter, by, operation });
  }
}

type Kept = { counter: Draft; by: string; operation: Subject['operation'] };

function keepEvents(events: Draft, { counter, by, operation }: Kept): void {
  events.parents.set(counter.noun, by);
  addMember(events, 'at', { kind: 'text', nullable: false, made: 'created' });
  events.recordedBy = { operation, by };
}
