import { inflateSync } from 'node:zlib';
import { UploadInvalid } from './capsule-errors.ts';
import { createGitObject, type GitObject } from './git-objects.ts';
import { UPLOAD_LIMITS } from './upload-limits.ts';

const TYPES: Readonly<Record<number, GitObject['type']>> = {
  ...{ 1: 'commit', 2: 'tree', 3: 'blob', 4: 'tag' },
};
const OFFSET_DELTA = 6;
const REFERENCE_DELTA = 7;
const HEADER_BYTES = 12;
const ID_BYTES = 20;

type Found = { type: GitObject['type']; content: Buffer };
type Budget = { bytes: number };

/**
 * The objects of a whole pack by their ids: https://git-scm.com/docs/gitformat-pack. Deltas are put together; they may
 * only stand on what comes before them, as git writes them. Throws `UploadInvalid`.
 */
export function readGitPack(pack: Buffer): Map<string, GitObject> {
  if (pack.length < HEADER_BYTES + ID_BYTES || pack.toString('latin1', 0, 4) !== 'PACK') {
    throw new UploadInvalid('The bundle holds no pack.');
  }
  const count = pack.readUInt32BE(8);
  if (count > UPLOAD_LIMITS.objects)
    throw new UploadInvalid(`It holds more than ${UPLOAD_LIMITS.objects} objects.`);
  const byOffset = new Map<number, Found>();
  const byId = new Map<string, GitObject>();
  const budget = { bytes: UPLOAD_LIMITS.historyBytes };
  let offset = HEADER_BYTES;
  for (let index = 0; index < count; index += 1) {
    const entry = readEntry(pack, offset, budget);
    const found = resolve(entry, offset, { byOffset, byId });
    budget.bytes -= found.content.length;
    byOffset.set(offset, found);
    const object = createGitObject(found.type, found.content);
    byId.set(object.id, object);
    offset = entry.end;
  }
  return byId;
}

type Entry = {
  type: number;
  content: Buffer;
  /** How far before the entry its base begins. */
  back: number;
  /** Id of its base. */
  base: string;
  end: number;
};

function readEntry(pack: Buffer, start: number, budget: Budget): Entry {
  let at = start;
  const next = () => {
    const byte = pack[at];
    if (byte === undefined) throw new UploadInvalid('The pack ends too early.');
    at += 1;
    return byte;
  };
  let byte = next();
  const type = (byte >> 4) & 7;
  while ((byte & 0x80) !== 0) byte = next();
  let back = 0;
  let base = '';
  if (type === OFFSET_DELTA) {
    byte = next();
    back = byte & 0x7f;
    while ((byte & 0x80) !== 0) {
      byte = next();
      back = (back + 1) * 128 + (byte & 0x7f);
    }
  } else if (type === REFERENCE_DELTA) {
    base = pack.toString('hex', at, at + ID_BYTES);
    at += ID_BYTES;
  }
  const { content, length } = inflate(pack.subarray(at), budget);
  return { type, content, back, base, end: at + length };
}

function inflate(from: Buffer, { bytes }: Budget): { content: Buffer; length: number } {
  try {
    const maxOutputLength = Math.max(1, bytes);
    const { buffer, engine } = Object(inflateSync(from, { info: true, maxOutputLength }));
    return { content: buffer, length: engine.bytesWritten };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UploadInvalid(`An object of the pack cannot be read: ${why}.`, { cause: error });
  }
}

type Known = { byOffset: ReadonlyMap<number, Found>; byId: ReadonlyMap<string, GitObject> };

function resolve({ type, content, back, base }: Entry, offset: number, known: Known): Found {
  const plain = TYPES[type];
  if (plain !== undefined) return { type: plain, content };
  const from = type === OFFSET_DELTA ? known.byOffset.get(offset - back) : known.byId.get(base);
  if (from === undefined)
    throw new UploadInvalid('The bundle stands on commits that are not in it; bundle all of them.');
  return { type: from.type, content: applyDelta(from.content, content) };
}

/** Copies of the base and insertions make the object. */
function applyDelta(base: Buffer, delta: Buffer): Buffer {
  let at = 0;
  const next = () => {
    const byte = delta[at];
    if (byte === undefined) throw new UploadInvalid('A delta of the pack ends too early.');
    at += 1;
    return byte;
  };
  const size = () => {
    let [value, shift, byte] = [0, 0, 0x80];
    while ((byte & 0x80) !== 0) {
      byte = next();
      value += (byte & 0x7f) * 2 ** shift;
      shift += 7;
    }
    return value;
  };
  size();
  const wanted = size();
  if (wanted > UPLOAD_LIMITS.bytes) throw new UploadInvalid('An object of the pack is too large.');
  const parts: Buffer[] = [];
  let length = 0;
  while (at < delta.length && length <= wanted) {
    const part = readInstruction(base, delta.subarray(at), next);
    if (part.inserted > 0) at += part.inserted;
    parts.push(part.bytes);
    length += part.bytes.length;
  }
  if (length !== wanted) throw new UploadInvalid('A delta of the pack is damaged.');
  return Buffer.concat(parts);
}

function readInstruction(base: Buffer, rest: Buffer, next: () => number) {
  const code = next();
  if ((code & 0x80) === 0) return { bytes: rest.subarray(1, 1 + code), inserted: code };
  const number = (bits: readonly number[]) =>
    bits.reduce(
      (value, bit, place) => ((code & bit) === 0 ? value : value + next() * 256 ** place),
      0,
    );
  const start = number([1, 2, 4, 8]);
  const length = number([16, 32, 64]) || 0x10000;
  return { bytes: base.subarray(start, start + length), inserted: 0 };
}
