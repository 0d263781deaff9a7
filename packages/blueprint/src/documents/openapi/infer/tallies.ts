import type { Behaviour, Shape } from '@quantumlayer/contracts';
import { type Flat, flatten } from '../flatten.ts';
import { successOf } from '../operations.ts';
import { plain, singular, wordsOf } from '../words.ts';
import { isPrivate } from './access.ts';
import { type State, stateCalled } from './choices.ts';
import { countOf } from './counted.ts';
import type { Deciding } from './deciding.ts';
import { type Draft, type Inference, resourceName } from './draft.ts';
import { keepsRows } from './kept-rows.ts';
import type { Facts } from './operation-facts.ts';
import { answerSchema } from './row-schema.ts';

type Tally = Extract<Behaviour, { kind: 'tally' }>;

/** `GET /stats {users, openTasks}`: how many records there are of several kinds; null where a figure is of something else. */
export function decideTally({ inference, facts, access, all }: Deciding): Tally | null {
  const { operation, own, parents } = facts.subject;
  const schema = answerSchema(operation);
  const success = successOf(operation);
  if (operation.method !== 'get' || own !== null || parents.length > 0) return null;
  if (operation.parameters.some(({ in: place }) => place === 'query')) return null;
  if (schema === null || success === null || schema.properties.size === 0) return null;
  const states = statesCounted(inference, facts, schema);
  const counts: Tally['counts'] = [];
  const properties: { name: string; value: Shape }[] = [];
  for (const [name, raw] of schema.properties) {
    const shown = { name, schema: flatten(inference.root, raw) };
    const counted = [...inference.drafts.values()].flatMap((draft): Counted[] => {
      const isStored =
        draft.key !== null && draft.noun !== facts.subject.noun && keepsRows(inference, draft);
      const state = isStored && states?.draft === draft ? states.of.get(name) : undefined;
      if (state !== undefined) return [{ draft, when: [state] }];
      const taken = isStored ? countOf(inference, { counted: draft, around: null }, shown) : null;
      return taken === null ? [] : [{ draft, when: taken.when }];
    })[0];
    if (counted === undefined) {
      if (schema.required.has(name)) return null;
      continue;
    }
    const { draft, when } = counted;
    const isOwn = access.for === 'session' && draft.owner !== null && isPrivate(draft, all);
    counts.push({
      ...{ name, resource: resourceName(draft), own: isOwn && access.role === null },
      ...(when !== undefined && { when }),
    });
    properties.push({ name, value: { is: 'tally', name } });
  }
  if (counts.length === 0) return null;
  const body = { as: 'json', shape: { is: 'object', properties } } as const;
  return {
    kind: 'tally',
    counts,
    answer: { status: success.status, media: 'application/json', body },
  };
}

type Counted = { draft: Draft; when: Tally['counts'][number]['when'] };
type States = { draft: Draft; of: Map<string, State> };

/** `{debug, info, error}`, `{open, done}`: every figure is called like a state of the records of one kind. */
function statesCounted(inference: Inference, { subject }: Facts, schema: Flat): States | null {
  const names = [...schema.properties].filter(
    ([, raw]) => flatten(inference.root, raw).type === 'integer',
  );
  if (names.length < 2) return null;
  const words = wordsOf(subject.operation.text).map(singular);
  const found = [...inference.drafts.values()].flatMap((draft): States[] => {
    if (draft.key === null) return [];
    const of = new Map<string, State>();
    for (const [name] of names) {
      const state = stateCalled(inference, draft, plain(name));
      if (state !== null) of.set(name, state);
    }
    const isTotal = (name: string) => /^(total|count|all|sum)/.test(plain(name));
    const isWhole = names.every(([name]) => of.has(name) || isTotal(name));
    return isWhole && of.size >= 2 ? [{ draft, of }] : [];
  });
  const named = found.filter(({ draft }) => words.includes(draft.words.at(-1) ?? draft.noun));
  const [only, ...others] = named.length > 0 ? named : found;
  return others.length === 0 ? (only ?? null) : null;
}
