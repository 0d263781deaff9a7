import type { Allowed, GeneratedFile } from '@quantumlayer/contracts';
import { type AppModel, type EntityModel, entityNamed } from '../model.ts';
import { MOST_NESTED } from '../nested/nested-model.ts';
import { actions, type PeopleModel, type TeamModel } from '../people.ts';
import { listed } from '../rules/listed.ts';
import { markdownText } from '../text.ts';
import { withArticle } from './entity-parts.ts';
import { rulesSection } from './rule-text.ts';
import { typeNotes } from './type-notes.ts';

/** What the app is, the commands that work on it, and the rules of its API. */
export function readmeFile(app: AppModel): GeneratedFile {
  const { title, description, name } = app.blueprint;
  const [first] = app.entities;
  const content = `# ${markdownText(title)}

${markdownText(description || title)}

## Run it

\`\`\`sh
npm ci
npm test
${app.hasWeb ? 'npm run build\n' : ''}npm start
\`\`\`

Any Node from 20 will do to install: the app brings Node 24 with it and runs its TypeScript as it is, without a
build. \`npm start\` listens on <http://127.0.0.1:3000>; the API is described at \`/docs\` and \`/openapi.json\`.
${app.hasWeb ? WEB_START : ''}
| command | what it does |
|---|---|
| \`npm start\` | applies missing migrations and serves the API |
| \`npm run dev\` | the same, restarted when a file changes |
${app.hasWeb ? WEB_COMMANDS : ''}| \`npm run seed\` | fills an empty database with example rows |
| \`npm test\` | all tests on an embedded database; with \`TEST_DATABASE_URL=postgres://…\` on that server, in a schema of their own |
| \`npm run typecheck\`, \`npm run lint\`, \`npm run format\` | TypeScript and Biome |

Without \`DATABASE_URL\` the data lives in \`./data\`, in a PostgreSQL that runs inside the process (PGlite): good for one
process. With \`DATABASE_URL\` the same code uses that server. \`.env.example\` lists every setting.

\`\`\`sh
docker build -t ${name} .
docker run --read-only --tmpfs /tmp -p 3000:3000 -v ${name}:/data ${app.people === null ? name : `\\\n  -e ADMIN_EMAIL=you@example.com -e ADMIN_PASSWORD ${name}`}
\`\`\`

## The API

| path | rows |
|---|---|
${app.entities.map(pathRow).join('\n')}

- \`GET\` lists take \`limit\` (1 to 100), \`cursor\` (the \`nextCursor\` before), \`sort\` (\`name\`, or \`-name\` for descending),
  a filter for each field, \`.gte\` and \`.lte\` for numbers and dates, and \`q\` to search text:
  \`curl '127.0.0.1:3000/api/${first?.path ?? ''}?limit=10&sort=-createdAt'\`.
- \`POST\` creates, \`PATCH\` changes the members it names (\`null\` empties an optional one), \`DELETE\` refuses with 409 while
  other rows refer to the row.
${nestedLines(app)}${viewLine(app)}- Errors are problem documents (RFC 9457): 422 for values that are not valid, with a JSON pointer for each; 404, 409.
- Decimal numbers, money and percentages are strings such as \`"12.50"\`, exact from the request to the column; a JSON
  number is accepted as input. Instants are ISO 8601 in UTC.
${typeNotes(app)}
${app.people === null ? '' : peopleSection(app, app.people)}${rulesSection(app)}## Its parts

| folder | what is there |
|---|---|
| \`src/modules/<entity>/\` | \`schema\` what the API takes and gives, \`table\`, \`repository\`, \`routes\`, \`sample\` rows |
${app.people === null ? '' : PEOPLE_ROW}${app.hasWeb ? WEB_ROW : ''}| \`src/fields/\` | the field types: what a valid value is |
| \`src/database/\` | the connection, migrations, filters and paging |
| \`src/http/\` | problems, health, documents |
| \`migrations/\` | SQL files, applied in order and never edited afterwards |
| \`tests/\` | one file per entity, against a real database |

The code is yours. It has no licence yet: add a \`LICENSE\` file when you decide on one.
`;
  return { path: 'README.md', content };
}

function viewLine({ entities }: AppModel): string {
  const views = entities.flatMap(({ view }) => (view === null ? [] : `\`${view}\``));
  if (views.length === 0) return '';
  return `- What other rows add up to is worked out by views (${views.join(', ')}): a migration that changes a table makes
  its view again.\n`;
}

function nestedLines({ entities }: AppModel): string {
  return entities
    .flatMap(({ path, lists }) =>
      lists.map(
        ({ name }) =>
          `- \`POST /api/${path}\` takes up to ${MOST_NESTED} \`${name}\`, made with the row or not at all; the row alone shows them.\n`,
      ),
    )
    .join('');
}

const WEB_START = `
The web UI is at the same address. \`npm run build\` makes it from \`web/\` and is needed again after a change there.
`;
const WEB_COMMANDS = `| \`npm run build\` | builds the web UI into \`web/dist\`, from where the server serves it |
| \`npm run dev:web\` | the pages with every change at once, beside \`npm run dev\` |
`;
const WEB_ROW = `| \`web/src/entities/<entity>/\` | what the pages know of an entity (\`description\`), and its \`list\`, \`detail\` and \`form\` |
| \`web/src/screens/\`, \`components/\`, \`fields/\` | what all pages are made of; \`web/src/styles/tokens.css\` has the colours |
`;
const PEOPLE_ROW = `| \`src/modules/<entity>/access.ts\` | which roles may do what |
| \`src/people/\` | accounts, sessions, \`authorise\`, password resets, mail, the audit log |
`;

function peopleSection(app: AppModel, people: PeopleModel): string {
  const { roles, first, admin, isOpen, team } = people;
  const opened = team === null ? `becomes \`${first}\`` : 'gets a team, which they manage';
  const signUp = isOpen ? `Anybody can sign up and ${opened};` : 'Nobody can sign up;';
  return `## Who may do what

The roles are ${roles.map((role) => `\`${role}\``).join(', ')}. ${signUp} \`${admin}\` manages the accounts (\`/api/accounts\`) and
reads who changed what (\`/api/audit\`).
${team === null ? '' : teamLines(app, team)}
| path | create | read | update | delete | rows |
|---|---|---|---|---|---|
${app.entities.map((entity) => accessRow(entity, roles)).join('\n')}

\`ADMIN_EMAIL=you@example.com ADMIN_PASSWORD=... npm start\` makes the first account of the role \`${team === null ? admin : roles.at(-1)}\`; once there is one, the
two are not looked at again. In production (\`NODE_ENV=production\`) the app does not start without it, and its cookies travel over
HTTPS only.

\`\`\`sh
curl -c jar -H 'content-type: application/json' 127.0.0.1:3000/api/auth/sign-in \\
  -d '{"email":"you@example.com","password":"..."}'
curl -b jar 127.0.0.1:3000/api/auth/session
\`\`\`

- A session lasts a week, or twelve hours without use. Signing out, another password and switching an account off end it at once.
- Passwords are kept as Argon2id hashes. Where \`PASSWORD_COST\` changes, each is hashed anew when its owner signs in.
- After five wrong passwords an account has to wait, twice as long each time; so does an address that tries many accounts.
  Behind a proxy set \`TRUST_PROXY\`, or all clients count as one address.
- \`POST /api/auth/password-reset\` sends a code by mail (\`SMTP_URL\`; without it into \`DATA_DIR/mail\`), and \`/confirm\` takes it.
- Requests of other sites are refused, and no other origin may read answers.

`;
}

/** What a team is in this app, and what that keeps apart. */
function teamLines(app: AppModel, { entity, managers, above }: TeamModel): string {
  const { title, pluralTitle, path } = entityNamed(app, entity);
  const higher = listed(managers.map((role) => `\`${role}\``));
  const readers = above.filter((role) => !managers.includes(role));
  const reading =
    readers.length === 0 ? '' : ` ${listed(readers.map((role) => `\`${role}\``))} only read.`;
  const fromAbove =
    above.length === 0
      ? ''
      : `- Above the ${pluralTitle}: ${higher} manage all of them and their accounts, and say in \`teamId\` which one a new account joins.${reading}\n`;
  return `
Accounts belong to ${withArticle(title)} (\`/api/${path}\`, in \`teamId\`), and each ${title} is alone:

- Rows of a team get its id from the session. Others get 404 for them, find them in no list and cannot refer to them; the foreign
  keys are over \`(team_id, id)\`, so that no statement leads from one ${title} to another.
- What must be unique is unique within the ${title}. Limits, times that do not overlap and totals count its rows only.
- Accounts and the audit log are those of the own ${title}; a new account joins the ${title} of who makes it.
${fromAbove}- The first account gets an example of ${withArticle(title)}; change it with \`PATCH /api/${path}/{id}\`.
`;
}

function accessRow({ path, access }: EntityModel, roles: readonly string[]): string {
  if (access === null) return '';
  const who = (allowed: Allowed) => {
    if (allowed === 'everyone') return 'anybody';
    if (allowed.length === roles.length) return 'who is signed in';
    return allowed.length === 0 ? 'nobody' : allowed.join(', ');
  };
  const { rules, owner, team, seesAll } = access;
  const reads = access.readsAll.filter((role) => !seesAll.includes(role));
  const others = seesAll.length === 0 ? '' : `; ${seesAll.join(', ')}: all`;
  const readers = reads.length === 0 ? '' : `; ${reads.join(', ')}: read all`;
  const whose = owner === null ? (team === null ? null : 'of the team') : 'own';
  const rows = whose === null ? 'shared' : `${whose}${others}${readers}`;
  const cells = actions.map((action) => who(rules[action]));
  return `| ${[`\`/api/${path}\``, ...cells, rows].join(' | ')} |`;
}

function pathRow({ path, pluralTitle, entity }: EntityModel): string {
  const text = entity.description ? markdownText(entity.description) : pluralTitle;
  return `| \`/api/${path}\` | ${text} |`;
}
