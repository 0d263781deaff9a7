import { type CallName, callNumber } from './entry-calls.ts';
import { END, FORK, LOAD_ADDRESS, machineCode, TABLE_OFFSET } from './entry-machine-code.ts';
import type { Machine } from './syscalls.ts';

/** A C string, a NULL-terminated list of them, the address of raw bytes, or of `struct sock_fprog`. */
export type Argument =
  | number
  | bigint
  | string
  | readonly string[]
  | Uint8Array
  | { filter: Uint8Array };

export type Call = {
  name: CallName | number;
  arguments: readonly Argument[];
  /** Goes on with the next call when this one fails. */
  mayFail?: boolean;
};

/** A system call by name, or by number where the table has no name for it. */
export function call(name: Call['name'], ...parameters: readonly Argument[]): Call {
  return { name, arguments: parameters };
}

export function attempt(name: Call['name'], ...parameters: readonly Argument[]): Call {
  return { name, arguments: parameters, mayFail: true };
}

/** See `FORK` in the machine code: what follows happens in the child. */
export const fork = 'fork';
export type Step = Call | typeof fork;

const ENTRY_BYTES = 64;
const HEADER_BYTES = 0x78;
const ELF_MACHINES: Record<Machine, number> = { x64: 62, arm64: 183 };

/**
 * A static ELF executable of a few kilobytes that makes the given system calls in order and nothing else. It stands
 * where other sandboxes ship a compiled helper: between `fork` and `execve`, with no interpreter and no library.
 */
export function assembleEntryProgram(machine: Machine, steps: readonly Step[]): Buffer {
  const tableBytes = (steps.length + 1) * ENTRY_BYTES;
  const data = createData(LOAD_ADDRESS + TABLE_OFFSET + tableBytes);
  const table = Buffer.alloc(tableBytes);
  steps.forEach((step, index) => {
    table.subarray(index * ENTRY_BYTES).set(encodeStep(machine, step, data.place));
  });
  table.writeBigInt64LE(END, steps.length * ENTRY_BYTES);

  const head = Buffer.alloc(TABLE_OFFSET);
  machineCode(machine).copy(head, HEADER_BYTES);
  const body = Buffer.concat([head, table, data.bytes()]);
  writeHeader(body, machine);
  return body;
}

/** The step that an entry's address belongs to, as reported by a program that gave up. */
export function failedStep(steps: readonly Step[], report: Buffer): string | null {
  if (report.length < 16) return null;
  const at = Number(report.readBigUInt64LE(0)) - LOAD_ADDRESS - TABLE_OFFSET;
  const step = steps[at / ENTRY_BYTES];
  const code = -Number(report.readBigInt64LE(8));
  if (step === undefined) return null;
  if (step === fork) return `fork failed with errno ${code}`;
  const shown = step.arguments.filter((value) => typeof value === 'string');
  return `${step.name}(${shown.join(', ')}) failed with errno ${code}`;
}

function encodeStep(machine: Machine, step: Step, place: (value: Argument) => bigint): Buffer {
  const entry = Buffer.alloc(ENTRY_BYTES);
  if (step === fork) {
    entry.writeBigInt64LE(FORK);
    return entry;
  }
  const number = typeof step.name === 'number' ? step.name : callNumber(machine, step.name);
  entry.writeBigInt64LE(BigInt(number));
  step.arguments.forEach((value, index) => {
    entry.writeBigInt64LE(BigInt.asIntN(64, place(value)), 8 + 8 * index);
  });
  entry.writeBigInt64LE(step.mayFail ? 1n : 0n, 56);
  return entry;
}

/** The bytes behind the table: strings, lists and structures, each placed at its final address. */
function createData(start: number) {
  const pieces: Buffer[] = [];
  let end = start;

  function append(bytes: Uint8Array): bigint {
    const address = end;
    const padded = Buffer.alloc(Math.ceil(bytes.length / 8) * 8);
    padded.set(bytes);
    pieces.push(padded);
    end += padded.length;
    return BigInt(address);
  }

  function words(values: readonly bigint[]): bigint {
    const bytes = Buffer.alloc(values.length * 8);
    values.forEach((value, index) => {
      bytes.writeBigUInt64LE(value, index * 8);
    });
    return append(bytes);
  }

  function place(value: Argument): bigint {
    if (typeof value === 'number' || typeof value === 'bigint') return BigInt(value);
    if (typeof value === 'string') return append(Buffer.from(`${value}\0`));
    if (value instanceof Uint8Array) return append(value);
    if (isFilter(value)) {
      return words([BigInt(value.filter.length / 8), append(value.filter)]);
    }
    return words([...value.map(place), 0n]);
  }

  return { place, bytes: () => Buffer.concat(pieces) };
}

function isFilter(
  value: readonly string[] | { filter: Uint8Array },
): value is { filter: Uint8Array } {
  return 'filter' in value && value.filter instanceof Uint8Array;
}

/** An ELF64 header and one segment, readable and executable, that is the whole file. */
function writeHeader(file: Buffer, machine: Machine): void {
  file.set([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]);
  file.writeUInt16LE(2, 16);
  file.writeUInt16LE(ELF_MACHINES[machine], 18);
  file.writeUInt32LE(1, 20);
  file.writeBigUInt64LE(BigInt(LOAD_ADDRESS + HEADER_BYTES), 24);
  file.writeBigUInt64LE(64n, 32);
  file.writeUInt16LE(64, 52);
  file.writeUInt16LE(56, 54);
  file.writeUInt16LE(1, 56);
  file.writeUInt32LE(1, 64);
  file.writeUInt32LE(5, 68);
  file.writeBigUInt64LE(BigInt(LOAD_ADDRESS), 80);
  file.writeBigUInt64LE(BigInt(LOAD_ADDRESS), 88);
  file.writeBigUInt64LE(BigInt(file.length), 96);
  file.writeBigUInt64LE(BigInt(file.length), 104);
  file.writeBigUInt64LE(0x10000n, 112);
}
