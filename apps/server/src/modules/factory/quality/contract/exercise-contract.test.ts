import { describe, expect, it } from 'vitest';
import { createSchemaChecker } from '../adapters/ajv-schema-checker.ts';
import { samplePattern } from '../adapters/sample-pattern.ts';
import { createCredentials } from '../sign-in-people.ts';
import { createContractWorld } from './contract-world.ts';
import { exerciseContract } from './exercise-contract.ts';
import { createNotesApp, type Flaw, notesContract } from './testing/notes-api.ts';

async function exercise(flaw: Flaw | null = null, signal = new AbortController().signal) {
  const contract = await notesContract();
  const admin = createCredentials('admin');
  const world = createContractWorld({
    client: createNotesApp(flaw),
    contract,
    samplePattern,
    admin,
  });
  return exerciseContract({ world, checker: createSchemaChecker(world.document.root), signal });
}

describe('exercising an app by the document it was made from', () => {
  it('sends every operation something, and finds nothing wrong with a sound app', async () => {
    const report = await exercise();
    expect(report.operations.flatMap(({ findings }) => findings)).toEqual([]);
    expect(report).toMatchObject({ exercised: 6, failed: 0, stopped: null });
    expect(report.operations.every(({ succeeded }) => succeeded > 0)).toBe(true);
  });

  it('takes 501 for what the document does not determine, and nothing made up', async () => {
    const { operations } = await exercise('made-up');
    const weather = operations.find(({ path }) => path === '/weather');
    expect(weather?.findings[0]?.message).toMatch(/not determined was answered with 200/);
  });

  it('finds an answer that is not as documented', async () => {
    const { operations } = await exercise('wrong-shape');
    const making = operations.find(({ path, method }) => path === '/notes' && method === 'POST');
    expect(making?.findings[0]).toMatchObject({ kind: 'response-mismatch' });
  });

  it('finds a server error for hostile text', async () => {
    const { operations } = await exercise('fails');
    const findings = operations.flatMap((operation) => operation.findings);
    expect(
      findings.some(({ kind, attempt }) => kind === 'server-error' && /SQL/.test(attempt)),
    ).toBe(true);
  });

  it('says when it was ended early', async () => {
    expect((await exercise(null, AbortSignal.abort())).stopped).toMatch(/ran out/);
  });
});
