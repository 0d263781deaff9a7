import { isObject, type Schema } from './json-schema.ts';

/** What a document says in `x-people`: where to sign in, and which roles there are. */
export type PeopleOfApp = {
  readonly signUp: string | null;
  readonly signIn: string;
  readonly signOut: string;
  readonly session: string;
  readonly accounts: string;
  /** Change of the own password; null when there is none. */
  readonly passwordChange: string | null;
  /** Where a code is asked for that is sent by mail; null when there is none. */
  readonly passwordReset: string | null;
  /** Takes the code that was sent by mail; null when there is none. */
  readonly passwordResetConfirm: string | null;
  readonly roles: readonly string[];
  /** The role that makes accounts. */
  readonly admin: string;
  /** What accounts belong to; null where they belong to nothing. */
  readonly teams: TeamsOfApp | null;
};

export type TeamsOfApp = {
  /** Where the teams are. */
  readonly path: string;
  /** The member of an account and of a row that tells the team. */
  readonly member: string;
  /** The role that manages the accounts of a team. */
  readonly manager: string;
  /** The roles that are in no team alone. */
  readonly above: readonly string[];
};

/** Null when nobody signs in to the app. */
export function readPeople(root: Schema): PeopleOfApp | null {
  const people = root['x-people'];
  if (!isObject(people)) return null;
  const path = (name: string) => (typeof people[name] === 'string' ? people[name] : null);
  return {
    signUp: path('signUp'),
    signIn: String(people.signIn),
    signOut: String(people.signOut),
    session: String(people.session),
    accounts: String(people.accounts),
    passwordChange: path('passwordChange'),
    passwordReset: path('passwordReset'),
    passwordResetConfirm: path('passwordResetConfirm'),
    roles: readRoles(people.roles) ?? [],
    admin: String(people.admin),
    teams: readTeams(people.teams),
  };
}

function readTeams(teams: unknown): TeamsOfApp | null {
  if (!isObject(teams)) return null;
  const { path, member, manager, above } = teams;
  return {
    path: String(path),
    member: String(member),
    manager: String(manager),
    above: readRoles(above) ?? [],
  };
}

/** Does it take passwords? Each costs the app as much work as it can bear. */
export function takesPasswords(people: PeopleOfApp | null, path: string): boolean {
  if (people === null) return false;
  const { signUp, signIn, accounts, passwordChange, passwordResetConfirm } = people;
  const places = [signUp, signIn, accounts, passwordChange, passwordResetConfirm];
  return places.includes(path.split('/{')[0] ?? '');
}

/** A list of names; null for anything else. */
export function readRoles(value: unknown): readonly string[] | null {
  return Array.isArray(value) ? value.map(String) : null;
}
