import { MIGRATION, type PlantedDefect } from './planted-edits.ts';

const STAYS = 'src/modules/stay/repository.ts';

/** Rules that hold only while nobody else writes. */
export const ruleDefects: readonly PlantedDefect[] = [
  {
    id: 'a limit is looked at before the write',
    app: 'everyRule',
    caughtBy: ['limit-race'],
    edits: [
      [
        MIGRATION,
        'create trigger "stay_per_room_id_limit" after insert or update',
        'create trigger "stay_per_room_id_limit" after update',
      ],
      [
        STAYS,
        '      return onlyRow(await database.insert(stayTable)',
        `      const made = await database.$count(stayTable, eq(stayTable.roomId, values.roomId));
      if (made >= 3) throw new Problem(409, 'limit-reached', 'There are enough stays.');
      await new Promise((resolve) => setTimeout(resolve, 50));
      return onlyRow(await database.insert(stayTable)`,
      ],
      [
        STAYS,
        "import { onlyRow } from '../../database/only-row.ts';",
        "import { onlyRow } from '../../database/only-row.ts';\nimport { Problem } from '../../http/problem.ts';",
      ],
    ],
  },
  {
    id: 'a state is asked as it will be',
    app: 'everyRule',
    caughtBy: ['fixed-record-changed'],
    edits: [
      [
        MIGRATION,
        `when (old."kind" in ('guest''s') and (new.`,
        `when (new."kind" in ('guest''s') and (new.`,
      ],
    ],
  },
  {
    id: 'a client decides on what is worked out',
    app: 'everyComputed',
    caughtBy: ['mass-assignment-computed'],
    edits: [
      [
        MIGRATION,
        '"square" numeric generated always as ("unit_weight" * "unit_weight") stored',
        '"square" numeric',
      ],
      [
        'src/modules/item/table.ts',
        `.notNull().generatedAlwaysAs(sql\`"unit_weight" * "unit_weight"\`)`,
        '',
      ],
      [
        'src/modules/item/schema.ts',
        '    orderId: z.uuid(),\n  })\n  .meta',
        '    orderId: z.uuid(),\n    square: fields.square.optional(),\n  })\n  .meta',
      ],
      [
        'src/modules/item/schema.ts',
        'square: computed(z.string(), ',
        'square: computed(z.string().nullable(), ',
      ],
    ],
  },
  {
    id: 'values that are unique together repeat',
    app: 'everyRule',
    caughtBy: ['unique-race'],
    edits: [
      [
        MIGRATION,
        'create unique index "seat_room_id_row_number_key"',
        'create index "seat_room_id_row_number_key"',
      ],
    ],
  },
];
