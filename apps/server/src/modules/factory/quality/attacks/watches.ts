import type { Watch } from './attack.ts';

const STACK_LINE = /\bat [\w.<>$ [\]]+ \(?(file:\/\/|node:|\/)[^\s)]+:\d+:\d+/;
const INNER_PATH = /\/app\/(src|node_modules)\/|\/tmp\/data\b|node_modules\//;
const DATABASE_TALK =
  /syntax error at or near|relation "[^"]+" does not exist|column "[^"]+" (of relation|does not exist)|violates (unique|foreign key|not-null|check) constraint|SQLSTATE|pg_catalog|Failed query:|invalid input syntax for type/i;
const PROGRAM = /^(express|fastify|node|next|apache|nginx|php|uvicorn|gunicorn)/i;
const SECRET =
  /-----BEGIN [A-Z ]*PRIVATE KEY-----|\$(argon2id|2[aby]|scrypt)\$|postgres(ql)?:\/\/[^\s:]+:[^\s@]+@/;

/** What the body of an answer must not hold, whatever was asked. */
function bodyWatch(id: string, title: string, cwe: number, found: RegExp, why: string): Watch {
  return {
    id,
    title,
    cwe,
    look: ({ response }) => {
      // A value that was stored may look like anything: it is only what the client itself has sent.
      const isError = response !== null && response.status >= 400;
      return isError && found.test(response.body) ? why : null;
    },
  };
}

export const watches: readonly Watch[] = [
  {
    id: 'server-errors',
    title: 'Attacks that make the app fail',
    cwe: 755,
    look: ({ response }) =>
      response !== null && response.status >= 500 ? `it answered ${response.status}` : null,
  },
  bodyWatch(
    'stack-traces',
    'Problems that show where the code stands',
    209,
    STACK_LINE,
    'the answer holds a stack trace',
  ),
  bodyWatch(
    'inner-paths',
    'Problems that show the folders of the app',
    209,
    INNER_PATH,
    'the answer holds a path of the server',
  ),
  bodyWatch(
    'database-messages',
    'Problems that repeat the database',
    209,
    DATABASE_TALK,
    'the answer repeats the database',
  ),
  {
    id: 'program-names',
    title: 'Headers that name the program and its version',
    cwe: 200,
    look: ({ response }) => {
      const name = response?.headers['x-powered-by'] ?? response?.headers.server ?? '';
      return PROGRAM.test(name) ? `the answer says that it comes from ${name}` : null;
    },
  },
  {
    id: 'secrets-in-answers',
    title: 'Answers that hold keys, hashes or credentials',
    cwe: 200,
    look: ({ request, response }) => {
      if (response === null || !SECRET.test(response.body) || SECRET.test(request.body ?? ''))
        return null;
      return 'the answer holds a secret';
    },
  },
];
