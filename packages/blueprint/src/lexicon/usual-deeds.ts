import { infinitiveOf } from './infinitive.ts';
import { recordNames } from './kept-deeds.ts';
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
  sign: signature
  endorse: endorsement
  claim: claim
  check in, check into, check in to: check in
  sponsor: sponsorship
  adopt: adoption
  foster: placement
  bid on, bid for: bid
  invest in: investment
  buy, purchase: purchase
  pay: payment
  donate, donate to: donation
  swap, exchange, trade: swap | giver / taker
  split: share
  mark: check mark
  move: movement
  water: watering
  feed: feeding
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
  start launch open register organize announce save order track manage keep collect take teach
`);

/** By which people look at what is kept: nothing is kept of that. */
export const SEEING = words(`
  find see view browse search discover look filter sort check compare read edit update change delete remove access use download print export
  display receive monitor know understand show get
`);
/** Whoever takes it upon them has what was reported or left. */
export const TENDING: ReadonlySet<string> = new Set([
  ...words('fix repair resolve handle close answer process deliver manage clean collect'),
  ...['pick up', 'take on', 'take over', 'look after'],
]);
/** By these a value is given to what was handed in. */
export const JUDGING = words('grade mark rate review');
/** Each of those who do it gives one of their own. */
export const SCORING = words('score evaluate assess judge');
/** What is offered to others, who ask for it. */
export const OFFERING: ReadonlySet<string> = new Set(['share', 'offer', 'give away', 'lend out']);
/** What is offered for everybody to see, and taken by nobody. */
export const SHOWN = words(
  'photo picture image video worksheet material template pattern recipe story post idea note document file link article tip review playlist song list calendar bill cost expense experience knowledge resource news location feedback opinion quote discount deal',
);
/** By these it is told how what is offered is taken. */
export const TAKING = words(
  'borrow book reserve request claim take rent buy apply join bid swap trade order',
);
/** Whoever joins one of these stays; other things are joined each time. */
export const JOINED = words(
  'club team group band community league organisation organization association household choir party network circle class gym union company program programme plan',
);
/** Verbs that name a thing as well where they stand first: "purchase requests", "book covers". */
export const ALSO_NOUNS = words(
  'purchase order book visit review request report record message loan watch repair plan list log check mark answer play pay swap trade challenge pick split share exchange design process measure set take score sign claim support start open register bid',
);
/** What is had by being booked, paid or planned, whatever the verb is. */
export const HELD = words(
  'booking reservation appointment session lesson slot ticket rental loan viewing consultation fee payment donation order',
);
/** Named like values, and kept as things where something is done with them. */
export const KEPT_VALUES = words(
  'score point photo picture comment note rating grade hour time address document answer message payment mark result',
);

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

export const isMaking = (verb: string): boolean =>
  MAKING.has(verb) || OFFERING.has(verb) || (ONE_TO_MANY_VERBS.has(verb) && !USUAL_DEEDS.has(verb));

/** What is kept of it, in lower case: a signature of what is signed; a pledge; of a verb that no table knows, its gerund. */
export function recordOfDeed(verb: string): string {
  const [named] = recordNames(verb);
  if (named === undefined && MAKING.has(verb) && !USUAL_DEEDS.has(verb)) return verb;
  const said = named?.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return USUAL_DEEDS.get(verb)?.record ?? said ?? gerundOf(verb);
}

/** "race" -> "racing", "swim across" -> "swimming". */
function gerundOf(verb: string): string {
  const [word = ''] = verb.split(' ');
  const stem = word
    .replace(/([^aeiou])e$/, '$1')
    .replace(/^([^aeiou]*[aeiou])([bdgmnprt])$/, '$1$2$2');
  return `${stem}ing`;
}

const KNOWN = new Set([
  ...[...USUAL_DEEDS.keys(), ...OFFERING].map((verb) => verb.split(' ')[0] ?? ''),
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
