import { acceptAny, type Cursor, isDone } from '../grammar/cursor.ts';
import { phrases } from '../lexicon/words.ts';
import { subwords } from '../text/tokens.ts';
import type { Instruction, Span } from './instruction.ts';
import type { Known } from './known.ts';
import { readReference } from './reference.ts';

const SIGN_IN = phrases(`
  sign-in | log-in | signing in | sign in | signin | logging in | log in | login | logins | authentication | authorization | authorisation |
  user accounts | people signing in | people logging in
`);
const SIGN_UP = phrases(
  'sign-up | signing up | sign up | signup | registration | self registration',
);
const REMOVE = phrases(`
  get rid of | drop | remove | delete | disable | turn off | switch off | take out | no more | no | without | skip
`);
const NOBODY = phrases(`
  nobody needs to | nobody has to | no one needs to | no one has to | nobody should have to | no one should have to | people should not have to |
  people do not have to | people don't have to | people no longer have to | users should not have to | users do not have to |
  users don't have to | users no longer have to | people should not need to | users should not need to | nobody should need to |
  there should be no | there is no need to | we do not need to | we don't need to
`);

const OPEN = phrases(`
  allow anybody to | allow anyone to | let anybody | let anyone | allow | enable | open | turn on | switch on | anybody can | anyone can | anybody may |
  anyone may | everybody can | everyone can | there should be
`);

const ADD_ROLE = phrases(`
  add | introduce | create | we need | we also need | we want | there should be | there is | there should also be | there is also
`);

/** "introduce a role called auditor", "add an auditor role". */
function readNewRole(cursor: Cursor, span: Span): Instruction[] | null {
  if (acceptAny(cursor, ADD_ROLE) === null) return null;
  acceptAny(cursor, ['a new', 'another', 'one more', 'the', 'an', 'a']);
  const isFirst = acceptAny(cursor, ['role', 'user role']) !== null;
  if (isFirst) acceptAny(cursor, ['called', 'named', 'for', ':', 'of']);
  acceptAny(cursor, ['the', 'an', 'a']);
  const end = isFirst ? cursor.end : cursor.end - 1;
  const words = cursor.tokens.slice(cursor.at, end);
  const isRole = isFirst || cursor.tokens[end]?.lower === 'role';
  if (!isRole || words.length === 0 || words.length > 3) return null;
  if (words.some(({ kind }) => kind !== 'word')) return null;
  return [{ kind: 'add-role', words: words.flatMap(subwords), ...span }];
}

/** "remove sign-in", "nobody needs to sign in", "turn off sign-up": whether an app knows who is there, and who may join. */
export function readPeopleChange(cursor: Cursor, known: Known, span: Span): Instruction[] | null {
  const role = readNewRole({ ...cursor }, span);
  if (role !== null) return role;
  const isOpened = acceptAny(cursor, OPEN) !== null;
  const isRemoved = !isOpened && acceptAny(cursor, [...REMOVE, ...NOBODY]) !== null;
  if (!isOpened && !isRemoved) return null;
  acceptAny(cursor, ['the', 'all the', 'all', 'any', 'to']);
  const own = readReference({ ...cursor }, known);
  if (own !== null && known.isThere(own)) return null;
  const isSignUp = acceptAny(cursor, SIGN_UP) !== null;
  if (isSignUp) {
    const to = isOpened ? 'open' : 'closed';
    return isDone(cursor) ? [{ kind: 'sign-up', to, ...span }] : null;
  }
  const isSignIn = isRemoved && acceptAny(cursor, SIGN_IN) !== null;
  return isSignIn && isDone(cursor) ? [{ kind: 'no-people', ...span }] : null;
}
