import type { Design, Resource } from '@quantumlayer/contracts';
import type { Stack } from '../../stack.ts';
import type { ContractBlueprint } from './contract-blueprint.ts';
import { columnType } from './migration-sql.ts';
import { storedKind } from './stored-kind.ts';

type Table = Design['tables'][number];

/** The architecture of an app whose document says what its API is. */
export function designContract(
  { contract }: ContractBlueprint,
  { id, version, title }: Pick<Stack, 'id' | 'version' | 'title'>,
): Design {
  const { resources, operations, accounts } = contract;
  const open = operations.filter(({ behaviour }) => behaviour.kind === 'undetermined').length;
  const groups = new Set(operations.map(({ group }) => group));
  return {
    stack: { id, version, title },
    modules: [
      {
        name: 'contract',
        purpose: 'The document: validation of requests, answers and refusals in its words',
        files: 12,
      },
      ...[...groups].map((group) => ({
        name: group,
        purpose: `Operations of ${group.replaceAll('-', ' ')}`,
        files: 1,
      })),
      ...(accounts === null
        ? []
        : [{ name: 'accounts', purpose: 'Passwords, sessions and limits of attempts', files: 8 }]),
    ],
    tables: [
      ...(accounts === null ? [] : [sessionTable]),
      ...resources.map((resource) => tableOf(resources, resource)),
    ],
    diagram: diagramOf(resources),
    endpoints: operations.map((operation) => ({
      method: operation.method.toUpperCase(),
      path: operation.path,
      operationId: operation.id,
      summary: operation.summary,
    })),
    decisions: [
      {
        title: 'The document is the contract',
        decision:
          'Requests are validated by the document itself, and answers take its statuses, media types and schemas.',
        reason: 'What is generated from a copy of a document drifts away from it.',
      },
      {
        title: 'What is not determined is not made up',
        decision:
          open === 0
            ? 'The document determines every operation.'
            : `${open} of ${operations.length} operations answer 501 until somebody says what they do.`,
        reason: 'An answer that looks right and is not is worse than none.',
      },
    ],
  };
}

const sessionTable: Table = {
  name: 'session',
  columns: ['token_hash', 'account_key', 'created_at', 'expires_at'].map((name, at) => ({
    ...{
      name,
      type: at < 2 ? 'text' : 'timestamptz',
      nullable: false,
      unique: at === 0,
      references: null,
    },
  })),
};

function tableOf(resources: readonly Resource[], { table, members, key }: Resource): Table {
  return {
    name: table,
    columns: members.map((member) => {
      const { name, column, refers, unique } = member;
      const target = resources.find((one) => one.name === refers);
      const far = target?.members.find((one) => one.name === target.key.member)?.column;
      return {
        ...{ name: column, type: columnType(storedKind(member)), nullable: name !== key.member },
        unique: name === key.member || unique === true,
        references: target === undefined || far === undefined ? null : `${target.table}.${far}`,
      };
    }),
  };
}

function diagramOf(resources: readonly Resource[]): string {
  const blocks = resources.map(({ table, members, key }) => {
    const lines = members.map(
      (member) =>
        `    ${columnType(storedKind(member)).replaceAll(' ', '_')} ${member.column}${member.name === key.member ? ' PK' : ''}`,
    );
    return `  ${table} {\n${lines.join('\n')}\n  }`;
  });
  const lines = resources.flatMap(({ table, members }) =>
    members.flatMap(({ refers, column }) => {
      const target = resources.find(({ name }) => name === refers);
      return target === undefined ? [] : [`  ${target.table} ||--o{ ${table} : "${column}"`];
    }),
  );
  return ['erDiagram', ...blocks, ...lines].join('\n');
}
