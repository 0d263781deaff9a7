import { acceptAny, type Cursor, isDone, peek, tokenAt } from '../grammar/cursor.ts';
import { phrases } from '../lexicon/words.ts';
import { isPlural } from '../text/nouns.ts';
import { subwords } from '../text/tokens.ts';
import type { Found } from './patterns.ts';
import { type KnowsRole, readWho, toRole } from './who.ts';

const THERE_ARE = phrases(`
  there are | there is | we have | it has | the app has | app has | the system has | with | i need | we need | you have | i have
`);
const COUNTS = phrases(`
  two different | three different | four different | several different | two | three | four | five | six | several | different | these |
  the following | following | 2 | 3 | 4 | 5 | 6
`);
const ROLE_NOUNS = phrases(`
  user roles | roles of users | roles of people | roles | kinds of users | kinds of user | kinds of people | kinds of accounts | kinds of account |
  types of users | types of user | types of people | types of accounts | types of account | sorts of users | sorts of user | sorts of people |
  groups of users | groups of people | classes of users | levels of users | user types | user kinds | user groups | user levels | account types
`);

/** "there are two roles: clerk and manager", "Roles: customer, agent, admin", "the roles are viewer and editor". */
export function readRoles(cursor: Cursor): Found {
  acceptAny(cursor, THERE_ARE);
  acceptAny(cursor, ['the', 'our']);
  acceptAny(cursor, COUNTS);
  if (acceptAny(cursor, ROLE_NOUNS) === null) return null;
  if (
    acceptAny(cursor, [':', ', namely', 'namely', 'are', '-', '–', '—', '=', 'called', ',']) ===
    null
  )
    return null;
  acceptAny(cursor, [':']);
  const nouns = readNames(cursor);
  return nouns !== null && isDone(cursor)
    ? { statements: [{ kind: 'roles', nouns }], end: cursor.at }
    : null;
}

/** "a clerk, an agent and the head of sales": two names or more, whatever they are. */
function readNames(cursor: Cursor): string[][] | null {
  const nouns: string[][] = [];
  for (;;) {
    acceptAny(cursor, ['and', 'or']);
    acceptAny(cursor, ['either', 'both']);
    acceptAny(cursor, ['a', 'an', 'the']);
    const words: string[] = [];
    while (!isDone(cursor) && !/^([,;./(|:]|and|or)$/.test(peek(cursor))) {
      const token = tokenAt(cursor);
      if (token?.kind !== 'word') return null;
      words.push(...subwords(token));
      cursor.at += 1;
    }
    if (words.length === 0 || words.length > 3) return null;
    nouns.push(toRole(words));
    if (acceptAny(cursor, [', and', ', or', ',', 'and', 'or', '/', '|']) === null) break;
  }
  return nouns.length > 1 ? nouns : null;
}

const EVERYBODY = phrases(`
  everyone | everybody | our users | the users | all users | users | every user | each user | a user | the people who use it | people who use it | those who use it |
  people who use the app | our people | all accounts | accounts | an account | every account | each account
`);
const ARE = phrases(`
  : | can be either | may be either | are either | is either | can be | may be | must be | will be | are all | are | is | have the role | has the role |
  have one of the roles | has one of the roles | have one of these roles :
`);
const USED_BY = phrases(`
  it is used by | it's used by | the app is used by | the system is used by | this is used by | used by | the app is for | it is for | it's for | the users are | our users are
`);
const WHO_SIGN_IN = phrases(`
  who all log in | who all sign in | who can log in | who can sign in | who each log in | who log in | who sign in | who logs in | that log in | who have accounts |
  who have an account | who use it | who use the app | with accounts | with a login | with logins | as users | as user roles | as roles | logging in
`);

/** "there are clerks and managers", "users can be drivers or dispatchers", "we have teachers and students who log in". */
export function readListedRoles(cursor: Cursor, knows: KnowsRole): Found {
  const from = cursor.at;
  const found = readUserKinds(cursor, knows);
  if (found !== null) return found;
  cursor.at = from;
  if (acceptAny(cursor, USED_BY) === null && acceptAny(cursor, THERE_ARE) === null) return null;
  const named = readWho(cursor, knows);
  if (named?.who.kind !== 'roles' || named.who.nouns.length < 2) return null;
  const { nouns } = named.who;
  const isSaid = named.isSignedIn || acceptAny(cursor, WHO_SIGN_IN) !== null;
  if (!isDone(cursor)) return null;
  return {
    statements: [{ kind: 'roles', nouns, ...(!isSaid && { isListed: true as const }) }],
    end: cursor.at,
  };
}

/** "users can be drivers or dispatchers", "everyone is a warden or a ranger". */
function readUserKinds(cursor: Cursor, knows: KnowsRole): Found {
  if (acceptAny(cursor, EVERYBODY) === null || acceptAny(cursor, ARE) === null) return null;
  const from = cursor.at;
  acceptAny(cursor, ['either', 'both']);
  const named = readWho(cursor, knows);
  if (named?.who.kind === 'roles' && named.who.nouns.length > 1 && isDone(cursor))
    return {
      statements: [{ kind: 'roles', nouns: named.who.nouns, isListed: true }],
      end: cursor.at,
    };
  cursor.at = from;
  if (!areThings(cursor)) return null;
  const nouns = readNames(cursor);
  return nouns !== null && isDone(cursor)
    ? { statements: [{ kind: 'roles', nouns, isListed: true }], end: cursor.at }
    : null;
}

/** "a warden or a ranger", "wardens or rangers"; "active or blocked" are none. */
function areThings({ tokens, at, end }: Cursor): boolean {
  const parts = tokens
    .slice(at, end)
    .map(({ lower }) => lower)
    .join(' ')
    .split(/ ?, (?:and |or )?| and | or | \/ /);
  return parts.every(
    (part) => /^(?:either )?(?:a|an) [a-z]/.test(part) || (isPlural(part) && !part.includes(' ')),
  );
}
