import type { Machine } from './syscalls.ts';

/** Where the program is loaded, and where its table of calls begins; both are constants in the code below. */
export const LOAD_ADDRESS = 0x400000;
export const TABLE_OFFSET = 0x400;

/** Descriptor that a failed call is reported on: address of its entry and the negative errno, 8 bytes each. */
export const REPORT_DESCRIPTOR = 3;

/** Number of an entry that ends the program with status 0. */
export const END = -1n;
/** Number of an entry that forks: the child goes on with the next entry, the parent reaps and ends as the child did. */
export const FORK = -2n;

/*
 * Walks the table: each entry is a call number, six arguments and a flag that says whether the call may fail.
 * A call that may not fail and does is reported, and its errno becomes the exit status.
 * Each line is the bytes of one instruction and the instruction, as `objdump` prints them.
 */
const X64 = [
  // start
  '41bc00044000 mov r12d,0x400400',
  // loop
  '498b0424 mov rax,[r12]',
  '4885c0 test rax,rax',
  '7852 js special',
  '498b7c2408 mov rdi,[r12+0x8]',
  '498b742410 mov rsi,[r12+0x10]',
  '498b542418 mov rdx,[r12+0x18]',
  '4d8b542420 mov r10,[r12+0x20]',
  '4d8b442428 mov r8,[r12+0x28]',
  '4d8b4c2430 mov r9,[r12+0x30]',
  '0f05 syscall',
  '4885c0 test rax,rax',
  '7927 jns next',
  '49837c243800 cmp [r12+0x38],0x0',
  '751f jne next',
  // fail
  '89c3 mov ebx,eax',
  '50 push rax',
  '4154 push r12',
  'b801000000 mov eax,0x1',
  'bf03000000 mov edi,0x3',
  '4889e6 mov rsi,rsp',
  'ba10000000 mov edx,0x10',
  '0f05 syscall',
  '89df mov edi,ebx',
  'f7df neg edi',
  'eb5d jmp out',
  // next
  '4983c440 add r12,0x40',
  'eba5 jmp loop',
  // special
  '31ff xor edi,edi',
  '4883f8fe cmp rax,0xfffffffffffffffe',
  '754f jne out',
  'b838000000 mov eax,0x38',
  'bf11000000 mov edi,0x11',
  '31f6 xor esi,esi',
  '31d2 xor edx,edx',
  '4531d2 xor r10d,r10d',
  '4531c0 xor r8d,r8d',
  '0f05 syscall',
  '4885c0 test rax,rax',
  '78b8 js fail',
  '74d5 je next',
  '89c3 mov ebx,eax',
  '50 push rax',
  // wait
  'b83d000000 mov eax,0x3d',
  '48c7c7ffffffff mov rdi,0xffffffffffffffff',
  '4889e6 mov rsi,rsp',
  '31d2 xor edx,edx',
  '4531d2 xor r10d,r10d',
  '0f05 syscall',
  '39d8 cmp eax,ebx',
  '75e6 jne wait',
  '8b0424 mov eax,[rsp]',
  '89c7 mov edi,eax',
  '83e77f and edi,0x7f',
  '7408 je exited',
  '81c780000000 add edi,0x80',
  'eb03 jmp out',
  // exited
  '0fb6fc movzx edi,ah',
  // out
  'b8e7000000 mov eax,0xe7',
  '0f05 syscall',
];

const ARM64 = [
  // start
  '1308a0d2 mov x19, #0x400000',
  '73021091 add x19, x19, #0x400',
  // loop
  '680240f9 ldr x8, [x19]',
  '6802f8b7 tbnz x8, #63, special',
  '608640a9 ldp x0, x1, [x19, #8]',
  '628e41a9 ldp x2, x3, [x19, #24]',
  '649642a9 ldp x4, x5, [x19, #40]',
  '010000d4 svc #0x0',
  '8001f8b6 tbz x0, #63, next',
  '691e40f9 ldr x9, [x19, #56]',
  '490100b5 cbnz x9, next',
  // fail
  'f40300aa mov x20, x0',
  'f303bfa9 stp x19, x0, [sp, #-16]!',
  '600080d2 mov x0, #0x3',
  'e1030091 mov x1, sp',
  '020280d2 mov x2, #0x10',
  '080880d2 mov x8, #0x40',
  '010000d4 svc #0x0',
  'e003144b neg w0, w20',
  '1f000014 b out',
  // next
  '73020191 add x19, x19, #0x40',
  'edffff17 b loop',
  // special
  '000080d2 mov x0, #0x0',
  '1f0900b1 cmn x8, #0x2',
  '41030054 b.ne out',
  '200280d2 mov x0, #0x11',
  '010080d2 mov x1, #0x0',
  '020080d2 mov x2, #0x0',
  '030080d2 mov x3, #0x0',
  '040080d2 mov x4, #0x0',
  '881b80d2 mov x8, #0xdc',
  '010000d4 svc #0x0',
  '60fdffb7 tbnz x0, #63, fail',
  '60feffb4 cbz x0, next',
  'f40300aa mov x20, x0',
  'ff4300d1 sub sp, sp, #0x10',
  // wait
  '00008092 mov x0, #0xffffffffffffffff',
  'e1030091 mov x1, sp',
  '020080d2 mov x2, #0x0',
  '030080d2 mov x3, #0x0',
  '882080d2 mov x8, #0x104',
  '010000d4 svc #0x0',
  '1f00146b cmp w0, w20',
  '21ffff54 b.ne wait',
  'e10340b9 ldr w1, [sp]',
  '20180072 ands w0, w1, #0x7f',
  '60000054 b.eq exited',
  '00000211 add w0, w0, #0x80',
  '02000014 b out',
  // exited
  '203c0853 ubfx w0, w1, #8, #8',
  // out
  'c80b80d2 mov x8, #0x5e',
  '010000d4 svc #0x0',
];

const CODE: Record<Machine, readonly string[]> = { x64: X64, arm64: ARM64 };

export function machineCode(machine: Machine): Buffer {
  return Buffer.from(CODE[machine].map((line) => line.split(' ', 1)[0]).join(''), 'hex');
}
