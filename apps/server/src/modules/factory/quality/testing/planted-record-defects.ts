import { MIGRATION, type PlantedDefect } from './planted-edits.ts';

const CUSTOMERS = 'src/modules/customer/repository.ts';
const BASED = '.where(and(eq(customerTable.id, id), inArray(customerTable.version, versions)))';

type Planted = Omit<PlantedDefect, 'app'>;

const versions: readonly Planted[] = [
  {
    id: 'a version that is gone can be changed',
    caughtBy: ['lost-update'],
    edits: [
      [
        CUSTOMERS,
        BASED,
        '.where(and(eq(customerTable.id, id), versions.length === 0 ? inArray(customerTable.version, versions) : undefined))',
      ],
    ],
  },
  {
    id: 'the version is looked at before the write',
    caughtBy: ['lost-update-race'],
    edits: [
      [
        CUSTOMERS,
        '      const [row] = await database\n        .update(customerTable)',
        '      const [found] = await database.select().from(customerTable).where(eq(customerTable.id, id));\n      if (found === undefined || !versions.includes(found.version)) versions = [];\n      else versions = Array.from({ length: 100 }, (_, n) => n);\n      await new Promise((resolve) => setTimeout(resolve, 50));\n      const [row] = await database\n        .update(customerTable)',
      ],
    ],
  },
  {
    id: 'the version is never counted up',
    caughtBy: ['lost-update'],
    edits: [[MIGRATION, 'new."version" := old."version" + 1;', 'new."version" := old."version";']],
  },
];

/** In what is kept of a record besides its values. */
export const recordDefects: readonly PlantedDefect[] = versions.map((defect) => ({
  ...defect,
  app: 'everyRecord',
}));
