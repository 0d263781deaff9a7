import { stacks } from '@quantumlayer/stacks';
import {
  clinicWithPeople,
  everyComputed,
  everyReader,
  everyRecord,
  everyRule,
  everyTeam,
  everyTogether,
  invoicing,
  lockerFiles,
  lockerRoom,
} from '@quantumlayer/stacks/fixtures';
import { describe, expect, it } from 'vitest';
import { type PlantedDefect, plantDefect, plantedDefects } from './planted-defects.ts';

const blueprints = {
  invoicing,
  clinicWithPeople,
  everyComputed,
  everyReader,
  everyRecord,
  everyRule,
  everyTeam,
  everyTogether,
  lockerFiles,
  lockerRoom,
};

/** The stack that the defects are planted into. */
const [api] = stacks;

function codeOf(name: keyof typeof blueprints) {
  const blueprint = blueprints[name];
  return api?.codeUnits(blueprint).flatMap(({ id }) => api.generateUnit(blueprint, id)) ?? [];
}

const appOf = ({ app }: PlantedDefect): keyof typeof blueprints => app ?? 'invoicing';

/** What the bench does with them takes half an hour: here a change of the generated code shows at once. */
describe('every defect', () => {
  it('has a name of its own and says what catches it', () => {
    expect(new Set(plantedDefects.map(({ id }) => id)).size).toBe(plantedDefects.length);
    for (const { caughtBy } of plantedDefects) expect(caughtBy.length).toBeGreaterThan(0);
  });

  it('finds its place in the app that it is put into, and changes it', () => {
    const apps = new Map(plantedDefects.map((defect) => [appOf(defect), codeOf(appOf(defect))]));
    for (const defect of plantedDefects) {
      const files = apps.get(appOf(defect)) ?? [];
      const changed = plantDefect(files, defect).filter(
        ({ content }, at) => content !== files[at]?.content,
      );

      expect([defect.id, changed.length]).not.toEqual([defect.id, 0]);
    }
  });
});
