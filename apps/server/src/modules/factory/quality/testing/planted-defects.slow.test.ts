import { PGlite } from '@electric-sql/pglite';
import type { GeneratedFile } from '@quantumlayer/contracts';
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
import { beforeAll, describe, expect, it } from 'vitest';
import { type PlantedDefect, plantDefect, plantedDefects } from './planted-defects.ts';
import { MIGRATION } from './planted-edits.ts';

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

const changesDatabase = ({ edits }: PlantedDefect) => edits.some(([path]) => path === MIGRATION);

const appOf = ({ app }: PlantedDefect): keyof typeof blueprints => app ?? 'invoicing';

/** What the bench does with them takes half an hour: here a change of the generated code shows at once. */
describe('every defect', () => {
  const apps = new Map<string, GeneratedFile[]>();
  beforeAll(() => {
    for (const name of new Set(plantedDefects.map(appOf))) apps.set(name, codeOf(name));
  });
  const filesOf = (defect: PlantedDefect) => apps.get(appOf(defect)) ?? [];

  it('has a name of its own and says what catches it', () => {
    expect(new Set(plantedDefects.map(({ id }) => id)).size).toBe(plantedDefects.length);
    for (const { caughtBy } of plantedDefects) expect(caughtBy.length).toBeGreaterThan(0);
  });

  it('finds its place in the app that it is put into, and changes it', () => {
    for (const defect of plantedDefects) {
      const files = filesOf(defect);
      const changed = plantDefect(files, defect).filter(
        ({ content }, at) => content !== files[at]?.content,
      );

      expect([defect.id, changed.length]).not.toEqual([defect.id, 0]);
    }
  });

  it('leaves an app whose database can be made', { timeout: 60_000 }, async () => {
    const database = await PGlite.create();
    try {
      for (const defect of plantedDefects.filter(changesDatabase)) {
        const files = plantDefect(filesOf(defect), defect);
        const { content = '' } = files.find(({ path }) => path === MIGRATION) ?? {};
        await database.exec('drop schema public cascade; create schema public;');
        const made = await database.exec(content).then(
          () => 'made',
          (error: unknown) => String(error),
        );
        expect([defect.id, made]).toEqual([defect.id, 'made']);
      }
    } finally {
      await database.close();
    }
  });
});
