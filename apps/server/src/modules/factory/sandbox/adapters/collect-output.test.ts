import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../domain/limits.ts';
import type { SandboxHooks, SandboxLimits } from '../ports.ts';
import { killRun } from './cgroup-files.ts';
import { collectOutput } from './collect-output.ts';
import { noGroups, type Usage } from './limit-group.ts';
import { supervise } from './supervise.ts';

/** A process that writes what the test says, when it says so. */
function talk(limit: number, hooks: SandboxHooks = {}) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  let overflows = 0;
  const child = { stdout, stderr } as unknown as ChildProcess;
  const read = collectOutput(child, limit, hooks, () => {
    overflows += 1;
  });
  return { stdout, stderr, read, overflows: () => overflows };
}

describe('collectOutput', () => {
  it('keeps both streams in the order they came, and each alone', async () => {
    const { stdout, stderr, read } = talk(100);
    stdout.write('one ');
    stderr.write('two ');
    stdout.write('three');
    const texts = Object.entries(read()).map(([name, bytes]) => [name, bytes.toString()]);

    expect(Object.fromEntries(texts)).toEqual({
      output: 'one two three',
      stdout: 'one three',
      stderr: 'two ',
    });
  });

  it('never keeps more than the limit, and says when there was more', () => {
    const writes = fc.array(fc.tuple(fc.boolean(), fc.string({ maxLength: 20 })), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(writes, fc.integer({ min: 0, max: 60 }), (texts, limit) => {
        const { stdout, stderr, read, overflows } = talk(limit);
        for (const [toError, text] of texts)
          if (text !== '') (toError ? stderr : stdout).write(text);
        const whole = Buffer.from(texts.map(([, text]) => text).join(''));
        expect(read().output.equals(whole.subarray(0, limit))).toBe(true);
        expect(overflows() > 0).toBe(whole.length > limit);
      }),
    );
  });

  it('is not too much at just the limit', () => {
    const { stdout, overflows } = talk(5);
    stdout.write('12345');
    expect(overflows()).toBe(0);
    stdout.write('6');
    expect(overflows()).toBe(1);
  });

  it('streams only what it keeps', () => {
    const seen: string[] = [];
    const onOutput: NonNullable<SandboxHooks['onOutput']> = (chunk, stream) =>
      void seen.push(`${stream} ${chunk}`);
    const { stdout, stderr } = talk(5, { onOutput });
    stdout.write('abc');
    stderr.write('defg');
    stdout.write('h');

    expect(seen).toEqual(['stdout abc', 'stderr de']);
  });
});

describe('a supervised run', () => {
  function run(script: string, limits: Partial<SandboxLimits> = {}, usage: Partial<Usage> = {}) {
    return supervise(
      {
        command: ['/bin/sh', '-c', script],
        env: {},
        cwd: '/',
        descriptors: [],
        judge: () => 'executed',
      },
      {
        limits: { ...DEFAULT_LIMITS, ...limits },
        group: {
          ...noGroups.open('none'),
          usage: () => ({ peakMemoryBytes: null, cpuMs: null, outOfMemory: false, ...usage }),
        },
        hooks: {},
      },
    );
  }

  it('ends at its wall clock with all that it started', async () => {
    const result = await run('sleep 30 & sleep 30', { wallMs: 50 }).finished;

    expect(result).toMatchObject({ stopped: 'wall-clock', exitCode: null, signal: 'SIGKILL' });
  });

  it('ends when it writes too much', async () => {
    const result = await run('while :; do echo xxxxxxxxxxxxxxxx; done', { outputBytes: 100 })
      .finished;

    expect(result.stopped).toBe('output');
    expect(result.output).toHaveLength(100);
  });

  it('says that memory ran out, also when the kernel was first', async () => {
    const result = await run('exit 137', {}, { outOfMemory: true }).finished;

    expect(result).toMatchObject({ stopped: 'memory', exitCode: null });
  });

  it('ends when it is stopped, once', async () => {
    const process = run('sleep 30');
    const [one, other] = await Promise.all([process.stop(), process.stop()]);

    expect(one).toBe(other);
    expect(one.stopped).toBe('cancelled');
  });

  it('is not called stopped when it had ended before', async () => {
    const process = run('exit 3');
    await process.finished;

    expect(await process.stop()).toMatchObject({ stopped: null, exitCode: 3 });
  });

  it('reads the signal that ended the program inside from its exit code', async () => {
    expect(await run('exit 139').finished).toMatchObject({ exitCode: 139, signal: 'SIGSEGV' });
    expect(await run('exit 128').finished).toMatchObject({ exitCode: 128, signal: null });
  });

  it('does not wait for a stray holder of its pipes', async () => {
    const result = await run('setsid sleep 5 & echo done').finished;

    expect(result).toMatchObject({ exitCode: 0, stopped: null });
    expect(result.output.toString()).toBe('done\n');
  });

  it('gives what the group measured', async () => {
    const result = await run('true', {}, { peakMemoryBytes: 7, cpuMs: 3 }).finished;

    expect(result).toMatchObject({ peakMemoryBytes: 7, cpuMs: 3 });
  });
});

describe('killRun', () => {
  it('reaches the whole group, and is no error when all is over', async () => {
    const child = spawn('sh', ['-c', 'sleep 30 & sleep 30'], { detached: true, stdio: 'ignore' });
    await once(child, 'spawn');
    killRun(child.pid ?? 0);
    await once(child, 'close');

    expect(child.signalCode).toBe('SIGKILL');
    expect(() => killRun(child.pid ?? 0)).not.toThrow();
  });
});
