// biome-ignore-all lint/suspicious/noTemplateCurlyInString: what is put into files of the app holds template strings of its own.
export type Edit = readonly [path: string, before: string, after: string];

/** A weakness that is put into an app by editing its files. */
export type PlantedDefect = {
  readonly id: string;
  /** The blueprint of the app; `invoicing` unless it says another. */
  readonly app?:
    | 'clinicWithPeople'
    | 'everyComputed'
    | 'everyReader'
    | 'everyRecord'
    | 'everyRule'
    | 'everyTeam'
    | 'lockerFiles'
    | 'lockerRoom';
  /** Attacks of which at least one has to get through. */
  readonly caughtBy: readonly string[];
  readonly edits: readonly Edit[];
};

export const APP = 'src/app.ts';
export const FILTERS = 'src/database/filters.ts';
export const PROBLEM = 'src/http/problem.ts';
export const QUERY = 'src/http/query.ts';
export const MIGRATION = 'migrations/0001_initial.sql';
export const CUSTOMERS = 'src/modules/customer/repository.ts';
export const CUSTOMER = 'src/modules/customer/schema.ts';
const LAST_REGISTRATION = "  await app.register(registerModules(database), { prefix: '/api' });\n";
export const INSERT =
  '      return onlyRow(await database.insert(customerTable).values(values).returning());\n';
const NOT_FOUND = '    const problem = new Problem(404, ';

export const NOT_UNIQUE: Edit = [
  MIGRATION,
  ',\n  constraint "customer_email_key" unique ("email")',
  '',
];

export const before = (text: string): Edit => [
  APP,
  LAST_REGISTRATION,
  `${text}\n${LAST_REGISTRATION}`,
];
export const notFound = (text: string): Edit => [PROBLEM, NOT_FOUND, `${text}\n${NOT_FOUND}`];
export const afterInsert = (text: string): Edit => [
  CUSTOMERS,
  INSERT,
  `      const row = onlyRow(await database.insert(customerTable).values(values).returning());\n${text}\n`,
];
