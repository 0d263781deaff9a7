import { stacks } from '@quantumlayer/stacks';
import {
  clinicWithPeople,
  everyComputed,
  everyRecord,
  everyRule,
  invoicing,
  lockerFiles,
  lockerRoom,
} from '@quantumlayer/stacks/fixtures';
import { describe, expect, it } from 'vitest';
import { plantDefect, plantedDefects } from './planted-defects.ts';

const blueprints = {
  invoicing,
  clinicWithPeople,
  everyComputed,
  everyRecord,
  everyRule,
  lockerFiles,
  lockerRoom,
};

const codeOf = (name: keyof typeof blueprints) =>
  stacks.flatMap((stack) =>
    stack.codeUnits(blueprints[name]).flatMap(({ id }) => stack.generateUnit(blueprints[name], id)),
  );

/** What the bench does with them takes half an hour: here a change of the generated code shows at once. */
describe('every defect', () => {
  it('has a name of its own and says what catches it', () => {
    expect(new Set(plantedDefects.map(({ id }) => id)).size).toBe(plantedDefects.length);
    for (const { caughtBy } of plantedDefects) expect(caughtBy.length).toBeGreaterThan(0);
  });

  it('finds its place in the app that it is put into, and changes it', () => {
    const known = new Map<keyof typeof blueprints, ReturnType<typeof codeOf>>();
    for (const defect of plantedDefects) {
      const app = defect.app ?? 'invoicing';
      const files = known.get(app) ?? codeOf(app);
      known.set(app, files);
      const changed = plantDefect(files, defect).filter(
        ({ content }, at) => content !== files[at]?.content,
      );

      expect([defect.id, changed.length]).not.toEqual([defect.id, 0]);
    }
  });
});
