import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import {
  assembleEntryProgram,
  attempt,
  call,
  failedStep,
  fork,
  type Step,
} from './entry-program.ts';
import { executeSteps } from './execute-steps.ts';
import { isMachine } from './syscalls.ts';

const folder = mkdtempSync(join(tmpdir(), 'entry-program-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function execute(steps: readonly Step[]) {
  if (!isMachine(process.arch)) throw new Error(`there is no machine code for ${process.arch}`);
  const path = join(folder, 'program');
  writeFileSync(path, assembleEntryProgram(process.arch, steps), { mode: 0o755 });
  const { status, stdout, stderr, output } = spawnSync(path, [], {
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    env: { FROM: 'outside' },
  });
  return { status, stdout: stdout.toString(), stderr: stderr.toString(), report: output[3] };
}

const write = (text: string) => call('write', 1, text, text.length);

describe('an entry program', () => {
  it('makes its calls in order and ends with 0', () => {
    expect(execute([write('one '), write('two')])).toMatchObject({ status: 0, stdout: 'one two' });
  });

  it('stops at the first call that fails, with its errno', () => {
    const steps = [write('before'), call('chdir', '/no/such/folder'), write('after')];
    const { status, stdout, report } = execute(steps);
    expect({ status, stdout }).toEqual({ status: 2, stdout: 'before' });
    expect(failedStep(steps, Buffer.from(report ?? ''))).toBe(
      'chdir(/no/such/folder) failed with errno 2',
    );
  });

  it('goes on after a call that may fail', () => {
    expect(execute([attempt('chdir', '/no/such/folder'), write('after')]).stdout).toBe('after');
  });

  it('goes on in the child of a fork and ends as the child does', () => {
    expect(execute([fork, write('child'), call('exit_group', 7)])).toMatchObject({
      status: 7,
      stdout: 'child',
    });
  });

  it('reports the signal that ended the child as 128 and its number', () => {
    const kill = process.arch === 'x64' ? 62 : 129;
    expect(execute([fork, call('setsid'), call(kill, 0, 9)]).status).toBe(137);
  });

  it('executes with exactly the arguments and variables given', () => {
    const { stdout } = execute(
      executeSteps(['env', 'MORE=a b'], { PATH: '/no/such:/usr/bin:/bin', EMPTY: '' }),
    );
    expect(stdout.trim().split('\n').sort()).toEqual([
      'EMPTY=',
      'MORE=a b',
      'PATH=/no/such:/usr/bin:/bin',
    ]);
  });

  it('says which program it did not find', () => {
    expect(execute(executeSteps(['no-such-program'], { PATH: '/usr/bin' }))).toMatchObject({
      status: 127,
      stderr: 'sandbox: cannot execute no-such-program\n',
    });
  });
});

describe('failedStep', () => {
  it('knows nothing of a report that is no report', () => {
    expect(failedStep([write('x')], Buffer.from('short'))).toBeNull();
    expect(failedStep([write('x')], Buffer.alloc(16))).toBeNull();
  });
});

describe('assembleEntryProgram', () => {
  it('marks the file for the machine it is for', () => {
    const machineOf = (machine: 'x64' | 'arm64') =>
      assembleEntryProgram(machine, [write('x')]).readUInt16LE(18);
    expect([machineOf('x64'), machineOf('arm64')]).toEqual([62, 183]);
  });
});
