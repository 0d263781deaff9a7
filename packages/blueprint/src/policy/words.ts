import { phrases, words } from '../lexicon/words.ts';
import type { Action } from './statements.ts';

/** Everybody who is signed in. */
export const SIGNED_IN = words(
  'user users people everybody everyone person persons somebody someone all us team',
);
/** Whoever reaches the app, signed in or not. */
export const ANYONE = words('anyone anybody visitor visitors public guest guests world');
export const NOBODY = words('nobody none');

const LEAST = words(
  `user visitor guest viewer reader customer member student patient client employee driver singer guard tenant buyer subscriber
  participant attendee player parent pupil resident citizen borrower applicant donor volunteer assistant researcher requester
  reporter passenger guardian intern trainee colleague athlete renter shopper candidate contributor learner apprentice bidder traveller traveler tourist voter beneficiary mentee`,
);
const MIDDLE = words(
  `clerk staff worker agent operator editor author writer librarian teacher trainer instructor doctor nurse vet receptionist
  technician registrar salesperson rep developer foreman organiser organizer seller host mechanic cashier accountant conductor lawyer
  officer engineer coach cook waiter artist therapist consultant planner buyer caretaker secretary dispatcher keeper analyst
  recruiter pharmacist dentist veterinarian surgeon groomer stylist chef courier surveyor translator photographer tutor lecturer professor
  mentor counsellor counselor carer caregiver broker adviser advisor auctioneer tester designer journalist reviewer referee bookkeeper
  housekeeper installer electrician plumber`,
);
const LEADING = words(
  `manager supervisor lead head owner moderator curator principal office director coordinator board inspector boss chief controller
  approver leader landlord treasurer auditor publisher management hr`,
);
export const ADMINS = words(
  'admin administrator superuser superadmin sysadmin admins administrators superusers',
);

/** 1 may least, 4 may most; 0 for a word that names no role as far as is known. */
export function rankOf(head: string): number {
  if (ADMINS.has(head)) return 4;
  if (LEADING.has(head)) return 3;
  if (MIDDLE.has(head)) return 2;
  return LEAST.has(head) ? 1 : 0;
}

/** Roles whose people come from outside and make their accounts themselves. */
export const PUBLIC_ROLES = words(
  'user customer subscriber player shopper buyer applicant candidate',
);

export const MODALS = phrases(`
  should be able to | must be able to | are able to | is able to | are only allowed to | is only allowed to | are allowed to | is allowed to |
  are not allowed to | is not allowed to | aren't allowed to | isn't allowed to | have the right to | has the right to | have to be able to |
  can not | cannot | can't | may not | must not | mustn't | should not | shouldn't | don't | do not | does not | doesn't |
  are forbidden to | is forbidden to | are not permitted to | is not permitted to | are permitted to | is permitted to | are not able to | is not able to |
  are unable to | is unable to | have no right to | has no right to | have no permission to | has no permission to | won't | will not | will never |
  want to be able to | want to | would like to | wants to | need to | needs to | can | may | should | must | will | could
`);
export const DENYING = /\bnot\b|n't|cannot|never|forbidden|unable|\bno\b/;

const ACTIONS: readonly (readonly [Action[], string])[] = [
  [
    ['read'],
    'see|view|read|browse|look at|look up|look|search|list|find|consult|access|download|follow',
  ],
  [
    ['create'],
    'create|add|make|post|submit|file|place|issue|register|enter|record|book|open|upload|plan|request|log|report|reserve|schedule',
  ],
  [['update'], 'edit|update|change|modify|correct|revise|adjust|touch|rename|alter'],
  [['delete'], 'delete|remove|revoke|erase|destroy'],
  [['create', 'update', 'delete'], 'write'],
  [
    ['create', 'read', 'update', 'delete'],
    'manage|maintain|administer|administrate|do|have full access to|has full access to|run',
  ],
];

/** Verbs of rights, with what they do to rows; the third person too. */
export const RIGHT_VERBS: ReadonlyMap<string, readonly Action[]> = new Map(
  ACTIONS.flatMap(([actions, verbs]) =>
    verbs
      .split('|')
      .flatMap((verb) => [verb, thirdPerson(verb)].map((each) => [each, actions] as const)),
  ),
);

/** Verbs that move a row on; which transition they mean is known only from its states. */
export const MOVING_VERBS = words(
  `approve reject accept decline refuse grant confirm cancel close reopen publish archive release assign pay ship return resolve sign
  complete finish start deny withdraw verify settle deliver`,
);

function thirdPerson(verb: string): string {
  const [first = '', ...rest] = verb.split(' ');
  const third = /(s|sh|ch|x|o)$/.test(first)
    ? `${first}es`
    : /[^aeiou]y$/.test(first)
      ? `${first.slice(0, -1)}ies`
      : `${first}s`;
  return [third, ...rest].join(' ');
}
