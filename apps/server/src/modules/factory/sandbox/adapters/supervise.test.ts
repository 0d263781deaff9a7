import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../domain/limits.ts';
import { noGroups } from './limit-group.ts';
import { type Launch, supervise } from './supervise.ts';

const launch: Launch = {
  command: ['/bin/sh', '-c', 'true'],
  env: {},
  cwd: '/',
  descriptors: [],
  judge: () => 'executed',
};

function start(change: Partial<Launch>, signal?: AbortSignal) {
  return supervise(
    { ...launch, ...change },
    {
      limits: DEFAULT_LIMITS,
      group: noGroups.open('none'),
      hooks: signal === undefined ? {} : { signal },
    },
  ).finished;
}

describe('supervise', () => {
  it('rejects when the outermost program cannot be started', async () => {
    await expect(start({ command: ['/no/such/program'] })).rejects.toMatchObject({
      code: 'sandbox-start-failed',
    });
  });

  it('rejects with the reason when the driver says that nothing was executed', async () => {
    await expect(start({ judge: () => ({ failure: 'no namespaces here' }) })).rejects.toThrow(
      'no namespaces here',
    );
  });

  it('hands the report and stderr to the driver', async () => {
    let seen = '';
    await start({
      command: ['/bin/sh', '-c', 'echo report >&3; echo trouble >&2'],
      judge: (status, stderr) => {
        seen = `${status}${stderr}`;
        return 'executed';
      },
    });
    expect(seen).toBe('report\ntrouble\n');
  });

  it('cancels at once when the signal was given before the start', async () => {
    const result = await start({ command: ['/bin/sleep', '30'] }, AbortSignal.abort());
    expect(result).toMatchObject({ stopped: 'cancelled', exitCode: null, signal: 'SIGKILL' });
  });

  it('says 127 for a program that the sandbox does not hold', async () => {
    expect(await start({ judge: () => 'not-found' })).toMatchObject({ exitCode: 127 });
  });
});
