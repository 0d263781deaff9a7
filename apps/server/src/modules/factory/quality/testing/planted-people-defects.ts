// biome-ignore-all lint/suspicious/noTemplateCurlyInString: what is put into files of the app holds template strings of its own.
import type { PlantedDefect } from './planted-edits.ts';

const people = (file: string) => `src/people/${file}.ts`;
const HASH = people('password-hash');
const SESSIONS = people('sessions');
const COOKIE = people('session-cookie');
const SIGNING_IN = people('signing-in');
const AUTHORISE = people('authorise');
const ROWS = people('rows');
const PATIENTS = 'src/modules/patient/repository.ts';
const VISITS = 'src/modules/visit/routes.ts';

type Planted = Omit<PlantedDefect, 'app'>;

const inPeople: readonly Planted[] = [
  {
    id: 'passwords are kept as they are',
    caughtBy: ['password-stored'],
    edits: [
      [
        HASH,
        'return format(salt, await inTurn(() => argon2id(password, parameters)));',
        "return ['plain', parameters.memory, password].join('$');",
      ],
      [
        HASH,
        '    async matches(password, stored) {',
        "    async matches(password, stored) {\n      if (stored?.startsWith('plain$')) return stored.split('$').slice(2).join('$') === password;",
      ],
    ],
  },
  {
    id: 'passwords are kept as a digest without a salt',
    caughtBy: ['password-stored'],
    edits: [
      [
        HASH,
        'return format(salt, await inTurn(() => argon2id(password, parameters)));',
        "return ['sha256', parameters.memory, crypto.createHash('sha256').update(password).digest('hex')].join('$');",
      ],
      [
        HASH,
        '    async matches(password, stored) {',
        "    async matches(password, stored) {\n      if (stored?.startsWith('sha256$')) return stored.endsWith(crypto.createHash('sha256').update(password).digest('hex'));",
      ],
    ],
  },
  {
    id: 'tokens of sessions are kept as they are',
    caughtBy: ['session-stored'],
    edits: [
      [
        people('tokens'),
        "return createHash('sha256').update(token).digest('base64url');",
        'return createHash ? token : token;',
      ],
    ],
  },
  {
    id: 'tokens of sessions are counted',
    caughtBy: ['session-guessable'],
    edits: [
      [
        people('tokens'),
        "  return randomBytes(32).toString('base64url');",
        "  count += 1;\n  return `${randomBytes ? 'session' : ''}${count}`;",
      ],
      [
        people('tokens'),
        '/** 256 random bits: what nobody can guess. */',
        'let count = 0;\n/** 256 random bits: what nobody can guess. */',
      ],
    ],
  },
  {
    id: 'a sign-out leaves the session',
    caughtBy: ['session-after-sign-out'],
    edits: [
      [
        SIGNING_IN,
        "      if (request.sessionToken !== null) await sessions.end(request.sessionToken);\n      reply.header('set-cookie', cookie.clear());",
        "      if (request.sessionToken === null) return;\n      reply.header('set-cookie', cookie.clear());",
      ],
    ],
  },
  {
    id: 'a new password leaves the sessions',
    caughtBy: ['session-after-password-change'],
    edits: [
      [
        people('accounts'),
        '          .where(eq(accountTable.id, id));\n        await endAll(transaction, id);',
        '          .where(eq(accountTable.id, id));',
      ],
    ],
  },
  {
    id: 'scripts can read the cookie',
    caughtBy: ['session-cookie'],
    edits: [[COOKIE, 'Path=/; HttpOnly; SameSite=Strict', 'Path=/; SameSite=Strict']],
  },
  {
    id: 'other sites can send the cookie and act with it',
    caughtBy: ['session-cookie', 'cross-site-request'],
    edits: [
      [COOKIE, 'Path=/; HttpOnly; SameSite=Strict', 'Path=/; HttpOnly; SameSite=None'],
      [
        people('same-origin'),
        '    if (!isSameOrigin(request)) {',
        "    if (request.url === '/none' && !isSameOrigin(request)) {",
      ],
    ],
  },
  {
    id: 'the cookie of before becomes the session',
    caughtBy: ['session-fixation'],
    edits: [
      [
        SESSIONS,
        'async start(id: string): Promise<string> {',
        'async start(id: string, known?: string | null): Promise<string> {',
      ],
      [
        SESSIONS,
        '      const token = createToken();',
        '      const token = known ?? createToken();',
      ],
      [
        SIGNING_IN,
        'await sessions.start(account.id)',
        'await sessions.start(account.id, cookie.read(request.headers.cookie))',
      ],
    ],
  },
  {
    id: 'a header says who it is',
    caughtBy: ['session-forged'],
    edits: [
      [
        AUTHORISE,
        '    request.sessionToken = request.account === null ? null : token;',
        "    request.sessionToken = request.account === null ? null : token;\n    if (request.headers.authorization?.startsWith('Basic ')) request.account = { id: '01890000-0000-7000-8000-000000000000', email: 'admin@example.com', role: 'admin', isActive: true, createdAt: '2026-01-01T00:00:00.000Z', updatedAt: '2026-01-01T00:00:00.000Z' };",
      ],
    ],
  },
  {
    id: 'passwords can be tried without end',
    caughtBy: ['password-brute-force'],
    edits: [[SIGNING_IN, '      await attempts.begin(byAccount, ...byAddress);\n', '']],
  },
  {
    id: 'a sign-in tells who has an account',
    caughtBy: ['account-enumeration'],
    edits: [
      [
        SIGNING_IN,
        '      if (account === null || !matches) {',
        "      if (account === null) throw new Problem(401, 'account-unknown', 'There is no such account.');\n      if (!matches) {",
      ],
    ],
  },
  {
    id: 'an unknown address is answered at once',
    caughtBy: ['account-enumeration'],
    edits: [
      [
        people('accounts'),
        '      const matches = await hasher.matches(password, row?.passwordHash ?? null);',
        '      const matches = row !== undefined && (await hasher.matches(password, row.passwordHash));',
      ],
    ],
  },
  {
    id: 'any password will do',
    caughtBy: ['password-weak'],
    edits: [
      [people('password-rules'), 'const MIN = 10;', 'const MIN = 1;'],
      [
        people('password-rules'),
        '!COMMON.has(password.toLowerCase())',
        'password !== [...COMMON].join()',
      ],
    ],
  },
  {
    id: 'a code for a new password can be used again',
    caughtBy: ['password-reset-twice'],
    edits: [
      [
        people('password-reset'),
        '        .delete(passwordResetTable)\n        .where(and(eq(tokenHash, hashToken(token)), gt(expiresAt, sql`now()`)))\n        .returning({ accountId });',
        '        .select({ accountId })\n        .from(passwordResetTable)\n        .where(and(eq(tokenHash, hashToken(token)), gt(expiresAt, sql`now()`)));',
      ],
      [
        people('accounts'),
        '  await transaction.delete(passwordResetTable).where(eq(passwordResetTable.accountId, id));\n',
        '',
      ],
    ],
  },
  {
    id: 'accounts are shown with their hashes',
    caughtBy: ['password-in-answers'],
    edits: [
      [
        people('account-schema'),
        '    email: z.string(),\n',
        '    email: z.string(),\n    passwordHash: z.string().nullable().optional(),\n',
      ],
      [
        people('account'),
        'export const accountColumns = columns;',
        'export const accountColumns = { ...columns, passwordHash: _secret };',
      ],
    ],
  },
];

const inAccess: readonly Planted[] = [
  {
    id: 'nobody is asked for a session',
    caughtBy: ['access-without-session'],
    edits: [
      [
        AUTHORISE,
        '    expectAllowed(request.account, request.routeOptions.config.access ?? []);',
        '    if (request.account !== null) expectAllowed(request.account, request.routeOptions.config.access ?? []);',
      ],
    ],
  },
  {
    id: 'every role may do everything',
    caughtBy: ['access-of-another-role'],
    edits: [
      [
        AUTHORISE,
        'if (!access.includes(role)) {',
        "if (!access.includes(role) && role !== 'patient') {",
      ],
    ],
  },
  {
    id: 'who signs up chooses the role',
    caughtBy: ['access-promotion'],
    edits: [
      [
        people('sign-up-routes'),
        'z.strictObject({ email: accountEmail, password: newPassword });',
        "z.strictObject({ email: accountEmail, password: newPassword, role: z.enum(['patient', 'doctor', 'admin']).optional() });",
      ],
      [
        people('sign-up-routes'),
        'accounts.insert({ ...request.body, role: firstRole });',
        'accounts.insert({ ...request.body, role: request.body.role ?? firstRole });',
      ],
    ],
  },
  {
    id: 'the owner of a row is not looked at',
    caughtBy: ['owner-records', 'owner-lists'],
    edits: [
      [
        ROWS,
        "return rows === 'all' ? undefined : eq(owner, rows.ownerId);",
        "return rows === 'all' || owner !== undefined ? undefined : eq(owner, rows.ownerId);",
      ],
    ],
  },
  {
    id: 'a row of somebody else can be read by its id',
    caughtBy: ['owner-records'],
    edits: [
      [
        PATIENTS,
        '.where(and(eq(patientTable.id, id), within(patientTable.ownerId, whose)));',
        '.where(eq(patientTable.id, whose ? id : id));',
      ],
    ],
  },
  {
    id: 'lists show the rows of everybody',
    caughtBy: ['owner-lists'],
    edits: [
      [
        PATIENTS,
        '.where(and(within(patientTable.ownerId, whose), where))',
        '.where(whose ? where : undefined)',
      ],
    ],
  },
  {
    id: 'a row can be put below one of somebody else',
    caughtBy: ['owner-references'],
    edits: [
      [
        VISITS,
        "        await expectRow('patientId', body.patientId, (id) =>\n          patientParents.find(id, rowsOf(account, patientAccess.seesAll)),\n        );\n        const created",
        "        await expectRow('patientId', body.patientId, (id) =>\n          patientParents.find(id, account ? 'all' : rowsOf(account, patientAccess.seesAll)),\n        );\n        const created",
      ],
    ],
  },
];

/** In how an app with people lets them in, and in what it lets them do. */
export const peopleDefects: readonly PlantedDefect[] = [...inPeople, ...inAccess].map((defect) => ({
  ...defect,
  app: 'clinicWithPeople',
}));
