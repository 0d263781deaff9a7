// biome-ignore-all lint/suspicious/noTemplateCurlyInString: what is put into files of the app holds template strings of its own.
import { MIGRATION, type PlantedDefect } from './planted-edits.ts';

const ROWS = 'src/people/rows.ts';
const LABEL = 'src/modules/label/';
const LINES = 'src/modules/bill-line/routes.ts';
const TICKET = 'src/modules/ticket/access.ts';

/** In what an app keeps apart for its teams. */
export const teamDefects: readonly PlantedDefect[] = [
  {
    id: 'the team of a row is not looked at',
    app: 'everyTeam',
    caughtBy: ['team-records', 'team-lists'],
    edits: [
      [ROWS, 'return and(eq(team, teamId), isOwn);', 'return team && teamId ? isOwn : undefined;'],
    ],
  },
  {
    id: 'lists show the rows of every team',
    app: 'everyTeam',
    caughtBy: ['team-lists'],
    edits: [
      [
        `${LABEL}repository.ts`,
        '.where(and(within(labelTable.teamId, whose), where))',
        '.where(and(whose ? undefined : within(labelTable.teamId, whose), where))',
      ],
    ],
  },
  {
    id: 'the team of a row is taken from the body',
    app: 'everyTeam',
    caughtBy: ['team-assignment'],
    edits: [
      [
        `${LABEL}schema.ts`,
        'export const newLabel = z.strictObject({\n',
        'export const newLabel = z.strictObject({\n  teamId: z.uuid().optional(),\n',
      ],
      [
        `${LABEL}routes.ts`,
        '{ ...body, teamId: signedIn(account).teamId }',
        '{ ...body, teamId: body.teamId ?? signedIn(account).teamId }',
      ],
    ],
  },
  {
    id: 'a row can refer to one of another team',
    app: 'everyTeam',
    caughtBy: ['team-references'],
    edits: [
      [
        LINES,
        'labelParents.find(id, teamRowsOf(account, labelAccess.seesAll)),\n        );\n        const created',
        "labelParents.find(id, account ? 'all' : teamRowsOf(account, labelAccess.seesAll)),\n        );\n        const created",
      ],
      [
        MIGRATION,
        'foreign key ("team_id", "label_id") references "label" ("team_id", "id") on delete restrict;',
        'foreign key ("label_id") references "label" ("id") on delete restrict;',
      ],
    ],
  },
  {
    id: 'accounts of every team are managed',
    app: 'everyTeam',
    caughtBy: ['team-accounts'],
    edits: [
      [
        'src/people/accounts.ts',
        'return within(accountTable.teamId, whose);',
        'return whose ? undefined : within(accountTable.teamId, whose);',
      ],
    ],
  },
  {
    id: 'every team is listed',
    app: 'everyTeam',
    caughtBy: ['team-itself'],
    edits: [
      [
        'src/modules/clinic/repository.ts',
        '.where(and(within(clinicTable.id, whose), where))',
        '.where(and(whose ? undefined : within(clinicTable.id, whose), where))',
      ],
    ],
  },
  {
    id: 'the file of a row is given to every team',
    app: 'everyTeam',
    caughtBy: ['team-files'],
    edits: [
      [
        'src/modules/patient/file-routes.ts',
        '      async ({ params, account }, reply) => {\n        if (\n          (await repository.find(params.id, teamRowsOf(account, patientAccess.seesAll))) === null\n        ) {',
        "      async ({ params, account }, reply) => {\n        if (account === null && (await repository.find(params.id, 'all')) === null) {",
      ],
    ],
  },
  {
    id: 'who reads the rows of everybody changes them as well',
    app: 'everyReader',
    caughtBy: ['owner-records'],
    edits: [[TICKET, "seesAll: ['admin'],", 'seesAll: roles,']],
  },
];
