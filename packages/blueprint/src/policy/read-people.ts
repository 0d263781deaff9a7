import { accept, acceptAny, type Cursor, cursorOf, isDone, peek } from '../grammar/cursor.ts';
import type { Token } from '../text/tokens.ts';
import { JOINTS } from './clauses.ts';
import type { Found } from './patterns.ts';
import { readListedRoles, readRoles } from './read-roles.ts';
import type { Piece, PolicyStatement } from './statements.ts';
import { type KnowsRole, readWho } from './who.ts';

/** "users log in with email and password", "there are two roles: ...", "nobody registers alone": who the people are. */
export function readPeople(
  tokens: readonly Token[],
  at: number,
  knows: KnowsRole,
): { pieces: Piece[]; end: number } | null {
  const readers = [
    ...[readRoles, readListedRoles, readNoSignIn, readNoDifference],
    ...[readSignUp, readSignIn],
  ];
  for (const read of readers) {
    const found = read(cursorOf(tokens, at), knows);
    if (found === null) continue;
    const span = { start: tokens[at]?.start ?? 0, end: tokens[found.end - 1]?.end ?? 0 };
    const pieces = found.statements.map((statement) => ({
      // TypeScript does not put the spread of a union together again.
      statement: { ...statement, ...span } as PolicyStatement,
      isFirm: true,
    }));
    return { pieces, end: found.end };
  }
  return null;
}

function readNoSignIn(cursor: Cursor): Found {
  const said = acceptAny(cursor, [
    'nobody signs in',
    'nobody logs in',
    'no one signs in',
    'nobody needs to log in',
    'nobody needs to sign in',
    'no sign-in is needed',
    'no login is needed',
    'no login needed',
    'no login required',
    'no login',
    'no sign-in',
    'without login',
    'no authentication',
    'no accounts',
    'no users',
    'there is no login',
    'there are no accounts',
    'there are no users',
    'no user accounts',
  ]);
  return said !== null && isAtJoint(cursor)
    ? { statements: [{ kind: 'no-sign-in' }], end: cursor.at }
    : null;
}

function readNoDifference(cursor: Cursor): Found {
  const said = acceptAny(cursor, [
    'everyone who signs in may do everything',
    'everybody who signs in may do everything',
    'everyone who logs in may do everything',
    'there is no difference between them',
    'all of them may do everything',
    'all have the same rights',
    'everyone has the same rights',
    'they all have the same rights',
    'all users have the same rights',
  ]);
  return said !== null && isAtJoint(cursor)
    ? { statements: [{ kind: 'no-difference' }], end: cursor.at }
    : null;
}

const HOW = [
  'with an email and a password',
  'with their email and password',
  'with email and password',
  'with an email address and a password',
  'with email address and password',
  'with username and password',
  'with a username and password',
  'with a username and a password',
  'with user name and password',
  'with a password',
  'with their email',
  'with email',
  'with their email address and a password',
  'using email and password',
  'by email and password',
  'via email and password',
  'with email plus password',
  'with email / password',
  'first',
  'before they can do anything',
  'to use it',
  'to use the app',
  'to do anything',
  'themselves',
  'by themselves',
  'on their own',
  'to the app',
  'to the system',
  'to it',
  'for it',
  'alone',
];
const SIGN_IN = [
  'sign in',
  'signs in',
  'log in',
  'logs in',
  'log on',
  'logs on',
  'login',
  'logon',
  'be logged in',
  'be signed in',
  'authenticate',
  'have an account',
  'has an account',
  'have accounts',
  'have a login',
  'has a login',
  'need an account',
  'needs an account',
  'need a login',
  'have their own login',
  'have their own account',
  'get an account',
  'gets an account',
];
const SIGN_UP = [
  'sign up',
  'signs up',
  'register',
  'registers',
  'sign themselves up',
  'create an account',
  'creates an account',
  'make an account',
  'create their own account',
  'create accounts for themselves',
];
const MUST = [
  'must',
  'have to',
  'has to',
  'need to',
  'needs to',
  'can',
  'may',
  'should',
  'can only',
  'will',
];

function skipHow(cursor: Cursor): void {
  while (acceptAny(cursor, HOW) !== null);
}

/** "drivers and fleet managers sign in", "login with email + password", "only logged in staff may use the app". */
function readSignIn(cursor: Cursor, knows: KnowsRole): Found {
  const bare = acceptAny(cursor, [
    'login required',
    'login is required',
    'sign-in required',
    'sign-in is required',
    'login',
    'log in',
    'sign in',
    'sign-in',
    'there is a login',
    'authentication',
    'with login',
    'with authentication',
    'with user accounts',
    'needs a login',
    'needs authentication',
    'user accounts',
    'it needs a login',
    'we need a login',
    'there are user accounts',
  ]);
  if (bare !== null) {
    acceptAny(cursor, ['for', 'is']);
    const named = readWho(cursor, knows);
    skipHow(cursor);
    const who = named?.who ?? { kind: 'signed-in' as const };
    return isAtJoint(cursor)
      ? { statements: [{ kind: 'sign-in', who, isOnly: false }], end: cursor.at }
      : null;
  }
  const isOnly = accept(cursor, 'only');
  const named = readWho(cursor, knows);
  if (named === null || named.who.kind === 'nobody') return null;
  acceptAny(cursor, MUST);
  const usesIt = acceptAny(cursor, [
    'use the app',
    'use it',
    'use the system',
    'get in',
    'access the app',
    'access the system',
  ]);
  if (usesIt !== null ? !isOnly && !named.isSignedIn : acceptAny(cursor, SIGN_IN) === null)
    return null;
  skipHow(cursor);
  return isAtJoint(cursor)
    ? { statements: [{ kind: 'sign-in', who: named.who, isOnly }], end: cursor.at }
    : null;
}

/** "customers sign up themselves", "only the admin creates accounts", "nobody registers alone, the board invites people". */
function readSignUp(cursor: Cursor, knows: KnowsRole): Found {
  const from = cursor.at;
  const closed = acceptAny(cursor, [
    'invitation only',
    'by invitation only',
    'invite only',
    'no public registration',
    'no public sign-up',
    'no self registration',
    'there is no registration',
    'no registration',
    'no sign-up',
  ]);
  if (closed !== null) return isAtJoint(cursor) ? signUp(cursor, 'closed', []) : null;
  accept(cursor, 'only');
  const named = readWho(cursor, knows);
  if (named === null) return null;
  acceptAny(cursor, MUST);
  if (acceptAny(cursor, SIGN_UP) !== null) {
    skipHow(cursor);
    if (!isAtJoint(cursor)) return null;
    const { who } = named;
    return {
      statements: [
        { kind: 'sign-up', how: who.kind === 'nobody' ? 'closed' : 'open', who, by: [] },
      ],
      end: cursor.at,
    };
  }
  const makes = acceptAny(cursor, [
    'creates accounts',
    'create accounts',
    'makes accounts',
    'make accounts',
    'invites people',
    'invite people',
    'invites users',
    'invite users',
    'creates users',
    'adds users',
    'add users',
    'create users',
    'creates the accounts',
    'create the accounts',
    'manages accounts',
    'manage accounts',
    'manages users',
    'manage users',
    'manage user accounts',
    'manages the accounts',
    'invites members',
    'invite members',
  ]);
  if (makes === null || !isAtJoint(cursor) || cursor.at <= from) return null;
  return signUp(cursor, 'closed', named.who.kind === 'roles' ? named.who.nouns : []);
}

function signUp(cursor: Cursor, how: 'open' | 'closed', by: string[][]): Found {
  return { statements: [{ kind: 'sign-up', how, who: null, by }], end: cursor.at };
}

function isAtJoint(cursor: Cursor): boolean {
  return isDone(cursor) || JOINTS.has(peek(cursor));
}
