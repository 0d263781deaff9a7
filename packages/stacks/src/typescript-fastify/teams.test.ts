import type { Blueprint } from '@quantumlayer/contracts';
import { describe, expect, it } from 'vitest';
import {
  clinicWithPeople,
  everyAccess,
  everyBranch,
  everyReader,
  everyTeam,
} from '../fixtures/index.ts';
import { BlueprintUnsound } from '../stack.ts';
import { typescriptFastify as stack } from './stack.ts';

function appOf(blueprint: Blueprint): Map<string, string> {
  const units = stack.codeUnits(blueprint).map(({ id }) => id);
  const files = units.flatMap((id) => stack.generateUnit(blueprint, id));
  const all = [...files, ...stack.generateTests(blueprint)];
  return new Map(all.map(({ path, content }) => [path, content]));
}

const teams = appOf(everyTeam);
const branches = appOf(everyBranch);
const readers = appOf(everyReader);
const migration = teams.get('migrations/0001_initial.sql') ?? '';

describe('rows of a team', () => {
  it('get their team from the session and never from a request', () => {
    const routes = teams.get('src/modules/patient/routes.ts');
    expect(routes).toContain('teamId: signedIn(account).teamId');
    const schema = teams.get('src/modules/patient/schema.ts') ?? '';
    const [taken = '', given] = schema.split('export const patientSchema');
    expect(taken).not.toContain('teamId');
    expect(given).toContain('teamId: z.uuid(),');
  });

  it('are read and changed within the team in every statement of a repository', () => {
    const repository = teams.get('src/modules/patient/repository.ts') ?? '';
    const statements = repository.match(/await database[^;]*;/g) ?? [];
    const others = statements.filter((one) => !one.includes('within(patientTable.teamId, whose)'));
    expect(statements.length).toBeGreaterThan(5);
    expect(others).toEqual([expect.stringContaining('.insert(patientTable)')]);
  });

  it('refer to rows of their own team by the foreign key itself', () => {
    expect(migration).toContain(
      'foreign key ("team_id", "patient_id") references "patient" ("team_id", "id") on delete restrict;',
    );
    expect(migration).toContain('on delete set null ("patient_id");');
    expect(migration).toContain('foreign key ("insurer_id") references "insurer" ("id")');
  });

  it('are linked with rows of their own team, whatever the statement says', () => {
    const link = migration.match(/create table "patient_labels"[\s\S]*?;/)?.[0];
    expect(link).toContain('"team_id" uuid not null');
    expect(migration).toContain('create trigger "patient_labels_team" before insert or update');
    expect(migration).toContain(
      'foreign key ("team_id", "label_id") references "label" ("team_id", "id") on delete cascade;',
    );
  });

  it('are unique, limited and without overlap in the team', () => {
    expect(migration).toContain('constraint "bill_number_key" unique ("team_id", "number")');
    expect(migration).toContain('("team_id", "chart") where "deleted_at" is null;');
    expect(migration).toContain('("team_id", "name", "insurer_id")');
    expect(migration).toContain('"patient_id" = new."patient_id" and "team_id" = new."team_id"');
    expect(migration).toContain('"team_id" = new."team_id" and "room" = new."room"');
    expect(migration).toContain('constraint "clinic_name_key" unique ("name")');
  });

  it('of their own accounts belong to accounts of the team', () => {
    expect(migration).toContain(
      'foreign key ("team_id", "owner_id") references "account" ("team_id", "id")',
    );
    expect(teams.get('src/modules/visit/repository.ts')).toContain(
      'within(visitTable.teamId, whose, visitTable.ownerId)',
    );
  });

  it('are examples of two teams', () => {
    const seed = teams.get('src/seed.ts') ?? '';
    expect(seed).toContain('teamId: seedTeam(n % 2)');
    expect(seed.indexOf('seedTeam(n),')).toBeLessThan(seed.indexOf('seedAccounts(transaction)'));
    expect(seed).toContain("seedOwner('nurse', n % 2)");
  });
});

describe('accounts of teams', () => {
  it('are managed within the team, and from above it', () => {
    expect(teams.get('src/people/account-routes.ts')).not.toContain('body.teamId');
    expect(branches.get('src/people/account-routes.ts')).toContain(
      'expectRole(account, body.role)',
    );
    expect(branches.get('src/people/roles.ts')).toContain(
      "export const rolesAboveTeams: readonly Role[] = ['operator', 'auditor'];",
    );
    expect(branches.get('src/people/roles.ts')).toContain("adminRole: Role = 'lead'");
  });

  it('come with a team at sign-up, where anybody may sign up', () => {
    expect(teams.get('src/people/sign-up-routes.ts')).toContain('team: newTeam');
    expect(branches.has('src/people/sign-up-routes.ts')).toBe(false);
  });

  it('are told in the document, the design and the README', () => {
    expect(teams.get('src/people/describe-access.ts')).toContain('teams: { path: teamPath');
    expect(teams.get('README.md')).toContain('each clinic is alone');
    const { tables, decisions } = stack.design(everyTeam);
    const account = tables.find(({ name }) => name === 'account');
    const team = account?.columns.find(({ name }) => name === 'team_id');
    expect(team?.references).toBe('clinic.id');
    expect(decisions.map(({ title }) => title)).toContain('Each clinic is alone');
  });
});

describe('rows that others read', () => {
  it('are all of them read, and changed by their owner alone', () => {
    const routes = readers.get('src/modules/ticket/routes.ts') ?? '';
    expect(routes).toContain("repository.find(params.id, 'all')");
    expect(routes).toContain('ticketAccess.seesAll');
    expect(readers.get('src/modules/answer/routes.ts')).toContain(
      'rowsOf(account, answerAccess.readsAll)',
    );
  });
});

describe('an app without teams', () => {
  it.each([
    ['clinicWithPeople', clinicWithPeople],
    ['everyAccess', everyAccess],
    ['everyReader', everyReader],
  ])('has no trace of them: %s', (_name, blueprint) => {
    for (const [path, content] of appOf(blueprint)) {
      expect(path).not.toMatch(/team/i);
      expect(content, path).not.toMatch(/team/i);
    }
  });
});

describe('a blueprint with teams that cannot be built', () => {
  const refused = (change: (blueprint: Blueprint) => unknown) => () => {
    const blueprint = structuredClone(everyTeam);
    change(blueprint);
    return stack.codeUnits(blueprint);
  };

  it.each([
    ['names no entity', (b: Blueprint) => Object.assign(b.people ?? {}, { memberOf: 'Ward' })],
    ['has rows of teams and no teams', (b: Blueprint) => delete b.people?.memberOf],
    [
      'has few teams',
      (b: Blueprint) =>
        b.entities[0]?.fields.push({
          ...{ name: 'kind', type: 'enum', required: true, unique: true, values: ['a', 'b'] },
        }),
    ],
  ])('%s', (_case, change) => {
    expect(refused(change)).toThrow(BlueprintUnsound);
  });
});
