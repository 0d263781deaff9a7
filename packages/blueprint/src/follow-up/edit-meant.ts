import type { Remark } from '@quantumlayer/contracts';
import { say, sayField, sayOne, upper } from '../answers.ts';
import { type Edit, keyOf, pathOf } from './edit.ts';
import { perform } from './perform.ts';
import type { Reference } from './reference.ts';
import { type Place, type Resolution, resolve, type Wants } from './resolve.ts';
import { sayEdit } from './say-edit.ts';
import { askAbout, type Clause, refuse, type State } from './state.ts';

/** What may be meant, and the edit of a place, or why there is none. */
export type Wish = { wants: Wants; make: (place: Place) => Edit | string };

/** Finds out what is meant, once for each owner that is named, and makes the edit or asks. */
export function editMeant(state: State, target: Reference, clause: Clause, wish: Wish): void {
  const scope = { near: state.near, wants: wish.wants };
  for (const resolution of resolve(state.blueprint, target, scope)) {
    const renamed = resolution.kind === 'unknown' ? placeNow(state, target) : null;
    if (resolution.kind !== 'found' && renamed === null) {
      ask(state, target, clause, { ...wish, resolution });
      continue;
    }
    const place = renamed ?? (resolution.kind === 'found' ? resolution.place : null);
    if (place === null) continue;
    const made = wish.make(place);
    if (typeof made === 'string') refuse(state, clause, made);
    else perform(state, made, clause);
    state.near = place.entity;
    state.last = referenceTo(place, target);
  }
}

/** Where a place is now that the text itself has renamed. */
function placeNow({ base, blueprint, renames }: State, target: Reference): Place | null {
  const [was] = resolve(base, target, { near: null, wants: 'any' });
  if (was?.kind !== 'found') return null;
  const now = (path: string, name: string) =>
    Object.keys(renames).find((key) => key.startsWith(path) && renames[key] === name) ??
    `${path}${name}`;
  const entity = now('', was.place.entity);
  const { member } = was.place;
  const name = member === null ? null : (now(`${entity}.`, member).split('.').at(-1) ?? member);
  const found = blueprint.entities.find((each) => each.name === entity);
  const isThere =
    found !== undefined &&
    (name === null || [...found.fields, ...found.relations].some((each) => each.name === name));
  return isThere ? { entity, member: name } : null;
}

/** "it" in the next wish. */
function referenceTo({ entity, member }: Place, { start, end }: Reference): Reference {
  const words = say(member ?? entity).split(' ');
  const owners = member === null ? [] : [say(entity).split(' ')];
  const sort = member === null ? ('entity' as const) : ('member' as const);
  return { words, owners, sort, plural: false, start, end };
}

type Doubt = Wish & { resolution: Exclude<Resolution, { kind: 'found' }> };

/** A name that several have, or that nothing has: the places that may be meant are the answers. */
function ask(state: State, target: Reference, clause: Clause, { resolution, make }: Doubt): void {
  const dropped = droppedBefore(state, target);
  if (dropped !== null) {
    const remark = { path: dropped.path, text: dropped.text, answers: [] };
    state.conflicts.push({ key: `${dropped.path} there`, spans: [dropped.span, clause], remark });
    return;
  }
  const edits = resolution.places.flatMap((place) => {
    const made = make(place);
    return typeof made === 'string' ? [] : [made];
  });
  const answers = edits.map((each) => {
    const sentence = sayEdit(each);
    return { label: sentence.replace(/\.$/, ''), sentence };
  });
  const text =
    resolution.kind === 'ambiguous'
      ? `${upper(target.words.join(' '))}: which one is meant? ${resolution.places.map(sayPlace).join(', ')}.`
      : unknownText(target, resolution);
  if (edits.length === 0) {
    refuse(state, clause, text);
    return;
  }
  const [first] = resolution.places;
  const remark: Remark = { path: first === undefined ? '' : pathOf(first), text, answers };
  askAbout(state, clause, { remark, answers: edits.map(keyOf) });
}

function unknownText(
  { words, owners }: Reference,
  { places, owner }: Extract<Resolution, { kind: 'unknown' }>,
): string {
  const of = owners[0]?.join(' ');
  const what = owner ?? `${words.join(' ')}${of === undefined ? '' : ` of ${of}`}`;
  if (places.length === 0) return `there is no "${what}"`;
  return `There is no "${what}". Is ${places.map(sayPlace).join(' or ')} meant?`;
}

function sayPlace({ entity, member }: Place): string {
  return member === null ? say(entity) : sayField(entity, member);
}

/** What an earlier wish of the same text has dropped cannot be changed by a later one. */
function droppedBefore(
  state: State,
  target: Reference,
): { path: string; text: string; span: Clause } | null {
  for (const resolution of resolve(state.base, target, { near: null, wants: 'any' })) {
    if (resolution.kind !== 'found') continue;
    const path = pathOf(resolution.place);
    const drop = state.done.find(
      ({ edit: { kind, ...rest } }) =>
        kind === 'drop' &&
        'place' in rest &&
        [path, resolution.place.entity].includes(pathOf(rest.place)),
    );
    if (drop === undefined) continue;
    const { member, entity } = resolution.place;
    const what = member === null ? sayOne(entity) : sayField(entity, member);
    const text = `The follow-up drops ${what} and says something else of it. Which one holds? It was left as it is.`;
    return { path, text, span: drop.clause };
  }
  return null;
}
