import type { ApiContract, ContractOperation, GeneratedFile } from '@quantumlayer/contracts';
import { importNames, indent, inImportOrder, tsString } from '../text.ts';
import { handlerText } from './handler-text.ts';
import { type AllImports, createImports, type Imports } from './imports.ts';
import { fileOf } from './resource-file.ts';

/** The operations, those of one kind of record in one file, and the list of all. */
export function operationFiles(contract: ApiContract): GeneratedFile[] {
  const groups = new Map<string, ContractOperation[]>();
  for (const operation of contract.operations) {
    if (operation.behaviour.kind === 'undetermined') continue;
    groups.set(operation.group, [...(groups.get(operation.group) ?? []), operation]);
  }
  return [
    ...[...groups].map(([group, operations]) => groupFile(contract, group, operations)),
    ...contract.operations.flatMap((operation) => extensionFile(contract, operation)),
    listFile(contract),
  ];
}

function groupFile(
  contract: ApiContract,
  group: string,
  operations: readonly ContractOperation[],
): GeneratedFile {
  const imports = createImports(contract);
  const parts = operations.map((operation) => operationText(contract, operation, imports));
  return { path: `src/operations/${group}.ts`, content: `${imports.text()}\n${parts.join('\n')}` };
}

function operationText(
  contract: ApiContract,
  operation: ContractOperation,
  imports: AllImports,
): string {
  const handler = handlerText(contract, operation, imports);
  const { id, method, path, summary } = operation;
  imports.add('../contract/operation.ts', 'type Operation');
  return `${commentOf(summary || `${method.toUpperCase()} ${path}`)}
export const ${constantName(contract, id)}: Operation = {
  method: ${tsString(method)},
  path: ${tsString(path)},
  access: ${accessText(operation, imports)},
  handle: ${indent(handler).trimStart()},
};
`;
}

/** Names that files of operations import; an operation of this name gets another one. */
const IMPORTED = new Set(
  (
    'list create createMany put read change remove removeAll download increment toggle register registerAndSignIn login logout sessionCookie ' +
    'calculate evaluate constant undetermined fromPath fromQuery fromHeader fromCookie fromBody wholeBody always ownKey parentKey equals ' +
    'contains oneOf atLeast atMost searches json empty text redirect htmlPage everybody signedIn withKey operations table summary'
  ).split(' '),
);

function constantName({ resources, views }: ApiContract, id: string): string {
  const isTaken = IMPORTED.has(id) || [...resources, ...views].some(({ name }) => name === id);
  return isTaken ? `${id}Operation` : id;
}

/** A summary cannot end the comment that it stands in. */
function commentOf(text: string): string {
  const line = text
    .replaceAll(/\s+/g, ' ')
    .replaceAll('*/', '* /')
    .replaceAll(/[\u2028\u2029]/g, ' ')
    .trim();
  return `/** ${line} */`;
}

function accessText({ access }: ContractOperation, imports: Pick<Imports, 'add'>): string {
  const from = '../contract/operation.ts';
  if (access.for === 'everybody') {
    imports.add(from, 'everybody');
    return 'everybody';
  }
  if (access.for === 'key') {
    imports.add(from, 'withKey');
    return 'withKey';
  }
  if (access.role === null && !access.optional && !access.orKey) {
    imports.add(from, 'signedIn');
    return 'signedIn';
  }
  const role = access.role === null ? '' : `, role: ${tsString(access.role)}`;
  return `{ for: 'session'${role}${access.optional ? ', optional: true' : ''}${access.orKey ? ', orKey: true' : ''} }`;
}

/** What the document does not determine: a file with the question, at the place of the code. */
function extensionFile(contract: ApiContract, operation: ContractOperation): GeneratedFile[] {
  const { behaviour, id, method, path } = operation;
  if (behaviour.kind !== 'undetermined') return [];
  const imports = createImports({ resources: [], views: [] });
  const access = accessText(operation, imports);
  imports.add('../contract/operation.ts', 'type Operation');
  imports.add('../behaviours/undetermined.ts', 'undetermined');
  const content = `${imports.text()}
${questionComment(behaviour.question)}
export const ${constantName(contract, id)}: Operation = {
  method: ${tsString(method)},
  path: ${tsString(path)},
  access: ${access},
  handle: undetermined(
    ${tsString(behaviour.question)},
  ),
};
`;
  return [{ path: `src/extensions/${fileOf(id)}.ts`, content }];
}

function questionComment(question: string): string {
  const words = question.replaceAll('*/', '* /').replaceAll(/\s+/g, ' ').split(' ');
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < 105)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return [
    '/**',
    ' * EXTENSION POINT: the document does not say what this does. Until a handler stands here it answers 501.',
    ...lines.map((line) => ` * ${line}`),
    ' */',
  ].join('\n');
}

function listFile(contract: ApiContract): GeneratedFile {
  const { operations, source, basePath } = contract;
  const byFile = new Map<string, string[]>();
  for (const { id, group, behaviour } of operations) {
    const file =
      behaviour.kind === 'undetermined'
        ? `./extensions/${fileOf(id)}.ts`
        : `./operations/${group}.ts`;
    byFile.set(file, [...(byFile.get(file) ?? []), constantName(contract, id)]);
  }
  const statements = [
    importNames(['type Operation'], './contract/operation.ts'),
    ...[...byFile].map(([from, names]) => importNames(names, from)),
  ];
  const content = `${inImportOrder(statements)}
/** The document as it was given, in \`api/\`. */
export const GIVEN_DOCUMENT = ${tsString(source.name)};
${basePath === '' ? '' : `\n/** Operations answer below this path as well as without it. */\nexport const BASE_PATH = ${tsString(basePath)};\n`}
/** Every operation of the document. */
export const operations: readonly Operation[] = [
${operations.map(({ id }) => `  ${constantName(contract, id)},`).join('\n')}
];
`;
  return { path: 'src/operations.ts', content };
}
