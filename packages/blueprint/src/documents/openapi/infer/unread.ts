import type { Behaviour } from '@quantumlayer/contracts';
import type { Operation } from '../operations.ts';
import { type Decided, unkept } from './kept-refusals.ts';
import { isSecretName, isTokenName } from './names.ts';

/** Parameters of a list that change nothing of it, each as a question. */
export function unreadParameters({ operation, decided: { behaviour } }: Decided): string[] {
  if (behaviour.kind !== 'list') return [];
  const { filters, search, sort, paging, where, parents } = behaviour;
  const read = new Set([
    ...filters.map(({ parameter }) => parameter),
    ...[search?.parameter, sort?.parameter, sort?.direction, paging?.at, paging?.size],
    ...[...where, ...parents.flatMap((parent) => parent.where)].map(({ source }) =>
      'name' in source ? source.name : null,
    ),
  ]);
  return operation.parameters
    .filter(({ in: place, name }) => place === 'query' && !read.has(name) && !isCredential(name))
    .map(
      ({ name }) =>
        `${titleOf(operation)}: what does the parameter ${name} do? Until somebody says, nothing.`,
    );
}

function isCredential(name: string): boolean {
  return isTokenName(name) || isSecretName(name);
}

function titleOf({ method, path }: Operation): string {
  return `${method.toUpperCase()} ${path}`.slice(0, 120);
}

/**
 * Where the document states when it refuses, and nothing keeps that, the operation is not built: one that takes what it has
 * to refuse would be wrong without anybody seeing it.
 */
export function withoutUnkept(decided: Decided): Behaviour {
  const { operation } = decided;
  const { behaviour } = decided.decided;
  if (behaviour.kind === 'undetermined') return behaviour;
  const rules = operation.responses.flatMap((response) =>
    (unkept(decided, response) ?? []).map((rule) => `${response.status}, ${rule}`),
  );
  if (rules.length === 0) return behaviour;
  const said = rules.join('; ').slice(0, 250);
  return {
    kind: 'undetermined',
    question: `${titleOf(operation)}: how is it told when it is refused (${said})? Nothing that is stored has a name for it.`,
  };
}

/** Refusals that the document has an answer for, without a word of when; each as a question. */
export function unreadRefusals(decided: Decided): string[] {
  const { operation } = decided;
  if (decided.decided.behaviour.kind === 'undetermined') return [];
  return operation.responses.flatMap((response) =>
    unkept(decided, response) === null
      ? []
      : [
          `${titleOf(operation)}: when is it refused with ${response.status}? Until somebody says, never.`,
        ],
  );
}
