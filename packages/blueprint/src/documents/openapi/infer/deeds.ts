import type { Member } from '@quantumlayer/contracts';
import { type Flat, flatten } from '../flatten.ts';
import { plain } from '../words.ts';
import { schemasOf } from './choices.ts';
import { opensOf } from './conditional.ts';
import { type Draft, findMember, type Inference } from './draft.ts';
import type { Facts } from './operation-facts.ts';
import { isDeed, verbKind } from './verbs.ts';

/** What is done to a record by a word: a state that it takes, a number that goes up, a switch. */
export type Deed =
  | { does: 'set'; member: Member; value: string | boolean }
  | { does: 'count'; member: Member; by: 1 | -1 }
  | { does: 'toggle'; member: Member }
  | { does: 'change' }
  | { does: 'make' };

const STATES: Readonly<Record<string, readonly string[]>> = {
  complete: ['done', 'finished'],
  finish: ['done', 'completed', 'complete'],
  check: ['checked', 'done', 'completed'],
  start: ['running', 'inprogress', 'active', 'started'],
  resume: ['running', 'active'],
  pause: ['paused'],
  stop: ['stopped', 'inactive'],
  pay: ['paid'],
  sell: ['sold'],
  lend: ['lent', 'onloan'],
  hide: ['hidden'],
  freeze: ['frozen'],
  ship: ['shipped'],
  send: ['sent'],
  reopen: ['open', 'reopened'],
  open: ['open', 'opened'],
  cancel: ['cancelled', 'canceled'],
  activate: ['active', 'activated', 'enabled'],
  deactivate: ['inactive', 'deactivated', 'disabled'],
  enable: ['enabled', 'active'],
  disable: ['disabled', 'inactive'],
  read: ['read'],
  confirm: ['confirmed'],
  deny: ['denied'],
  ban: ['banned'],
  checkout: ['checkedout', 'completed', 'ordered', 'paid', 'borrowed'],
  return: ['returned', 'available'],
  borrow: ['borrowed', 'checkedout', 'onloan'],
  unpublish: ['draft', 'unpublished'],
};

const OPPOSITES: readonly (readonly [RegExp, string])[] = [
  [
    /^un(?=archive|publish|lock|block|pin|check|star|like|follow|ban|read|complete|mark|subscribe|mute|hide|freeze|flag)/,
    '',
  ],
  [/^reopen$/, 'complete'],
  [/^close$/, 'open'],
  [/^deactivate$/, 'activate'],
  [/^disable$/, 'enable'],
];

export function findDeed(inference: Inference, draft: Draft, facts: Facts): Deed | null {
  const { operation, action } = facts.subject;
  const words = action.filter((word) => isDeed(word) || verbKind(word) !== null);
  const verb = words[0] ?? action[0] ?? '';
  const body = operation.body?.schema ?? null;
  const said = body === null ? [] : toldIn(inference, draft, facts);
  if (body !== null && said.length > 0) {
    if (!allMembers(inference, draft, body)) return null;
    const marked = [...draft.members.values()].find(
      ({ name }) => draft.marks.get(name) === operation,
    );
    if (marked !== undefined) return { does: 'set', member: marked, value: true };
    const done = stateOf(inference, draft, { verb, facts }) ?? switchOf(draft, verb);
    const isSaid =
      done?.does === 'set' && said.some((name) => findMember(draft, name) === done.member);
    return done === null || isSaid ? { does: 'change' } : done;
  }
  if (verb === 'toggle') return toggled(draft);
  const told = saidOutright(draft, operation.text);
  if (told !== null) return told;
  const done =
    stateOf(inference, draft, { verb, facts }) ?? switchOf(draft, verb) ?? countedBy(draft, verb);
  return operation.method === 'delete' && done !== null ? takenBack(done) : done;
}

/** What `DELETE` leaves behind of what was done: the state that it had at first, one less of what is counted. */
function takenBack(deed: Deed): Deed | null {
  if (deed.does === 'count') return { ...deed, by: deed.by === 1 ? -1 : 1 };
  if (deed.does !== 'set') return null;
  if (typeof deed.value === 'boolean') return { ...deed, value: !deed.value };
  const initial = deed.member.default;
  return typeof initial === 'string' && initial !== deed.value ? { ...deed, value: initial } : null;
}

/** What a body says beside which record is meant, and the secret that opens it. */
function toldIn(inference: Inference, draft: Draft, facts: Facts): string[] {
  const { ownBy, subject } = facts;
  const opened = opensOf(inference, draft, facts)?.source;
  const names = [...(subject.operation.body?.schema.properties.keys() ?? [])];
  return names.filter(
    (name) => name !== ownBy?.name && !(opened?.in === 'body' && opened.name === name),
  );
}

function allMembers({ root }: Inference, draft: Draft, body: Flat): boolean {
  return [...body.properties].every(
    ([name, raw]) => findMember(draft, name) !== undefined && !flatten(root, raw).readOnly,
  );
}

/** The states that a deed leads to, each in one word: `paid`, `checkedout`. */
export function statesAfter(verb: string): string[] {
  return stemsOf(verb).filter((state) => state !== verb);
}

function stemsOf(verb: string): string[] {
  const past = verb.endsWith('e')
    ? `${verb}d`
    : verb.endsWith('y')
      ? `${verb.slice(0, -1)}ied`
      : `${verb}ed`;
  const doubled = `${verb}${verb.at(-1) ?? ''}ed`;
  return [past, doubled, ...(STATES[verb] ?? []), verb];
}

type Said = { verb: string; facts: Facts };

/** A choice of a member that is called after the deed. */
function stateOf(inference: Inference, draft: Draft, { verb, facts }: Said): Deed | null {
  const shown = facts.row?.schema.properties ?? new Map<string, never>();
  const schemas = schemasOf(inference, draft);
  for (const [name, raw] of shown) schemas.set(plain(name), flatten(inference.root, raw));
  for (const stem of stemsOf(verb)) {
    for (const member of draft.members.values()) {
      const choices = schemas.get(plain(member.name))?.choices ?? [];
      const value = choices.find((each) => typeof each === 'string' && plain(each) === stem);
      if (typeof value === 'string') return { does: 'set', member, value };
    }
  }
  return null;
}

/** A boolean member that is called after the deed, or after its opposite. */
function switchOf(draft: Draft, verb: string): Deed | null {
  const booleans = [...draft.members.values()].filter(({ kind }) => kind === 'boolean');
  const find = (stems: readonly string[]) =>
    booleans.find(({ name }) => stems.includes(plain(name).replace(/^is|^has/, '')));
  const direct = find(stemsOf(verb));
  if (direct !== undefined) return { does: 'set', member: direct, value: true };
  for (const [pattern, becomes] of OPPOSITES) {
    if (!pattern.test(verb)) continue;
    const opposite = find(stemsOf(verb.replace(pattern, becomes)));
    if (opposite !== undefined) return { does: 'set', member: opposite, value: false };
  }
  return null;
}

const COUNTED: Readonly<Record<string, readonly string[]>> = {
  upvote: ['upvotes', 'votes', 'score', 'points'],
  vote: ['votes', 'score'],
  downvote: ['downvotes'],
  like: ['likes'],
  dislike: ['dislikes'],
  view: ['views'],
  visit: ['visits', 'hits', 'views'],
  click: ['clicks', 'hits', 'visits'],
  hit: ['hits', 'visits'],
  share: ['shares'],
  follow: ['followers'],
  star: ['stars'],
  increment: ['count', 'value', 'counter', 'clicks', 'hits'],
  increase: ['count', 'value', 'counter'],
  decrement: ['count', 'value', 'counter'],
  decrease: ['count', 'value', 'counter'],
};

function countedBy(draft: Draft, verb: string): Deed | null {
  const isDown = /^(un(?=like|vote|star|follow)|decre)/.test(verb);
  const base = verb.replace(/^un(?=like|vote|star|follow)/, '');
  const names = COUNTED[base] ?? [`${base}s`];
  for (const name of names) {
    const member = [...draft.members.values()].find(
      (one) =>
        (one.kind === 'integer' || one.kind === 'number') &&
        [name, `${name}count`, `${name.replace(/s$/, '')}count`].includes(plain(one.name)),
    );
    if (member !== undefined) return { does: 'count', member, by: isDown ? -1 : 1 };
  }
  return base === 'downvote' ? lessOf(draft) : null;
}

/** Where only votes are counted, a vote against takes one away. */
function lessOf({ members }: Draft): Deed | null {
  const member = [...members.values()].find(
    ({ name, kind }) => kind === 'integer' && /^(votes|score|points)$/.test(plain(name)),
  );
  return member === undefined ? null : { does: 'count', member, by: -1 };
}

function toggled({ members }: Draft): Deed | null {
  const booleans = [...members.values()].filter(({ kind }) => kind === 'boolean');
  const [only, ...others] = booleans;
  return only !== undefined && others.length === 0 ? { does: 'toggle', member: only } : null;
}

/** "Sets open to false": a sentence that names the member and its value. */
function saidOutright(draft: Draft, text: string): Deed | null {
  for (const [, name = '', value = ''] of text.matchAll(
    /\b(?:sets?|changes?|marks?|turns?) (?:the |its |their )?`?(\w+)`? (?:of (?:the |a |an )?\w+ )?(?:to|as) (?:the )?["'`]?([\w-]+)/g,
  )) {
    const member = findMember(draft, name);
    if (member === undefined) continue;
    if (member.kind === 'boolean' && /^(true|false)$/.test(value))
      return { does: 'set', member, value: value === 'true' };
    if (member.kind === 'text') return { does: 'set', member, value };
  }
  return null;
}
