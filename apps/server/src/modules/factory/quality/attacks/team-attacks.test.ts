import { describe, expect, it } from 'vitest';
import { signInPeople } from '../sign-in-people.ts';
import { attackApp, attackLibrary, pickAttack, rowsOf } from '../testing/attack-library.ts';
import { attackPeople } from '../testing/attack-people.ts';
import { createTeamsApp, type TeamHole, teamsBlueprint } from '../testing/teams-app.ts';
import type { Attack } from './attack.ts';
import { teamAttacks } from './team-attacks.ts';

async function attackTeams(attack: Attack, ...holes: TeamHole[]) {
  const { client, admin } = createTeamsApp(...holes);
  const people = await signInPeople(client, admin);
  if (people === null) throw new Error('the app has no people');
  return attackApp(attack, { client: people.client, blueprint: teamsBlueprint, people });
}

const withoutFiles = rowsOf(teamAttacks).filter(([id]) => id !== 'team-files');

describe('attacks from another team', () => {
  it.each(withoutFiles)('%s finds nothing in a sound app', async (_id, attack) => {
    const { findings, reason, sent } = await attackTeams(attack);

    expect([findings, reason]).toEqual([[], undefined]);
    expect(sent.length).toBeGreaterThan(3);
  });

  it.each(rowsOf(teamAttacks))('%s says that nobody signs in', async (_id, attack) => {
    const { sent, reason } = await attackLibrary(attack);

    expect([sent, reason]).toEqual([[], 'Nobody signs in to the app.']);
  });

  it.each(rowsOf(teamAttacks))('%s says that there are no teams', async (_id, attack) => {
    const { findings, reason } = await attackPeople(attack);

    expect(findings).toEqual([]);
    expect(reason).toMatch(/team/);
  });

  it('team-files says that there are none', async () => {
    const { reason } = await attackTeams(pickAttack(teamAttacks, 'team-files'));

    expect(reason).toBe('No file belongs to a team.');
  });

  it.each<[string, TeamHole, string]>([
    ['team-records', 'reads-other-teams', 'the record was given'],
    ['team-lists', 'lists-other-teams', 'the record is listed'],
    ['team-histories', 'shows-their-histories', 'it was given'],
    ['team-references', 'takes-their-parents', 'noteId took it'],
    ['team-assignment', 'takes-the-team-of-the-body', 'the record is in another team'],
    ['team-accounts', 'lists-their-accounts', 'the account is listed'],
    ['team-accounts', 'changes-their-accounts', 'the account was reached'],
    ['team-accounts', 'adds-to-their-accounts', 'the account was reached'],
    ['team-itself', 'lists-teams', 'another team is listed'],
    ['team-itself', 'changes-teams', 'another team was reached'],
  ])('%s finds an app that %s', async (id, hole, message) => {
    const { findings } = await attackTeams(pickAttack(teamAttacks, id), hole);

    expect(findings.map((finding) => finding.message)).toContain(message);
  });
});
