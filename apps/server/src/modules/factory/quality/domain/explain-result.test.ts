import { describe, expect, it } from 'vitest';
import { explainResult, tailOf, withLog } from './explain-result.ts';

const limits = { wallMs: 60_000, memoryBytes: 256 * 1024 * 1024, outputBytes: 64 * 1024 };
const ended = { exitCode: 0, signal: null, stopped: null, durationMs: 5 };

describe('explainResult', () => {
  it('has nothing to say of a program that ended with 0', () => {
    expect(explainResult('Lint', ended, limits)).toBeNull();
  });

  it('names the exit code', () => {
    expect(explainResult('Lint', { ...ended, exitCode: 2 }, limits)).toBe(
      'Lint: ended with exit code 2.',
    );
  });

  it('names the signal, or says that it was one', () => {
    const killed = { ...ended, exitCode: null };

    expect(explainResult('Lint', { ...killed, signal: 'SIGSEGV' }, limits)).toBe(
      'Lint: ended by SIGSEGV.',
    );
    expect(explainResult('Lint', killed, limits)).toBe('Lint: ended by a signal.');
  });

  it.each([
    ['wall-clock', 'did not finish within 60 s'],
    ['memory', 'more than 256 MiB of memory'],
    ['output', 'more than 64 KiB of output'],
    ['disk', 'filled its disk space'],
    ['cancelled', 'was cancelled'],
  ] as const)('says what limit %s means, even when the exit code is 0', (stopped, words) => {
    expect(explainResult('Lint', { ...ended, stopped }, limits)).toContain(words);
  });
});

describe('tailOf', () => {
  it('keeps the last fifteen lines', () => {
    const lines = Array.from({ length: 40 }, (_, index) => `line ${index}`);

    expect(tailOf(Buffer.from(`${lines.join('\n')}\n\n`)).split('\n')).toEqual(lines.slice(-15));
  });

  it('keeps no more than 2,000 characters of a long line', () => {
    const tail = tailOf(Buffer.from(`${'a'.repeat(5_000)}the end`));

    expect(tail).toHaveLength(2_000);
    expect(tail).toMatch(/the end$/);
  });

  it('takes colours and cursor movements away', () => {
    expect(tailOf(Buffer.from('\u001b[31mred\u001b[0m\u001b[2K'))).toBe('red');
  });
});

describe('withLog', () => {
  it('says so when there was no output', () => {
    expect(withLog('It ended.', Buffer.from(' \n'))).toBe('It ended. It wrote nothing.');
  });

  it('puts the end of the log below the reason', () => {
    expect(withLog('It ended.', Buffer.from('oh no\n'))).toBe(
      'It ended. The log ends with:\noh no',
    );
  });
});
