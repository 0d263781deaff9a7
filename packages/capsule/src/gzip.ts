import { promisify } from 'node:util';
import { crc32, deflateRaw, type InflateRaw, inflateRawSync, type ZlibOptions } from 'node:zlib';
import { CapsuleArchiveInvalid } from './capsule-errors.ts';

/** RFC 1952: deflate, no flags, no time, strongest compression, unknown system. */
const HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 0xff]);
const TRAILER_BYTES = 8;

const deflate = promisify<Buffer, ZlibOptions, Buffer>(deflateRaw);

/** Gzip without the time, name and system that make equal input differ. */
export async function gzip(content: Buffer): Promise<Buffer> {
  const body = await deflate(content, { level: 9 });
  return Buffer.concat([HEADER, body, trailerOf(content)]);
}

/** Reads exactly one member with exactly our header; refuses bytes after it and more than `maxBytes` inside. */
export function gunzip(archive: Buffer, maxBytes: number): Buffer {
  if (archive.length < HEADER.length + TRAILER_BYTES) {
    throw new CapsuleArchiveInvalid('The file is too short to be a capsule.');
  }
  if (!archive.subarray(0, HEADER.length).equals(HEADER)) {
    throw new CapsuleArchiveInvalid('The gzip header is not the one of a capsule.');
  }
  const body = archive.subarray(HEADER.length, -TRAILER_BYTES);
  const { content, bytesRead } = inflate(body, maxBytes);
  if (bytesRead !== body.length) {
    throw new CapsuleArchiveInvalid('There are bytes after the end of the compressed data.');
  }
  if (!archive.subarray(-TRAILER_BYTES).equals(trailerOf(content))) {
    throw new CapsuleArchiveInvalid('The checksum of the compressed data does not match.');
  }
  return content;
}

function inflate(body: Buffer, maxOutputLength: number): { content: Buffer; bytesRead: number } {
  try {
    // With `info` Node answers the engine too, which the types do not know yet; it alone says where the data ended.
    const result = inflateRawSync(body, { maxOutputLength, info: true }) as unknown as {
      buffer: Buffer;
      engine: InflateRaw;
    };
    return { content: result.buffer, bytesRead: result.engine.bytesWritten };
  } catch (error) {
    const isTooLarge = error instanceof RangeError;
    throw new CapsuleArchiveInvalid(
      isTooLarge
        ? `The archive unpacks to more than ${maxOutputLength} bytes.`
        : 'The compressed data is damaged.',
      { cause: error },
    );
  }
}

function trailerOf(content: Buffer): Buffer {
  const trailer = Buffer.alloc(TRAILER_BYTES);
  trailer.writeUInt32LE(crc32(content), 0);
  trailer.writeUInt32LE(content.length % 2 ** 32, 4);
  return trailer;
}
