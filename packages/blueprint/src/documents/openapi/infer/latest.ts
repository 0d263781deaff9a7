import type { Gathered, Member } from '@quantumlayer/contracts';
import type { Flat } from '../flatten.ts';
import { plain, wordsOf } from '../words.ts';
import { schemasOf } from './choices.ts';
import { type Draft, findMember, type Inference } from './draft.ts';
import { isDefault } from './members.ts';

type Shown = { name: string; schema: Flat; isRequired?: boolean };
type Latest = Pick<Gathered, 'take' | 'member' | 'shows' | 'none'>;

const LATEST = '(?:latest|last|most recent|newest|most recently (?:received|reported|made))';
const PREFIX = /^(last|latest|mostrecent)(?=.)/;
const SEEN =
  /^(seen|active|activity|contact|heard|update|updated|signal|ping|reported)?(at|on|time|date)?$/;

/** "The status is the `up` of the latest heartbeat", `last_reading`: what the row says that was made last below it. */
export function latestOf(
  inference: Inference,
  { draft, child }: { draft: Draft; child: Draft },
  shown: Shown,
): Latest | null {
  const { name, schema } = shown;
  const isCalled = PREFIX.test(plain(name));
  if (!isCalled && !isSaid({ draft, child }, schema.description)) return null;
  const found = memberMeant(child, shown);
  if (found !== null) {
    if (!fits(found, schema) || !(isCalled || isSaidOf({ draft, child }, shown))) return null;
    const none = isDefault(schema.initial) ? schema.initial : undefined;
    const choice =
      none === undefined ? noneOf(inference, child, { name: found.name, schema }) : none;
    if (shown.isRequired === true && !schema.nullable && choice === undefined) return null;
    return {
      ...{ take: 'latest', member: found.name },
      ...(choice !== undefined && { none: choice }),
    };
  }
  return switched(child, schema);
}

type Around = { draft: Draft; child: Draft };

function patternOf({ child }: Around): RegExp {
  const noun = child.words.at(-1) ?? child.noun;
  return new RegExp(`\\b${LATEST} (?:[a-z]+ )?${noun}\\b`);
}

function isSaid(around: Around, description: string): boolean {
  const pattern = patternOf(around);
  const texts = [...around.draft.subjects, ...around.child.subjects].map(
    ({ operation }) => operation.text,
  );
  return [description.toLowerCase(), ...texts].some((text) => pattern.test(text));
}

/** The words speak of this member, in its description or by its name. */
function isSaidOf(around: Around, { name, schema }: Shown): boolean {
  const pattern = patternOf(around);
  if (pattern.test(schema.description.toLowerCase())) return true;
  const own = wordsOf(name).join(' ');
  return [...around.draft.subjects, ...around.child.subjects].some(({ operation: { text } }) =>
    text.split(/[.;]/).some((clause) => pattern.test(clause) && clause.includes(own)),
  );
}

/** The member of the rows below that a name or its description means. */
function memberMeant(
  child: Draft,
  { name, schema: { format, description } }: Shown,
): Member | null {
  const noun = child.words.at(-1) ?? child.noun;
  const stem = plain(name).replace(PREFIX, '');
  const said = new RegExp(
    `\\b\`?([a-z_]+)\`? (?:of|in|from) (?:the |its |their )?${LATEST} (?:[a-z]+ )?${noun}\\b`,
  ).exec(description.toLowerCase())?.[1];
  const named = findMember(child, said ?? '') ?? findMember(child, stem);
  if (named !== undefined && isShowable(named)) return named;
  const rest = stem.startsWith(noun) ? stem.slice(noun.length) : stem;
  const inner = rest === stem || rest === '' ? undefined : findMember(child, rest);
  if (inner !== undefined && isShowable(inner)) return inner;
  if (format !== 'date-time' || !SEEN.test(rest)) return null;
  return [...child.members.values()].find(({ made }) => made === 'created') ?? null;
}

function isShowable({ kind, hashed }: Member): boolean {
  return kind !== 'file' && kind !== 'password' && hashed !== true;
}

function fits({ kind }: Member, { type }: Flat): boolean {
  if (type === null || kind === 'json') return true;
  if (kind === 'text') return type === 'string';
  return kind === type || (kind === 'integer' && type === 'number');
}

const NOTHING_YET =
  /^(unknown|none|pending|new|never|nodata|unset|idle|untested|unchecked|waiting|na|notyet)$/;

/** A choice that no row below can have stands for no row at all. */
function noneOf(
  inference: Inference,
  child: Draft,
  { name, schema }: { name: string; schema: Flat },
): unknown {
  const own = schemasOf(inference, child).get(plain(name))?.choices ?? [];
  const others = (schema.choices ?? []).filter((each) => !own.includes(each));
  const [only, ...more] = own.length === 0 ? others.filter(isNothing) : others;
  return more.length === 0 ? only : undefined;
}

function isNothing(choice: unknown): boolean {
  return typeof choice === 'string' && NOTHING_YET.test(plain(choice));
}

/** `up` is true in the latest heartbeat, `down` where it is not, `unknown` where there is none. */
function switched(child: Draft, { choices, nullable }: Flat): Latest | null {
  const words = (choices ?? []).filter((each) => typeof each === 'string');
  const nothing = words.find(isNothing);
  const states = words.filter((each) => each !== nothing);
  if (states.length !== 2 || (nothing === undefined && !nullable)) return null;
  for (const { name, kind } of child.members.values()) {
    if (kind !== 'boolean') continue;
    const stem = plain(name).replace(/^(is|was|has)(?=.)/, '');
    const on =
      states.find((each) => plain(each) === stem) ?? states.find((each) => isGood(each, stem));
    const off = states.find((each) => each !== on);
    if (on === undefined || off === undefined) continue;
    const shows = [
      { value: true, as: on },
      { value: false, as: off },
    ];
    return { take: 'latest', member: name, shows, ...(nothing !== undefined && { none: nothing }) };
  }
  return null;
}

/** A check that went well finds something up. */
function isGood(state: string, stem: string): boolean {
  const isWell =
    /^(ok|success|succeeded|successful|healthy|up|reachable|alive|online|available|passed|good)$/;
  return isWell.test(stem) && isWell.test(plain(state));
}
