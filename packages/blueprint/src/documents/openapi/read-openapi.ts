import { type ApiContract, BLUEPRINT_VERSION, type Remark } from '@quantumlayer/contracts';
import { identifyDocument } from '../assemble/identify-document.ts';
import type { DocumentReading } from '../finish-reading.ts';
import { finishReading } from '../finish-reading.ts';
import type { Lines } from '../lines.ts';
import { shorten } from '../lines.ts';
import type { SourceModel } from '../source-model.ts';
import { checkDocument } from './check-document.ts';
import { inferContract } from './infer/infer-contract.ts';
import { asObject, asText } from './json-value.ts';
import { moderniseDocument } from './modernise.ts';
import { parseText } from './parse-text.ts';
import { toSourceModel } from './to-source-model.ts';

/** Reads an OpenAPI 3.0 or 3.1 document, in YAML or JSON, into a blueprint with a contract. */
export function readOpenApi(
  text: string,
  { name, lines }: { name: string | null; lines: Lines },
): DocumentReading {
  const parsed = parseText(text);
  const given = checkDocument(parsed);
  const document = moderniseDocument(given);
  const { inferred, open } = inferContract(document);
  const contract: ApiContract = {
    source: { name: sourceName(name, text), text },
    document: JSON.stringify(document),
    basePath: basePathOf(given),
    ...inferred,
  };
  const model = toSourceModel(contract, asText(asObject(given.info).title));
  const reading =
    model.entities.length > 0
      ? finishReading(model, { name, format: 'openapi', lines })
      : withoutData(model, name);
  const placeOf = ({ path, method }: ApiContract['operations'][number]) =>
    parsed.positionOf(['paths', path, method]).line;
  const description = asText(asObject(given.info).description);
  return {
    ...reading,
    blueprint: {
      ...reading.blueprint,
      ...(description !== '' && { description: shorten(description, 500) }),
      contract,
    },
    became: contract.operations.map((operation) => ({
      line: placeOf(operation),
      text: lines.textOf(placeOf(operation)),
      became: [{ path: operation.id, meaning: meaningOf(operation) }],
    })),
    questions: [...reading.questions, ...questionsOf(contract), ...open],
  };
}

/** An API that stores nothing is an API. */
function withoutData(model: SourceModel, name: string | null): DocumentReading {
  const identity = identifyDocument(model, { name, format: 'openapi' }, []);
  return {
    ...{ name, format: 'openapi', became: [], outOfScope: [], assumptions: [], questions: [] },
    blueprint: { version: BLUEPRINT_VERSION, ...identity, entities: [] },
  };
}

function sourceName(name: string | null, text: string): string {
  const isJson = /^\s*\{/.test(text);
  const ending = /\.(ya?ml|json)$/i.exec(name ?? '')?.[1]?.toLowerCase();
  return `openapi.${ending ?? (isJson ? 'json' : 'yaml')}`;
}

/** The path of the first server; variables and hosts say nothing about the app. */
function basePathOf({ servers }: { readonly [key: string]: unknown }): string {
  const server = asObject(Array.isArray(servers) ? servers[0] : undefined);
  const variables = asObject(server.variables);
  const url = asText(server.url).replaceAll(/\{([^}]*)\}/g, (_found, variable: string) =>
    String(asObject(variables[variable]).default ?? ''),
  );
  const path = url.replace(/^[\w+.-]*:?\/\/[^/]*/, '').replace(/\/+$/, '');
  return /^(\/[\w.-]+)+$/.test(path) ? path : '';
}

function questionsOf({ operations }: ApiContract): Remark[] {
  return operations.flatMap(({ id, behaviour }) =>
    behaviour.kind === 'undetermined' ? [{ path: id, text: behaviour.question, answers: [] }] : [],
  );
}

const MEANINGS: Readonly<Record<ApiContract['operations'][number]['behaviour']['kind'], string>> = {
  list: 'lists',
  create: 'makes',
  read: 'shows',
  change: 'changes',
  remove: 'removes',
  increment: 'counts in',
  toggle: 'switches in',
  login: 'signs in',
  logout: 'signs out',
  calculate: 'calculates',
  constant: 'answers',
  exists: 'tells whether there is a',
  tally: 'counts records',
  undetermined: 'answers 501 until somebody says what it does',
};

function meaningOf({ behaviour, method, path }: ApiContract['operations'][number]): string {
  const what = 'resource' in behaviour ? ` ${behaviour.resource}` : '';
  return `${method.toUpperCase()} ${path} ${MEANINGS[behaviour.kind]}${what}`.slice(0, 300);
}
