import { type Flat, flatten } from '../flatten.ts';
import { type Content, type Operation, successOf } from '../operations.ts';
import { plain } from '../words.ts';
import { type Draft, findMember, type Inference, keyOf } from './draft.ts';
import { typesRefusedBut, typesSaidIn, typesWritten } from './file-types.ts';
import type { Facts } from './operation-facts.ts';

const UNITS: Readonly<Record<string, number>> = {
  b: 1,
  byte: 1,
  kb: 1_000,
  mb: 1_000_000,
  kib: 1_024,
  mib: 1_048_576,
};

/** Which files a record takes: by the types of parts and bodies, by descriptions, and by the types that are given back. */
export function addFileLimits({ root }: Inference, draft: Draft, facts: readonly Facts[]): void {
  for (const { subject } of facts) {
    const { operation } = subject;
    for (const body of operation.bodies)
      for (const [name, raw] of body.schema.properties)
        limit(draft, name, {
          flat: flatten(root, raw),
          written: typesWritten([body.partTypes.get(name) ?? '']),
          facts,
          operation,
        });
    if (!operation.bodies.every(isWhole) || operation.body === null) continue;
    const [named = ''] = subject.action;
    const whole = findMember(draft, named) ?? findMember(draft, draft.whole ?? 'content');
    if (whole === undefined) continue;
    const written = typesWritten(operation.bodies.map(({ media }) => media));
    limit(draft, whole.name, { flat: operation.body.schema, written, facts, operation });
  }
}

/** A body that is the file itself. */
function isWhole({ media, schema }: Content): boolean {
  return schema.properties.size === 0 && !/multipart|urlencoded/.test(media);
}

type Taken = { flat: Flat; written: string[]; facts: readonly Facts[]; operation: Operation };

function limit(draft: Draft, name: string, taken: Taken): void {
  const member = findMember(draft, name);
  if (member?.kind !== 'file') return;
  const mediaTypes =
    taken.written.length > 0 ? taken.written : typesIn(taken, { name: plain(name) });
  const maxBytes = sizeIn(`${taken.flat.description} ${refusalsOf(taken.operation)}`);
  draft.members.set(keyOf(draft, name), {
    ...member,
    ...(mediaTypes.length > 0 && { mediaTypes }),
    ...(maxBytes !== null && { maxBytes }),
  });
}

function typesIn({ flat, facts, operation }: Taken, { name }: { name: string }): string[] {
  const said = typesSaidIn(flat.description);
  if (said.length > 0) return said;
  const refused = typesRefusedBut(operation);
  if (refused.length > 0) return refused;
  const given = facts
    .filter(({ subject }) => subject.operation.method === 'get' && subject.action.includes(name))
    .flatMap(({ subject }) => successOf(subject.operation)?.response.contents ?? [])
    .map(({ media }) => media);
  return typesWritten(given);
}

function refusalsOf({ responses, text }: Operation): string {
  return `${text} ${responses
    .filter(({ status }) => status === '413')
    .map(({ description }) => description)
    .join(' ')}`;
}

/** "At most 1 MB", "larger than 500 kB". */
function sizeIn(text: string): number | null {
  const [, count = '', unit = ''] =
    /(?:at most|up to|max(?:imum)?(?: (?:file )?size)?(?: is| of)?:?|larger than|bigger than|exceeds?|exceeding|over|above|limit(?:ed to| of| is)?:?|more than|less than|smaller than|under|below|within|<=?|≤)\s+(\d+(?:\.\d+)?)\s*(kb|mb|kib|mib|bytes?|b)\b/i.exec(
      text,
    ) ?? [];
  const size = Number(count) * (UNITS[unit.toLowerCase().replace(/s$/, '')] ?? 0);
  return size >= 1 ? Math.floor(size) : null;
}
