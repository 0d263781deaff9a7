import { PGlite } from '@electric-sql/pglite';
import type { Blueprint, Entity } from '@quantumlayer/contracts';
import { renameMember } from '@quantumlayer/contracts/edit-blueprint';
import { relationsNamedAfter, renameEntity } from '@quantumlayer/contracts/rename-entity';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everyAccess, everyTeam, everyTogether, lockerRoom } from '../../fixtures/index.ts';
import { buildModel } from '../build-model.ts';
import { migrationFile } from '../files/migration-file.ts';
import { describeCatalog } from './catalog.fixture.ts';
import { migrationBetween } from './migration-between.ts';
import { hintsOf } from './migration-hints.ts';
import { BREAKPOINT, readSchema } from './read-schema.ts';

type Rename = { after: Blueprint; renames: Map<string, string> };

const schemaOf = (blueprint: Blueprint) => migrationFile(buildModel(blueprint)).content;
const zebra = { name: 'Zebra', plural: 'Zebras' };

function renamed(blueprint: Blueprint, entity: Entity): Rename {
  const followers = relationsNamedAfter(blueprint, entity, zebra);
  const now = (name: string) => (name === entity.name ? 'Zebra' : name);
  return {
    after: renameEntity(entity, zebra)(blueprint),
    renames: new Map([
      ['Zebra', entity.name],
      ...followers.map((each): [string, string] => [`${now(each.entity)}.${each.next}`, each.name]),
    ]),
  };
}

/** Every entity, file and link of some apps with another name. */
const renames = [everyTogether, everyTeam, everyAccess, lockerRoom].flatMap((before) =>
  before.entities.flatMap((entity) => {
    const apart = [
      ...entity.fields.filter(({ type }) => type === 'image' || type === 'file'),
      ...entity.relations.filter(({ kind }) => kind === 'many-to-many'),
    ];
    return [
      { of: `${before.name}: ${entity.name}`, before, ...renamed(before, entity) },
      ...apart.map(({ name }) => ({
        of: `${before.name}: ${entity.name}.${name}`,
        before,
        after: renameMember(entity.name, name, 'zebras')(before),
        renames: new Map([[`${entity.name}.zebras`, name]]),
      })),
    ];
  }),
);

describe('what is called differently', () => {
  let database: PGlite;
  beforeAll(async () => {
    database = await PGlite.create();
  });
  afterAll(() => database.close());

  async function columnsAfter(statements: readonly string[]) {
    for (const statement of statements) await database.exec(statement);
    return (await describeCatalog(database)).columns;
  }

  async function start(blueprint: Blueprint) {
    await database.exec('drop schema public cascade; create schema public;');
    return columnsAfter(schemaOf(blueprint).split(BREAKPOINT));
  }

  it.each(renames)(
    'keeps links, files, history and changes: $of',
    async ({ before, after, renames: said }) => {
      const hints = hintsOf(buildModel(before), buildModel(after), {
        renames: said,
        values: new Map(),
      });
      const { statements, losses, unfilled } = migrationBetween(
        readSchema(schemaOf(before)),
        readSchema(schemaOf(after)),
        hints,
      );
      const wanted = await start(after);
      await start(before);

      expect({ losses, unfilled }).toEqual({ losses: [], unfilled: [] });
      expect(await columnsAfter(statements)).toEqual(wanted);
    },
  );
});
