import { MIGRATION, type PlantedDefect } from './planted-edits.ts';

const CUSTOMERS = 'src/modules/customer/repository.ts';
const BASED = 'inArray(customerTable.version, versions)';

type Planted = Omit<PlantedDefect, 'app'>;

const versions: readonly Planted[] = [
  {
    id: 'a version that is gone can be changed',
    caughtBy: ['lost-update'],
    edits: [
      [
        CUSTOMERS,
        BASED,
        'versions.length === 0 ? inArray(customerTable.version, versions) : undefined',
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
    id: 'a version that is gone can be deleted',
    caughtBy: ['lost-update'],
    edits: [
      [
        CUSTOMERS,
        '      if (rows.length > 0) return true;',
        '      if (rows.length > 0) return true;\n      if ((await database.update(customerTable).set({ deletedAt: sql`now()` }).where(and(eq(customerTable.id, id), isNull(customerTable.deletedAt))).returning()).length > 0) return true;',
      ],
    ],
  },
  {
    id: 'the version is never counted up',
    caughtBy: ['lost-update'],
    edits: [[MIGRATION, 'new."version" := old."version" + 1;', 'new."version" := old."version";']],
  },
];

const SHOWN = 'isNull(customerTable.deletedAt)';

const deletions: readonly Planted[] = [
  {
    id: 'a deleted record is still read by its id',
    caughtBy: ['deleted-record-read'],
    edits: [
      [
        CUSTOMERS,
        `.where(and(eq(customerTable.id, id), ${SHOWN}));\n      return row ?? null;`,
        '.where(eq(customerTable.id, id));\n      return row ?? null;',
      ],
    ],
  },
  {
    id: 'a deleted record is still listed',
    caughtBy: ['deleted-record-listed'],
    edits: [[CUSTOMERS, `.where(and(${SHOWN}, where))`, '.where(where)']],
  },
  {
    id: 'a deleted record is still found by a search',
    caughtBy: ['deleted-record-listed'],
    edits: [
      [
        CUSTOMERS,
        `.where(and(${SHOWN}, where))`,
        `.where(and(query.q ? undefined : ${SHOWN}, where))`,
      ],
    ],
  },
  {
    id: 'a deleted record is still listed below what it is linked with',
    caughtBy: ['deleted-record-listed'],
    edits: [
      [
        'src/modules/invoice-tags/repository.ts',
        'isNull(tagTable.deletedAt)',
        'isNull(tagTable.deletedAt) && undefined',
      ],
    ],
  },
  {
    id: 'a record can be put below a deleted one',
    caughtBy: ['deleted-record-referred'],
    edits: [
      [
        MIGRATION,
        'create trigger "note_customer_id_held" after insert or update',
        'create trigger "note_customer_id_held" after update',
      ],
    ],
  },
  {
    id: 'who may not delete sees what is deleted',
    caughtBy: ['deleted-list-of-others'],
    edits: [
      [
        'src/modules/invoice/routes.ts',
        'expectAllowed(account, invoiceAccess.delete);',
        'expectAllowed(account, invoiceAccess.delete && invoiceAccess.read);',
      ],
    ],
  },
  {
    id: 'the time of the deletion can be written',
    caughtBy: ['mass-assignment-update'],
    edits: [
      [
        'src/modules/customer/schema.ts',
        '    email: fields.email,\n  })\n  .partial()',
        '    email: fields.email,\n    deletedAt: timestamp.nullable(),\n  })\n  .partial()',
      ],
    ],
  },
];

const changes: readonly Planted[] = [
  {
    id: 'the changes of a record are shown to who may not read it',
    caughtBy: ['owner-histories'],
    edits: [
      [
        'src/modules/invoice/change-routes.ts',
        'rowsOf(account, invoiceAccess.seesAll)',
        "account ? 'all' : rowsOf(account, invoiceAccess.seesAll)",
      ],
    ],
  },
  {
    id: 'what was sent can be changed',
    caughtBy: ['fixed-record-changed'],
    edits: [
      [
        MIGRATION,
        `when (old."status" in ('sent', 'paid') and (new."number"`,
        `when (old."status" in ('paid') and (new."number"`,
      ],
    ],
  },
  {
    id: 'who made a record can be written',
    caughtBy: ['mass-assignment-update'],
    edits: [
      [
        MIGRATION,
        'create trigger "note_stamp" before insert or update',
        'create trigger "note_stamp" before insert',
      ],
      [
        'src/modules/note/schema.ts',
        '    text: fields.text,\n    customerId: z.uuid().nullable(),\n  })\n  .partial()',
        '    text: fields.text,\n    customerId: z.uuid().nullable(),\n    createdBy: z.uuid(),\n  })\n  .partial()',
      ],
    ],
  },
];

/** In what is kept of a record besides its values. */
export const recordDefects: readonly PlantedDefect[] = [...versions, ...deletions, ...changes].map(
  (defect) => ({
    ...defect,
    app: 'everyRecord',
  }),
);
