// biome-ignore-all lint/suspicious/noTemplateCurlyInString: what is put into files of the app holds template strings of its own.
import { MIGRATION, type PlantedDefect } from './planted-edits.ts';

const LOCKER = 'src/modules/locker/';
const UPLOADS = 'src/files/uploads.ts';

/** In what an app does with secrets that belong to somebody. */
export const lockerDefects: readonly PlantedDefect[] = [
  {
    id: 'the password of a record is kept as it is',
    app: 'lockerRoom',
    caughtBy: ['secret-stored'],
    edits: [
      [`${LOCKER}routes.ts`, 'await hasher.hash(body.code)', 'body.code'],
      [
        MIGRATION,
        ` constraint "locker_code_check" check ("code" ~ '^([$]argon2id[$]v=19|scrypt[$][0-9]+)[$]')`,
        '',
      ],
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
  {
    id: 'a file is what its header says',
    app: 'lockerFiles',
    caughtBy: ['file-disguised'],
    edits: [
      [
        UPLOADS,
        'const type = content.length === 0 ? null : mediaTypeOf(content);',
        'const type = types[0] ?? mediaTypeOf(content);',
      ],
    ],
  },
  {
    id: 'a file may have any number of bytes',
    app: 'lockerFiles',
    caughtBy: ['file-oversized'],
    edits: [
      [`${LOCKER}file-routes.ts`, 'bodyLimit: 50_000,', 'bodyLimit: 50_000_000,'],
      [MIGRATION, ' and "size" <= 50000', ''],
    ],
  },
  {
    id: 'a file keeps the path that it is called by',
    app: 'lockerFiles',
    caughtBy: ['file-name'],
    edits: [
      [UPLOADS, 'name: fileName(name, type)', 'name'],
      [UPLOADS, "import { fileName } from './file-name.ts';\n", ''],
    ],
  },
  {
    id: 'a text is served as a page',
    app: 'lockerFiles',
    caughtBy: ['file-script'],
    edits: [
      [UPLOADS, "'text/plain; charset=utf-8'", "'text/html; charset=utf-8'"],
      [
        UPLOADS,
        ".header('content-disposition', `${disposition};",
        ".header('content-disposition', `inline;",
      ],
      [UPLOADS, "    .header('content-security-policy', \"default-src 'none'; sandbox\")\n", ''],
    ],
  },
  {
    id: 'a file is given whoever its record belongs to',
    app: 'lockerFiles',
    caughtBy: ['file-of-another'],
    edits: [
      [
        `${LOCKER}file-routes.ts`,
        '      async ({ params, account }, reply) => {\n        if ((await repository.find(params.id, rowsOf(account, lockerAccess.seesAll))) === null) {',
        "      async ({ params }, reply) => {\n        if ((await repository.find(params.id, 'all')) === null) {",
      ],
    ],
  },
];
