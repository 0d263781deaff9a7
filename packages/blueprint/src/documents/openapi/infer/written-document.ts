import type { ApiContract, Behaviour } from '@quantumlayer/contracts';
import { readDocument } from '../../read-document.ts';

export const json = (schema: string) => `content: { application/json: { schema: ${schema} } }`;
export const ok = (schema?: string) =>
  `{ description: ok${schema === undefined ? '' : `, ${json(schema)}`} }`;
export const object = (...properties: string[]) =>
  `{ type: object, properties: { ${properties.join(', ')} } }`;
export const id = '{ name: id, in: path, required: true, schema: { type: integer } }';

/** The contract of a document with these paths. */
export async function infer(paths: string, rest = ''): Promise<ApiContract> {
  return (await readPaths(paths, rest)).contract;
}

/** The same with what it leaves open. */
export async function readPaths(
  paths: string,
  rest = '',
): Promise<{ contract: ApiContract; questions: string[] }> {
  const text = `openapi: 3.0.3\ninfo: { title: A, version: '1' }\npaths:\n${paths}\n${rest}`;
  const { blueprint, questions } = await readDocument({ name: 'a.yaml', text });
  if (blueprint.contract === undefined) throw new Error('The document became no contract.');
  return { contract: blueprint.contract, questions: questions.map(({ text: asked }) => asked) };
}

export function behaviourOf({ operations }: ApiContract, route: string): Behaviour | undefined {
  return operations.find(({ method, path }) => `${method} ${path}` === route)?.behaviour;
}
