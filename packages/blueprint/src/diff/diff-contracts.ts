import { isDeepStrictEqual } from 'node:util';
import type { ApiContract, BlueprintChange, ContractOperation } from '@quantumlayer/contracts';
import { asObject, type JsonObject } from '../documents/openapi/json-value.ts';
import { sayBehaviour, sayPlace } from '../documents/openapi/say-operation.ts';

type Change = Omit<BlueprintChange, 'phrase'>;

/** What differs in the operations of two versions of a document; what they keep is told by the entities. */
export function diffContracts(
  before: ApiContract | undefined,
  after: ApiContract | undefined,
): Change[] {
  if (before === undefined || after === undefined) return [];
  const left = { document: asObject(JSON.parse(before.document)) };
  const right = { document: asObject(JSON.parse(after.document)) };
  const old = byPlace(before);
  const next = byPlace(after);
  const gone = [...old].filter(([place]) => !next.has(place));
  const operations = [...next].flatMap(([place, operation]): Change[] => {
    const was = old.get(place);
    return was === undefined
      ? [changeOf(place, 'added', `${place} is new.`, [null, sayOperation(operation)])]
      : diffOperation(place, { ...left, operation: was }, { ...right, operation });
  });
  return [
    ...gone.map(([place, operation]) =>
      changeOf(place, 'removed', `${place} is gone.`, [sayOperation(operation), null]),
    ),
    ...operations,
    ...diffText(before, after, gone.length + operations.length > 0),
  ];
}

function changeOf(
  path: string,
  kind: Change['kind'],
  text: string,
  [before, after]: readonly [string | null, string | null],
): Change {
  return { path, kind, text, before, after };
}

function byPlace({ operations }: ApiContract): Map<string, ContractOperation> {
  return new Map(operations.map((operation) => [sayPlace(operation), operation]));
}

/** "lists book, for everybody" */
function sayOperation(operation: ContractOperation): string {
  return `${sayBehaviour(operation)}, for ${sayWho(operation)}`;
}

function sayWho({ access }: ContractOperation): string {
  if (access.for === 'everybody') return 'everybody';
  if (access.for === 'key') return 'who has the key';
  return access.role === null ? 'who is signed in' : `the role ${access.role}`;
}

/** An operation and the document that it stands in. */
type Side = { document: JsonObject; operation: ContractOperation };

function diffOperation(place: string, left: Side, right: Side): Change[] {
  const [before, after] = [sayOperation(left.operation), sayOperation(right.operation)];
  const [was, is] = [writtenOf(left), writtenOf(right)];
  const parts = [
    ...(isDeepStrictEqual(left.operation.behaviour, right.operation.behaviour)
      ? []
      : ['what it does']),
    ...(isDeepStrictEqual(left.operation.access, right.operation.access) ? [] : ['who may']),
    ...(was.takes === is.takes ? [] : ['what it takes']),
    ...(was.answers === is.answers ? [] : ['what it answers']),
  ];
  if (parts.length === 0) return [];
  const text = `${place} is another in ${parts.join(', ').replace(/, ([^,]*)$/, ' and $1')}.`;
  return [changeOf(place, 'changed', text, [before, after])];
}

/** What the document says of an operation, with everything that it refers to. */
function writtenOf({ document, operation }: Side) {
  const item = asObject(asObject(document.paths)[operation.path]);
  const own = asObject(item[operation.method]);
  const takes = [item.parameters, own.parameters, own.requestBody];
  return { takes: withReferred(document, takes), answers: withReferred(document, own.responses) };
}

const REFERENCE = /"\$ref":"#\/([^"]+)"/g;

function withReferred(document: JsonObject, value: unknown): string {
  const texts = new Map([['', JSON.stringify(value ?? null)]]);
  for (const text of texts.values())
    for (const [, path = ''] of text.matchAll(REFERENCE))
      if (!texts.has(path)) texts.set(path, JSON.stringify(find(document, path) ?? null));
  return JSON.stringify([...texts].toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

function find(document: unknown, path: string): unknown {
  const steps = path.split('/').map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  return steps.reduce<unknown>((place, step) => asObject(place)[step], document);
}

/** Words of the document that nothing is made of still stand in its app. */
function diffText(
  { source: was }: ApiContract,
  { source }: ApiContract,
  isTold: boolean,
): Change[] {
  if (isTold || was.text === source.text) return [];
  const text = 'The document is written otherwise; what it asks for stays as it is.';
  return [changeOf('document', 'changed', text, [was.name, source.name])];
}
