import { words } from '../lexicon/words.ts';
import { singular } from '../text/nouns.ts';
import type { Token } from '../text/tokens.ts';
import { clauseEnds, textOf } from './clauses.ts';
import type { Of } from './statements.ts';
import { rankOf } from './words.ts';

type Team = Omit<Of<'team'>, 'start' | 'end'>;
type Shared = Omit<Of<'team-shared'>, 'start' | 'end'>;
type Found = { statement: Team | Shared; end: number };

/** What people can belong to, where the words alone do not tell it ("their own"). */
const TEAMS = words(`
  team company clinic organisation organization tenant branch workspace practice household family school club association department firm
  agency store shop office business hospital restaurant hotel gym studio lab laboratory group site chapter franchise garage municipality
  district congregation church parish museum charity foundation startup unit division subsidiary
`);

const EACH = '(?:every|each|an?|one|the|any) ';
const NAME = '(?<team>[a-z]+(?: (?!(?:only|can|may|must|should|will|sees?|has) )[a-z]+)?)';
const SEES =
  '(?:can |may |must |should |will )?(?:only )?(?:sees?|view|views|access|accesses|reads?|works? with|manages?)';
const DATA = '(?:data|records|rows|information|content|things|entries)';
const NEVER = "(?:never|cannot|can not|can't|may not|must not|do not|does not|don't|doesn't)";
const OTHER = '(?:another|other|a different|the other|any other)';

const ABOUT_ROWS: readonly RegExp[] = [
  // every clinic sees only its own patients and appointments
  new RegExp(`^${EACH}${NAME} ${SEES} (?:only )?(?:its|their) own (?<rows>.+)$`),
  new RegExp(
    `^(?<teams>[a-z]+(?: (?!(?:only|can|may|must|should|will) )[a-z]+)?) ${SEES} (?:only )?their own (?<rows>.+)$`,
  ),
  new RegExp(`^${EACH}${NAME} has its own (?<rows>${DATA})$`),
  // tasks are shared within a team
  new RegExp(
    `^(?<rows>.+?) (?:is|are) (?:only )?(?:shared|visible|seen|available|private|kept) (?:only )?(?:within|inside|in|to|by everybody in|by everyone in) (?:an?|the|each|every|one|their|its|a single) (?:own )?${NAME}$`,
  ),
  new RegExp(
    `^(?<rows>.+?) (?:is|are) (?:kept |strictly )?(?:separate|separated|isolated|apart|partitioned)(?: per| by| for each| for every| between)? ${NAME}$`,
  ),
  new RegExp(
    `^(?:the )?(?<rows>${DATA}) of (?:each|every|an?|one) ${NAME} (?:is|are) (?:isolated|separate|private|kept apart)$`,
  ),
  // all data belongs to an organisation
  new RegExp(
    `^(?:multi-tenant|multitenant)? ?[:,-]? ?(?<rows>all(?: the)? ${DATA}|everything|every record) belongs? to (?:an?|one|exactly one) ${NAME}$`,
  ),
  // users of one company never see the data of another company
  new RegExp(
    `^(?<who>[a-z]+) (?:of|in|at|from) (?:one|an?|each) ${NAME} ${NEVER} see (?:the )?(?<rows>.+?) of ${OTHER} [a-z]+(?: [a-z]+)?$`,
  ),
  new RegExp(
    `^(?<who>[a-z]+) (?:of|in|at|from) (?:one|an?|each) ${NAME} ${NEVER} see ${OTHER} [a-z]+'s (?<rows>.+)$`,
  ),
  new RegExp(
    `^(?:nobody|no one) (?:can |may |ever )?sees? (?:the )?(?<rows>.+?) of ${OTHER} ${NAME}$`,
  ),
  new RegExp(
    `^(?:all |every |each )?(?<who>[a-z]+)(?: (?:of|in) (?:an?|one|each|the) [a-z]+)? ${SEES} (?:only )?(?:the )?(?<rows>.+?) of their (?:own )?${NAME}$`,
  ),
  new RegExp(`^(?<teams>[a-z]+) ${NEVER} see each other's (?<rows>.+)$`),
];

const ABOUT_PEOPLE: readonly RegExp[] = [
  // users belong to a company and only see the data of their company
  new RegExp(
    `^(?:all |every |each )?(?<who>users?|accounts?|people|everybody|everyone|staff|employees?|members?|each account) (?:belongs?|is assigned|are assigned) to (?:exactly )?(?:an?|one|a single) ${NAME}(?: ,)?(?: and (?:they )?${SEES} (?:only )?(?:the )?(?<rows>.+?) of (?:their|that|this|the) (?:own )?[a-z]+(?: [a-z]+)?)?$`,
  ),
  /^(?:the app is |it is |it's |the system is |we are |a )?(?:multi-tenant|multitenant)(?: app| system)?(?: by (?<team>[a-z]+(?: [a-z]+)?))?$/,
];

/** That they belong somewhere is told of records more often than of accounts. */
const NO_ACCOUNTS = words('staff employee member');

const SHARED =
  /^(?<rows>.+?) (?:is|are) (?:shared|common|the same) (?:by|between|across|among|for|to) (?:all|every|the) (?<teams>[a-z]+(?: [a-z]+)?)$/;
const NO_TEAMS =
  /^(?:everybody|everyone) sees the (?<rows>data) of (?:all|every) (?<teams>[a-z]+(?: [a-z]+)?)$/;

/** "every clinic sees only its own patients", "users belong to a company", "medicines are shared by all clinics". */
export function readTeams(tokens: readonly Token[], at: number): Found | null {
  for (const end of clauseEnds(tokens, at)) {
    const statement = readTeam(textOf(tokens, at, end));
    if (statement !== null) return { statement, end };
  }
  return null;
}

/** Whether a sentence that has no other sign of a rule speaks of teams. */
export function speaksOfTeams(tokens: readonly Token[]): boolean {
  return readTeams(tokens, 0) !== null;
}

function readTeam(text: string): Team | Shared | null {
  const none = NO_TEAMS.exec(text)?.groups;
  if (none !== undefined) return { kind: 'team-shared', team: teamOf(none), rows: null };
  const shared = SHARED.exec(text)?.groups;
  if (shared !== undefined && isTeam(teamOf(shared)))
    return { kind: 'team-shared', team: teamOf(shared), rows: rowsIn(shared.rows) };
  for (const pattern of ABOUT_ROWS) {
    const groups = pattern.exec(text)?.groups;
    if (groups === undefined) continue;
    const team = teamOf(groups);
    const isTold = isTeam(team) || (/ its own /.test(text) && rankOf(team.at(-1) ?? '') === 0);
    if (isTold) return { kind: 'team', team, rows: rowsIn(groups.rows), who: whoOf(groups.who) };
  }
  for (const pattern of ABOUT_PEOPLE) {
    const groups = pattern.exec(text)?.groups;
    if (groups === undefined) continue;
    const team = groups.team === undefined ? ['tenant'] : teamOf(groups);
    const subject = singular(groups.who ?? '');
    const isBare = groups.rows === undefined && groups.who !== undefined;
    if (!isTeam(team) || (isBare && NO_ACCOUNTS.has(subject))) continue;
    const found = {
      kind: 'team' as const,
      team,
      rows: rowsIn(groups.rows),
      who: whoOf(groups.who),
    };
    return isBare ? { ...found, subject: [subject] } : found;
  }
  return null;
}

type Groups = Readonly<Record<string, string | undefined>>;

function teamOf({ team, teams }: Groups): string[] {
  const found = (team ?? teams ?? '').split(' ').filter((word) => !/^(own|single)$/.test(word));
  return [...found.slice(0, -1), singular(found.at(-1) ?? '')];
}

function isTeam(team: readonly string[]): boolean {
  return TEAMS.has(team.at(-1) ?? '');
}

/** The things by their words; null for all of them. */
function rowsIn(text: string | undefined): string[][] | null {
  if (
    text === undefined ||
    /\b(?:data|records|rows|information|content|everything|things|every record|entries)$/.test(text)
  )
    return null;
  return text
    .split(/ ?, (?:and )?| and | or /)
    .map((each) => each.replace(/^(?:all|the|its|their|own) /, '').split(' '))
    .filter((each) => each.join('') !== '');
}

/** The role that is named, where it is one. */
function whoOf(text: string | undefined): Team['who'] {
  const name = singular(text ?? '');
  const isRole = rankOf(name) > 0 && name !== 'user' && name !== 'member';
  return isRole ? { kind: 'roles', nouns: [[name]] } : { kind: 'signed-in' };
}
