import type { Blueprint, Remark } from '@quantumlayer/contracts';
import { upper } from '../answers.ts';
import type { Draft } from '../model/draft.ts';
import { toEntityName } from '../names.ts';
import { plural } from '../text/nouns.ts';
import { isDescribed } from './is-described.ts';
import type { Candidate, Of, Span } from './statements.ts';
import { toRole } from './who.ts';

type Roles = Of<'roles'>;

/**
 * "There are clerks and managers": people, where something else says that people sign in or what one of them may do, and
 * things otherwise. Who is described by values of their own is a thing, whatever stands beside them.
 */
export function meantListings(
  candidates: readonly Candidate[],
  blueprint: Blueprint,
  asksForPeople: boolean,
): Roles[] {
  const actors = actorsOf(candidates);
  const isActor = (noun: readonly string[]) => actors.has(keyOf(noun));
  return listingsIn(candidates).flatMap((roles) => {
    const nouns = roles.nouns.filter((noun) => isActor(noun) || !isDescribed(blueprint, noun));
    const isFree = roles.nouns.every((noun) => entityOf(blueprint, noun) === undefined);
    const isMeant = asksForPeople || (isFree && roles.nouns.some(isActor));
    return isMeant && nouns.length > 0 ? [{ ...roles, nouns }] : [];
  });
}

/** The blueprint as if those that the prompt lists, and tells nothing else of, were no things. */
export function withoutListed(blueprint: Blueprint, candidates: readonly Candidate[]): Blueprint {
  const listed = listingsIn(candidates).flatMap(({ nouns }) => nouns);
  const bare = listed.filter((noun) => !isDescribed(blueprint, noun)).map(toEntityName);
  return { ...blueprint, entities: blueprint.entities.filter(({ name }) => !bare.includes(name)) };
}

/** Of who is a role and stays a thing as well: an account and a row of it are not the same. */
export function remarkOnBoth(listings: readonly Roles[], blueprint: Blueprint): Remark[] {
  const nouns = listings.flatMap((listing) => listing.nouns);
  return nouns.flatMap((noun) => {
    const entity = entityOf(blueprint, noun);
    if (entity === undefined) return [];
    const [one, many] = [noun.join(' '), plural(noun.join(' '))];
    const text = `The ${many} are people who sign in and things that are kept as well; which account is which ${one} is not kept.`;
    return [{ path: entity.name, text, answers: [] }];
  });
}

/** Of who is listed beside people and described as a thing. */
export function askWhoElseSignsIn(
  candidates: readonly Candidate[],
  meant: readonly Roles[],
  blueprint: Blueprint,
): Remark[] {
  return listingsIn(candidates).flatMap(({ start, nouns }) => {
    const roles = meant.find((each) => each.start === start)?.nouns;
    const left = roles === undefined ? [] : nouns.filter((noun) => !roles.includes(noun));
    return left.map((noun) => {
      const many = plural(noun.join(' '));
      const sentence = `${upper(many)} sign in.`;
      return {
        path: entityOf(blueprint, noun)?.name ?? 'people',
        text: `The ${many} have values of their own and were read as things, although they are named beside people who sign in. Do they sign in as well?`,
        answers: [{ label: sentence.replace(/\.$/, ''), sentence }],
      };
    });
  });
}

/**
 * "There are clerks. Clerks create orders with a number": of clerks nothing is told but what they do, so that they are no
 * things although the reader of data made some.
 */
export function actorsAlone(candidates: readonly Candidate[], draft: Draft): ReadonlySet<string> {
  const deeds = candidates.filter(({ options }) => options.some(({ kind }) => kind === 'right'));
  const isDeed = ({ start, end }: Span) =>
    deeds.some((deed) => start >= deed.start && end <= deed.end);
  const names = listingsIn(candidates).flatMap(({ nouns }) => nouns.map(toEntityName));
  return new Set(
    names.flatMap((name) => {
      const told = draft.facts.filter(({ from, to }) => from === name || to === name);
      const fields = name === null ? [] : (draft.entities.get(name)?.fields ?? []);
      const isMade = name !== null && draft.entities.has(name) && !draft.described.has(name);
      if (!isMade || fields.some((field) => field.name !== 'name')) return [];
      return told.length > 0 && told.every(isDeed) ? [name] : [];
    }),
  );
}

function listingsIn(candidates: readonly Candidate[]): Roles[] {
  return candidates.flatMap(({ options }) =>
    options.flatMap((each) => (each.kind === 'roles' && each.isListed === true ? [each] : [])),
  );
}

/** Those of whom it is told that they sign in, or what they do or may do. */
function actorsOf(candidates: readonly Candidate[]): ReadonlySet<string> {
  const nouns = candidates.flatMap(({ options }) =>
    options.flatMap((each) =>
      (each.kind === 'right' || each.kind === 'sign-in') && each.who.kind === 'roles'
        ? each.who.nouns
        : [],
    ),
  );
  return new Set(nouns.map(keyOf));
}

function keyOf(noun: readonly string[]): string {
  return toRole(noun).join(' ');
}

function entityOf({ entities }: Blueprint, noun: readonly string[]) {
  const name = toEntityName(noun);
  return entities.find((entity) => entity.name === name);
}
