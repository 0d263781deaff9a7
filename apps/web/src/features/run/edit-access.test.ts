import { describe, expect, it } from 'vitest';
import type { Blueprint, Entity } from '#lib/blueprint.ts';
import {
  accessOf,
  changeRows,
  changeSight,
  changeTeam,
  rowsChoices,
  sightOf,
} from './edit-access.ts';

const entity = (name: string): Entity => ({ name, plural: `${name}s`, fields: [], relations: [] });
const clinics: Blueprint = {
  ...{ version: 1, name: 'clinics', title: 'Clinics', description: '' },
  people: {
    roles: [{ name: 'nurse' }, { name: 'doctor' }, { name: 'manager' }],
    signUp: 'open',
    memberOf: 'Clinic',
  },
  entities: [entity('Clinic'), entity('Visit')],
};
const visitIn = ({ entities }: Blueprint) => entities[1] as Entity;
const { memberOf: _team, ...people } = clinics.people ?? { roles: [], signUp: 'open' };
const alone: Blueprint = { ...clinics, people };

describe('what access holds', () => {
  it('is that of the team where accounts have one, else that of everybody', () => {
    expect(accessOf(clinics, visitIn(clinics))).toMatchObject({ rows: 'team', seesAll: [] });
    expect(accessOf(clinics, entity('Clinic'))).toMatchObject({ create: [], update: ['manager'] });
    expect(accessOf(alone, visitIn(alone))).toMatchObject({ rows: 'shared' });
    const { people: _none, ...nobody } = clinics;
    expect(accessOf(nobody, visitIn(nobody))).toBeNull();
  });

  it('can be of a team where there are teams', () => {
    expect(rowsChoices(clinics, visitIn(clinics))).toEqual(['shared', 'team', 'own']);
    expect(rowsChoices(clinics, entity('Clinic'))).toEqual(['team']);
    expect(rowsChoices(alone, visitIn(alone))).toEqual(['shared', 'own']);
  });
});

describe('changing access', () => {
  it('says whose rows they are, and leaves the blueprint that it was given', () => {
    const own = changeRows('Visit', 'own')(clinics);
    expect(visitIn(own).access).toMatchObject({
      rows: 'own',
      seesAll: [],
      read: ['nurse', 'doctor', 'manager'],
    });
    expect(visitIn(clinics).access).toBeUndefined();
    expect(own.entities[0]).toBe(clinics.entities[0]);
  });

  it('says who reads or sees all, in the order of the roles', () => {
    let next = changeRows('Visit', 'own')(clinics);
    next = changeSight('Visit', 'manager', 'reads')(next);
    next = changeSight('Visit', 'nurse', 'reads')(next);
    next = changeSight('Visit', 'doctor', 'all')(next);
    const access = visitIn(next).access as NonNullable<Entity['access']>;
    expect([access.seesAll, access.readsAll]).toEqual([['doctor'], ['nurse', 'manager']]);
    const roles = ['nurse', 'doctor', 'manager'];
    expect(roles.map((role) => sightOf(access, role))).toEqual(['reads', 'all', 'reads']);
    for (const role of roles) next = changeSight('Visit', role, 'own')(next);
    expect(visitIn(next).access).not.toHaveProperty('readsAll');
    expect(visitIn(next).access?.seesAll).toEqual([]);
  });

  it('lets who reads all read at all', () => {
    const own = changeRows('Visit', 'own')(clinics);
    const access = { ...(visitIn(own).access as NonNullable<Entity['access']>), read: ['manager'] };
    const blind = { ...own, entities: [entity('Clinic'), { ...visitIn(own), access }] };
    expect(visitIn(changeSight('Visit', 'nurse', 'reads')(blind)).access?.read).toEqual([
      'nurse',
      'manager',
    ]);
  });

  it('gives accounts a team, and takes it away with what was of it', () => {
    expect(changeTeam('Clinic')(alone).people?.memberOf).toBe('Clinic');
    const taken = changeTeam(null)(changeRows('Visit', 'team')(clinics));
    expect(taken.people).not.toHaveProperty('memberOf');
    expect(visitIn(taken).access?.rows).toBe('shared');
  });
});
