import { type Flat, flatten } from '../flatten.ts';
import { type Operation, successOf } from '../operations.ts';
import { plain } from '../words.ts';
import { type Draft, findMember, type Inference, keyOf } from './draft.ts';
import type { Facts } from './operation-facts.ts';

/** What the types that files can be told by are called in descriptions. */
const TYPES: readonly (readonly [RegExp, string])[] = [
  [/\bpng\b/i, 'image/png'],
  [/\bjpe?g\b/i, 'image/jpeg'],
  [/\bgif\b/i, 'image/gif'],
  [/\bwebp\b/i, 'image/webp'],
  [/\bpdf\b/i, 'application/pdf'],
  [/\bzip\b/i, 'application/zip'],
  [/\bmp3\b/i, 'audio/mpeg'],
];
const KNOWN = TYPES.map(([, type]) => type);
const UNITS: Readonly<Record<string, number>> = {
  b: 1,
  byte: 1,
  kb: 1_000,
  mb: 1_000_000,
  kib: 1_024,
  mib: 1_048_576,
};

/** Which files a record takes, by descriptions of the member and by the types that are given back. */
export function addFileLimits({ root }: Inference, draft: Draft, facts: readonly Facts[]): void {
  for (const { subject } of facts) {
    for (const { schema } of subject.operation.bodies) {
      for (const [name, raw] of schema.properties) {
        const member = findMember(draft, name);
        if (member?.kind !== 'file') continue;
        const flat = flatten(root, raw);
        const mediaTypes = typesIn(flat, facts, {
          name: plain(name),
          operation: subject.operation,
        });
        const maxBytes = sizeIn(`${flat.description} ${refusalsOf(subject.operation)}`);
        draft.members.set(keyOf(draft, name), {
          ...member,
          ...(mediaTypes.length > 0 && { mediaTypes }),
          ...(maxBytes !== null && { maxBytes }),
        });
      }
    }
  }
}

type Taken = { name: string; operation: Operation };

function typesIn(
  { description }: Flat,
  facts: readonly Facts[],
  { name, operation }: Taken,
): string[] {
  const named = (text: string) =>
    TYPES.filter(([pattern]) => pattern.test(text)).map(([, type]) => type);
  const said = named(description);
  if (said.length > 0) return said;
  // "415: not a PDF", "only PNG and JPEG are taken".
  const refused = operation.responses
    .filter(({ status }) => status === '415')
    .flatMap((response) => named(response.description));
  if (refused.length > 0) return refused;
  const given = facts
    .filter(({ subject }) => subject.operation.method === 'get' && subject.action.includes(name))
    .flatMap(({ subject }) => successOf(subject.operation)?.response.contents ?? [])
    .map(({ media }) => media);
  return given.length > 0 && given.every((type) => KNOWN.includes(type)) ? given : [];
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
