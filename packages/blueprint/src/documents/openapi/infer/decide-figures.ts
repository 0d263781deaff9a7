import type { Gathered } from '@quantumlayer/contracts';
import { type Flat, flatten } from '../flatten.ts';
import { successOf } from '../operations.ts';
import { plain, singular, wordsOf } from '../words.ts';
import { stateCalled } from './choices.ts';
import { taggedAnswer } from './conditional.ts';
import type { Deciding, Decision } from './deciding.ts';
import { type Draft, findMember, resourceName } from './draft.ts';
import { placeIn } from './find-one.ts';
import { addGathered, childrenOf } from './gathered.ts';
import { answerSchema } from './row-schema.ts';
import { buildAnswer } from './shapes.ts';
import { sourceOf } from './views.ts';

/** `GET /monitors/{id}/uptime`: figures of what is below a record, and members of its own; null where one is of something else. */
export function decideFigures(deciding: Deciding): Decision | null {
  const { inference, views, facts } = deciding;
  const { operation, own, parents, noun } = facts.subject;
  const around = inference.drafts.get(parents.at(-1)?.noun ?? '');
  const schema = answerSchema(operation);
  if (operation.method !== 'get' || own !== null || around?.key == null || schema === null)
    return null;
  if (schema.type === 'array' || schema.properties.size === 0) return null;
  const before = around.gathered.length;
  const found = [...schema.properties].map(([name, raw]) => {
    const flat = describedBy(deciding, { schema, name, raw });
    return addFigure(deciding, around, { name, flat, schema }) || !schema.required.has(name);
  });
  addRestOfLatest(deciding, around, schema, before);
  const isFigured = around.gathered.length > before;
  const answer = found.every(Boolean)
    ? buildAnswer({ inference, views, operation, draft: around, figures: [], many: false })
    : { missing: [noun] };
  const place = placeIn(deciding, inference.drafts.get(noun) ?? around);
  const holder = place?.parents.at(-1);
  if ('missing' in answer || holder === undefined || !(isFigured || shows(around, schema))) {
    around.gathered.splice(before);
    return null;
  }
  return {
    ...{ kind: 'read', resource: resourceName(around), makes: false },
    ...{ parents: place?.parents.slice(0, -1) ?? [], where: holder.where, scope: holder.scope },
    opens: holder.opens ?? null,
    answer: taggedAnswer(facts, answer.answer),
  };
}

/** Beside the last status stands its message: what is called like a member of the row that came last is of that row. */
function addRestOfLatest(
  { inference }: Deciding,
  around: Draft,
  schema: Flat,
  before: number,
): void {
  const last = around.gathered.slice(before).find(({ take }) => take === 'latest');
  const child = [...inference.drafts.values()].find((one) => resourceName(one) === last?.resource);
  if (last === undefined || child === undefined) return;
  for (const name of schema.properties.keys()) {
    const member = findMember(child, name);
    if (
      sourceOf(around, name) !== null ||
      member === undefined ||
      member.name === child.key?.member
    )
      continue;
    around.gathered.push({ ...pick(last), name, take: 'latest', member: member.name });
  }
}

function pick({ resource, by }: Gathered): Pick<Gathered, 'resource' | 'by'> {
  return { resource, by };
}

/** Two figures at least that the record shows elsewhere. */
function shows(draft: Draft, { properties }: Flat): boolean {
  const names = [...properties.keys()];
  return names.every((name) => sourceOf(draft, name) !== null);
}

/** The only number that is no count is what the operation speaks of. */
function describedBy(
  { inference: { root }, facts }: Deciding,
  { schema, name, raw }: { schema: Flat; name: string; raw: object },
): Flat {
  const flat = flatten(root, raw);
  const numbers = [...schema.properties].filter(
    ([, each]) => flatten(root, each).type === 'number',
  );
  if (flat.description !== '' || flat.type !== 'number' || numbers.length !== 1) return flat;
  const { operation } = facts.subject;
  const said = [operation.text, successOf(operation)?.response.description ?? ''].join(' ');
  return { ...flat, description: `${wordsOf(name).join(' ')}: ${said}` };
}

type Figure = { name: string; flat: Flat; schema: Flat };

function addFigure(deciding: Deciding, around: Draft, { name, flat, schema }: Figure): boolean {
  const { inference } = deciding;
  if (sourceOf(around, name) !== null) return true;
  const shown = { name, schema: flat, isRequired: schema.required.has(name) };
  if (addGathered(inference, around, shown)) return true;
  const counted = countedState(deciding, around, { name, flat, schema });
  if (counted === null) return false;
  around.gathered.push(counted);
  return true;
}

/** `total`, `up`, `down`: how many rows there are below, or in this state. */
function countedState(
  { inference, facts }: Deciding,
  around: Draft,
  { name, flat }: Figure,
): Gathered | null {
  if (flat.type !== 'integer') return null;
  const words = wordsOf(`${facts.subject.operation.text} ${facts.subject.operation.path}`).map(
    singular,
  );
  const all = childrenOf(inference, around);
  const named = all.filter(({ child }) => words.includes(child.words.at(-1) ?? child.noun));
  const [only, ...others] = named.length > 0 ? named : all;
  if (only === undefined || others.length > 0) return null;
  const common = { name, resource: resourceName(only.child), by: only.by, take: 'count' as const };
  if (/^(total|count|number|all)$/.test(plain(name))) return common;
  const state = stateCalled(inference, only.child, plain(name));
  return state === null ? null : { ...common, when: [state] };
}
