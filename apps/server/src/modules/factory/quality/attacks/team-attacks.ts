import type { TeamsOfApp } from '../domain/people-of-app.ts';
import { type Credentials, createCredentials, type SignedInPeople } from '../sign-in-people.ts';
import type { Attack } from './attack.ts';
import {
  type AttackField,
  isTaken,
  postJson,
  readRecord,
  readRows,
  sendJson,
} from './attack-field.ts';
import { reachFiles } from './file-attacks.ts';
import { bodyAs, type Foreign, foreignAttacks, type IsScoped, makeAs } from './foreign-attacks.ts';
import { onPeople, withCookie } from './session-attacks.ts';
import type { Target } from './target.ts';

const isOfTeam: IsScoped = ({ ownRows, teamRows }) => ownRows || teamRows;
const NO_TEAMS = 'Accounts belong to no team.';

/** A second team, seen by who manages its accounts. */
type OtherTeam = { readonly id: string; readonly manager: string };

const others = new WeakMap<SignedInPeople, Promise<OtherTeam | null>>();
const known = new WeakMap<SignedInPeople, Promise<Foreign[]>>();

/** Makes it once: by signing up, or from above where nobody may. Null when the app does not take it. */
function otherTeam(field: AttackField, people: SignedInPeople): Promise<OtherTeam | null> {
  const made = others.get(people) ?? makeTeam(field, people);
  others.set(people, made);
  return made;
}

async function makeTeam(field: AttackField, people: SignedInPeople): Promise<OtherTeam | null> {
  const { teams, signUp, accounts, admin } = people.app;
  const target = field.targets.find(({ path }) => path === teams?.path);
  const team = target && (await field.body(target));
  if (teams === null || !team) return null;
  const credentials = createCredentials('stranger');
  let account = { ...credentials, role: teams.manager };
  if (signUp !== null) {
    const record = readRecord(await field.send(postJson(signUp, { ...credentials, team })));
    if (record === null) return null;
    return { id: String(record[teams.member]), manager: await people.signIn(credentials) };
  }
  const cookie = people.cookieOf(admin);
  const made = readRecord(await field.send(withCookie(postJson(teams.path, team), cookie)));
  account = Object.assign(account, { [teams.member]: made?.id });
  if (!isTaken(await field.send(withCookie(postJson(accounts, account), cookie)))) return null;
  return { id: String(made?.id), manager: await people.signIn(credentials) };
}

async function accountIn(
  field: AttackField,
  people: SignedInPeople,
  team: OtherTeam,
  role: string,
) {
  const credentials: Credentials = createCredentials(role);
  const request = postJson(people.app.accounts, { ...credentials, role });
  const isMade = isTaken(await field.send(withCookie(request, team.manager)));
  return isMade ? people.signIn(credentials) : null;
}

/** Two accounts of one role in two teams, of which one has made a record. */
function strangers(field: AttackField, people: SignedInPeople): Promise<Foreign[]> {
  const made = known.get(people) ?? makeStrangers(field, people);
  known.set(people, made);
  return made;
}

async function makeStrangers(field: AttackField, people: SignedInPeople): Promise<Foreign[]> {
  const { teams } = people.app;
  const team = teams === null ? null : await otherTeam(field, people);
  if (teams === null || team === null) return [];
  const found: Foreign[] = [];
  const pairs = new Map<string, { owner: string; other: string | null }>();
  for (const target of field.targets) {
    const role = memberRole(target, teams);
    if (role === undefined || target.path === teams.path) continue;
    const pair = pairs.get(role) ?? {
      owner: await people.signIn(await people.addAccount(role)),
      other: await accountIn(field, people, team, role),
    };
    pairs.set(role, pair);
    const { owner, other } = pair;
    const made = await makeAs(field, target, owner, isOfTeam);
    if (made !== null && other !== null)
      found.push({ target, made, owner, other, isReadable: false });
  }
  return found;
}

/** A role of one team that makes such records, where these have a team; rather one that may do more with them. */
function memberRole({ create, read, update, remove, list }: Target, { above }: TeamsOfApp) {
  const shown = read ?? list;
  if (shown === null || !isOfTeam(shown)) return undefined;
  const inside = (create.roles ?? []).filter((role) => !above.includes(role));
  const count = (role: string) =>
    [shown, update, remove].filter((operation) => operation?.roles?.includes(role)).length;
  return inside.toSorted((one, other) => count(other) - count(one))[0];
}

const files = onPeople({
  id: 'team-files',
  title: 'Files of records of another team',
  cwe: 639,
  async run(field, people) {
    const tried = await reachFiles(field, await strangers(field, people));
    return tried === 0 ? 'No file belongs to a team.' : undefined;
  },
});

const assignment = onPeople({
  id: 'team-assignment',
  title: 'Records that are put into another team by a member of the request',
  cwe: 915,
  async run(field, people) {
    const { teams } = people.app;
    const pairs = await strangers(field, people);
    if (teams === null) return NO_TEAMS;
    for (const { target, made, owner, other } of pairs) {
      const home = made.record[teams.member];
      const body = await bodyAs(field, target, other, isOfTeam);
      const tries = [withCookie(postJson(target.path, { ...body, [teams.member]: home }), other)];
      const mine = await makeAs(field, target, other, isOfTeam);
      if (mine !== null) {
        const path = `${target.path}/${mine.id}`;
        const change = JSON.stringify({ [teams.member]: home });
        tries.push(withCookie(sendJson('PATCH', path, change), other));
      }
      for (const request of tries) {
        const response = await field.send(request);
        const id = readRecord(response)?.id;
        if (typeof id !== 'string') continue;
        const there = { method: 'GET', path: `${target.path}/${id}` };
        const isThere = isTaken(await field.send(withCookie(there, owner)));
        if (isThere) field.report('the record is in another team', { request, response });
      }
    }
    return pairs.length === 0 ? 'No record belongs to a team.' : undefined;
  },
});

const accounts = onPeople({
  id: 'team-accounts',
  title: 'Accounts of another team, listed, read, changed, made and deleted',
  cwe: 639,
  async run(field, people) {
    const { app } = people;
    const { teams } = app;
    const other = teams === null ? null : await otherTeam(field, people);
    if (teams === null || other === null) return NO_TEAMS;
    const [role = ''] = app.roles;
    const cookie = await people.signIn(await people.addAccount(role));
    const whoAmI = { method: 'GET', path: app.session };
    const victim = readRecord(await field.send(withCookie(whoAmI, cookie)));
    const path = `${app.accounts}/${String(victim?.id)}`;
    const list = withCookie({ method: 'GET', path: `${app.accounts}?limit=100` }, other.manager);
    const listed = await field.send(list);
    if ((readRows(listed) ?? []).some(({ id }) => id === victim?.id))
      field.report('the account is listed', { request: list, response: listed });
    const joined = {
      ...createCredentials('intruder'),
      role,
      [teams.member]: victim?.[teams.member],
    };
    for (const plain of [
      { method: 'GET', path },
      sendJson('PATCH', path, JSON.stringify({ role: teams.manager })),
      postJson(app.accounts, joined),
      { method: 'DELETE', path },
    ]) {
      const request = withCookie(plain, other.manager);
      const response = await field.send(request);
      if (isTaken(response)) field.report('the account was reached', { request, response });
    }
    return undefined;
  },
});

const teamItself = onPeople({
  id: 'team-itself',
  title: 'Another team, listed, read, changed and deleted',
  cwe: 639,
  async run(field, people) {
    const { teams, session, admin } = people.app;
    const other = teams === null ? null : await otherTeam(field, people);
    if (teams === null || other === null) return NO_TEAMS;
    const me = { method: 'GET', path: session };
    const own = readRecord(await field.send(withCookie(me, people.cookieOf(admin))));
    const id = own?.[teams.member];
    const list = withCookie({ method: 'GET', path: `${teams.path}?limit=100` }, other.manager);
    const listed = await field.send(list);
    if ((readRows(listed) ?? []).some((row) => row.id !== other.id))
      field.report('another team is listed', { request: list, response: listed });
    const path = `${teams.path}/${String(id)}`;
    for (const plain of [
      { method: 'GET', path },
      sendJson('PATCH', path, '{}'),
      { method: 'DELETE', path },
    ]) {
      const request = withCookie(plain, other.manager);
      const response = await field.send(request);
      if (isTaken(response)) field.report('another team was reached', { request, response });
    }
    return undefined;
  },
});

/** Records, accounts and teams, tried by somebody of another team. */
export const teamAttacks: readonly Attack[] = [
  ...foreignAttacks(
    {
      id: 'team',
      whose: 'another team',
      find: strangers,
      none: [
        'No record belongs to a team.',
        'Nothing is listed below a record of a team.',
        'No record belongs to one that belongs to a team.',
      ],
    },
    isOfTeam,
  ),
  files,
  assignment,
  accounts,
  teamItself,
];
