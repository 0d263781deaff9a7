import { type Flat, flatten } from '../flatten.ts';
import { asList, asObject, asText } from '../json-value.ts';
import { successOf } from '../operations.ts';
import { plain, wordsOf } from '../words.ts';
import { type Draft, findMember, type Inference } from './draft.ts';
import type { Facts } from './operation-facts.ts';
import type { Subject } from './subjects.ts';

const ADDRESS = /^(.*?)(url|uri|link|href|address|location|path)$/;

/** `short_url`, `download_url`, `self`: where a record is found, that the server knows and no client gives. */
export function addAddresses(inference: Inference, draft: Draft, facts: readonly Facts[]): void {
  for (const { row, subject } of facts) {
    if (subject.noun !== draft.noun) continue;
    for (const [name, raw] of row?.schema.properties ?? []) {
      const schema = flatten(inference.root, raw);
      const [, stem] = ADDRESS.exec(plain(name)) ?? [];
      if (stem === undefined || schema.type !== 'string') continue;
      if (findMember(draft, name) !== undefined || draft.addresses.has(name)) continue;
      const path = pathOf(draft, stem, schema);
      if (path === null) continue;
      const isWhole = isWholeAddress(name, schema);
      draft.addresses.set(name, { path: `${basePathOf(inference.root)}${path}`, isWhole });
    }
  }
}

/** The path of the operation that the name speaks of: what leads on, gives the file, or shows the record. */
function pathOf(draft: Draft, stem: string, { description }: Flat): string | null {
  const own = draft.subjects.filter(
    ({ operation, own: key, parents }) =>
      operation.method === 'get' && key !== null && parents.length === 0,
  );
  const said = wordsOf(`${stem} ${description}`);
  const isRedirect = ({ operation }: Subject) => (successOf(operation)?.status ?? 200) >= 300;
  const called = own.find(({ action }) => action.some((word) => stem.includes(word)));
  const leads = own.find(isRedirect);
  const [plainly] = own.filter(({ action }) => action.length === 0);
  const isShort = /short|tiny|public|redirect/.test(stem);
  const isSelf = ['', 'self', 'own', 'share', 'view', 'public', draft.noun].includes(stem);
  const found =
    called ?? (isShort ? leads : undefined) ?? (isSelf ? (leads ?? plainly) : undefined);
  const only = found ?? (own.length === 1 && said.includes(draft.noun) ? own[0] : undefined);
  if (only === undefined) return null;
  return only.operation.path.replace(`{${only.own}}`, '{key}');
}

/** A path where name or example say so; else all of it, as clients can use it. */
function isWholeAddress(name: string, { format, example }: Flat): boolean {
  if (/uri|url/.test(format) && format !== 'uri-reference') return true;
  if (typeof example === 'string') return /^[a-z]+:/.test(example);
  return !/path$/i.test(plain(name));
}

function basePathOf(root: unknown): string {
  const [server] = asList(asObject(root).servers);
  const path = asText(asObject(server).url)
    .replace(/^[\w+.-]*:?\/\/[^/]*/, '')
    .replace(/\/+$/, '');
  return /^(\/[\w.-]+)+$/.test(path) ? path : '';
}
