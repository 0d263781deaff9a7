import { infinitiveOf } from './infinitive.ts';
import { MANY_TO_MANY_VERBS, ONE_TO_MANY_VERBS } from './predicates.ts';
import { words } from './words.ts';

/**
 * What is kept of a deed that an idea of one line tells: `verbs: record | who gives / who takes`. Each time it is done is one
 * record of who does it and of what it is done to; `usual-things.ts` says what such a record has. The two roles are for what
 * people do to each other.
 */
const DEEDS = `
  lend, lend out, loan: loan | lender / borrower
  borrow: loan | borrower / lender
  check out: loan
  book: booking
  reserve: reservation
  rent, hire: rental
  rent out: rental | owner / renter
  vote, upvote: vote
  rate: rating | rater / rated
  review: review | reviewer / reviewed
  like, favourite, favorite: like
  follow: follow | follower / followed
  recommend: recommendation | sender / recipient
  message: message | sender / recipient
  challenge: challenge | challenger / opponent
  attend, take part in, participate in, come to: attendance
  join: membership
  register for, sign up for, rsvp to: registration
  enrol in, enroll in: enrolment
  subscribe to: subscription
  apply, apply for, apply to: application
  comment on: comment
  complete, tick off, finish, check off, mark off, do: completion
  take: attempt
  watch: viewing
  pick, choose, select: pick
  visit: visit
  buy, purchase: purchase
  pay: payment
  donate, donate to: donation
  swap, exchange, trade: swap | giver / taker
  split: share
  mark: check mark
  move: movement
  water: watering
  feed: feeding
  water: watering
  clean: cleaning
  inspect: inspection
  repair: repair
  maintain: maintenance
  answer: answer
  play: play
`;

/** What comes to be when it is done, and is kept itself: "teachers create quizzes". */
const MAKING = words(`
  create write post submit report upload add publish file propose suggest offer set enter plan host organise organize define make
  raise issue request share pledge sell place leave prescribe draw design build record log list ask give send bring get have own run
  order track manage keep collect take teach
`);

export type UsualDeed = { record: string; roles: readonly [string, string] | null };

/** By the verb with its particle. */
export const USUAL_DEEDS: ReadonlyMap<string, UsualDeed> = new Map(
  DEEDS.split('\n').flatMap((line) => {
    const [verbs, rest] = line.trim().split(': ');
    if (verbs === undefined || rest === undefined) return [];
    const [record = '', said] = rest.split(' | ');
    const [gives, takes] = said?.split(' / ') ?? [];
    const roles = gives === undefined || takes === undefined ? null : ([gives, takes] as const);
    return verbs.split(', ').map((verb) => [verb, { record, roles }] as const);
  }),
);

export const isMaking = (verb: string) => MAKING.has(verb);

const KNOWN = new Set([
  ...[...USUAL_DEEDS.keys()].map((verb) => verb.split(' ')[0] ?? ''),
  ...MAKING,
  ...MANY_TO_MANY_VERBS,
  ...ONE_TO_MANY_VERBS,
  ...words(
    'approve reject accept confirm decline grade mark move return earn gain receive answer fix resolve handle close',
  ),
]);

/** The verb as it stands after several who do it, or after one; null where no deed is known by that word. */
export function deedVerb(word: string, isOne: boolean): string | null {
  if (!isOne) return KNOWN.has(word) ? word : null;
  const verb = infinitiveOf(word);
  return word.endsWith('s') && KNOWN.has(verb) ? verb : null;
}

/** What is counted, and kept as a number of that of which it is told. */
export const QUANTITIES: ReadonlyMap<string, string> = new Map(
  'score score,point score,result score,mark score,star award,sticker award,badge award,coin award,reward award,medal award,trophy award'
    .split(',')
    .map((pair): [string, string] => {
      const [counted = '', record = ''] = pair.split(' ');
      return [counted, record];
    }),
);
