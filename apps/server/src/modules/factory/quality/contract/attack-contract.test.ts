import { describe, expect, it } from 'vitest';
import { samplePattern } from '../adapters/sample-pattern.ts';
import { createCredentials } from '../sign-in-people.ts';
import { attackContract } from './attack-contract.ts';
import { createContractWorld } from './contract-world.ts';
import { createNotesApp, type Flaw, notesContract } from './testing/notes-api.ts';

async function attack(flaw: Flaw | null = null, files: string[] = []) {
  const contract = await notesContract();
  const admin = createCredentials('admin');
  const world = createContractWorld({
    client: createNotesApp(flaw),
    contract,
    samplePattern,
    admin,
  });
  const signal = new AbortController().signal;
  return attackContract({ world, signal, readLog: () => '', searchData: async () => files });
}

const failedIn = ({ attacks }: Awaited<ReturnType<typeof attack>>) =>
  attacks.filter(({ status }) => status === 'failed').map(({ id }) => id);

describe('attacking an app through the document it was made from', () => {
  it('lets nothing through for a sound app, and says why what does not apply does not', async () => {
    const report = await attack();
    expect(failedIn(report)).toEqual([]);
    expect(report.attacks.filter(({ status }) => status === 'not-run')).toEqual([]);
    const left = report.attacks.filter(({ status }) => status === 'not-applicable');
    expect(left.map(({ id }) => id)).toContain('contract-stored-script');
    expect(left.every(({ reason }) => (reason?.length ?? 0) > 10)).toBe(true);
  });

  it.each<[Flaw, string]>([
    ['open', 'contract-no-credentials'],
    ['open', 'contract-forged-credentials'],
    ['shared', 'contract-foreign-rows'],
    ['shared', 'contract-foreign-lists'],
    ['tells-passwords', 'contract-kept-passwords'],
    ['takes-ids', 'contract-mass-assignment'],
    ['never-waits', 'contract-brute-force'],
    ['fails', 'contract-sql-injection'],
  ])('finds that it %s by %s', async (flaw, id) => {
    expect(failedIn(await attack(flaw))).toContain(id);
  });

  it('finds passwords in the data folder', async () => {
    expect(failedIn(await attack(null, ['postgres/base/1']))).toContain('contract-kept-passwords');
  });
});
