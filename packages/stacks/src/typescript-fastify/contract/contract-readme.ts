import type { ContractOperation, GeneratedFile } from '@quantumlayer/contracts';
import { markdownText } from '../text.ts';
import type { ContractBlueprint } from './contract-blueprint.ts';
import { fileOf } from './resource-file.ts';

/** What the app is, how it runs, and what only a person can tell. */
export function contractReadme({
  title,
  name,
  description,
  contract,
}: ContractBlueprint): GeneratedFile {
  const { operations, accounts, carriers, source } = contract;
  const open = operations.filter(({ behaviour }) => behaviour.kind === 'undetermined');
  const content = `# ${markdownText(title)}

${markdownText(description || title)}

The API is the one of [\`api/${source.name}\`](api/${source.name}); \`api/contract.json\` is the same in the words of OpenAPI 3.1, and
validates every request.

## Run it

\`\`\`sh
npm ci
npm test
npm start
\`\`\`

\`npm start\` listens on <http://127.0.0.1:3000>. Without \`DATABASE_URL\` the data lives in \`./data\`, in a PostgreSQL that runs inside the
process (PGlite); with it the same code uses that server. \`.env.example\` lists every setting.

\`\`\`sh
docker build -t ${name} .
docker run --read-only --tmpfs /tmp -p 3000:3000 -v ${name}:/data ${name}
\`\`\`

## Operations

| operation | what it does |
|---|---|
${operations.map(operationRow).join('\n')}
${open.length === 0 ? '' : questionsOf(open)}
## Who may call

${accounts === null ? '' : `- Accounts sign in by ${accounts.logins.map((login) => `\`${markdownText(login)}\``).join(' or ')}; passwords are kept as Argon2id hashes, tokens as SHA-256. After five wrong passwords an account has to wait.\n`}${accounts?.role == null ? '' : '- `ADMIN_EMAIL` and `ADMIN_PASSWORD` make the first administrator.\n'}${carriers.key.length === 0 ? '' : '- `API_KEY` is the key that the document asks for; without it nobody has it.\n'}- Values go to the database as parameters, into pages escaped; only members that the document takes are stored.

## Its parts

| folder | what is there |
|---|---|
| \`src/operations/\` | what each operation of the document does |
| \`src/extensions/\` | operations that the document does not determine: they answer 501 until their code is written |
| \`src/resources/\` | what is stored, and how the document shows it |
| \`src/behaviours/\` | lists, rows, changes, pages: what operations are made of |
| \`src/contract/\` | the document: validation, answers, refusals |
| \`src/records/\` | rows in PostgreSQL |
| \`tests/\` | contract tests: every operation against the document |

The code is yours. It has no licence yet: add a \`LICENSE\` file when you decide on one.
`;
  return { path: 'README.md', content };
}

function operationRow({ method, path, summary, behaviour }: ContractOperation): string {
  const what =
    behaviour.kind === 'undetermined'
      ? '**not determined: 501**'
      : markdownText(summary || behaviour.kind);
  return `| \`${method.toUpperCase()} ${path.replaceAll('|', '')}\` | ${what} |`;
}

function questionsOf(open: readonly ContractOperation[]): string {
  const lines = open.map(
    ({ id, behaviour }) =>
      `- [\`${id}\`](src/extensions/${fileOf(id)}.ts): ${behaviour.kind === 'undetermined' ? markdownText(behaviour.question) : ''}`,
  );
  return `\n## What the document does not say\n\n${lines.join('\n')}\n`;
}
