import { MIGRATION, type PlantedDefect } from './planted-edits.ts';

const LOCKER = 'src/modules/locker/';

/** In what an app does with secrets that belong to somebody. */
export const lockerDefects: readonly PlantedDefect[] = [
  {
    id: 'the password of a record is kept as it is',
    app: 'lockerRoom',
    caughtBy: ['secret-stored'],
    edits: [
      [`${LOCKER}routes.ts`, 'await hasher.hash(body.code)', 'body.code'],
      [MIGRATION, ` check ("code" ~ '^scrypt[$][0-9]+[$]')`, ''],
    ],
  },
  {
    id: 'the hash of a password is answered',
    app: 'lockerRoom',
    caughtBy: ['secret-in-answers'],
    edits: [
      [
        `${LOCKER}table.ts`,
        'const { code: _code, ...shown } = getTableColumns(lockerTable);',
        'const shown = getTableColumns(lockerTable);',
      ],
      [
        `${LOCKER}schema.ts`,
        '    id: z.uuid(),\n    label: z.string(),\n',
        '    id: z.uuid(),\n    code: z.string(),\n    label: z.string(),\n',
      ],
    ],
  },
];
