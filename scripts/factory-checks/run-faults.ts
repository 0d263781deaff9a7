import { request } from 'node:http';
import { verifyCapsule } from '@quantumlayer/capsule';
import type {
  Capsule,
  Drop,
  Evidence,
  Page,
  Preview,
  Run,
  SigningKey,
} from '@quantumlayer/contracts';
import type { FactoryProcess } from '@quantumlayer/testing';

const COVERAGE_BAR = 90;

/** Everything that a run which ended well must have left, each missing or wrong thing in a sentence. */
export async function findFaults(factory: FactoryProcess, run: Run): Promise<string[]> {
  if (run.status !== 'succeeded') {
    const { stage, code, message, details } = run.failure ?? {};
    return [
      `it ${run.status} at ${stage}: ${code}, ${message}`,
      `logs: ${JSON.stringify(details?.logs ?? null)}`,
    ];
  }
  return [
    ...run.stages
      .filter(({ status }) => status !== 'succeeded')
      .map(({ key, status }) => `stage ${key} is ${status}`),
    ...(run.evidence === null ? ['it has no evidence'] : evidenceFaults(run.evidence)),
    ...(await dropFaults(factory, run)),
    ...(await capsuleFaults(factory, run)),
    ...(await previewFaults(factory, run)),
  ];
}

function evidenceFaults({ checks, tests, operations, attacks, isolation }: Evidence): string[] {
  const faults = checks
    .filter(({ status }) => status !== 'passed')
    .map(({ id, status, reason }) => `check ${id} ${status}: ${reason}`);
  if (checks.length === 0) faults.push('no check was executed');
  if (!isolation.sandboxed) faults.push(`the checks ran unsandboxed (${isolation.driver})`);
  if (tests.passed === 0 || tests.failed > 0)
    faults.push(`tests: ${tests.passed} passed, ${tests.failed} failed`);
  if (tests.coverageLines < COVERAGE_BAR)
    faults.push(`${tests.coverageLines} % of lines covered, bar ${COVERAGE_BAR} %`);
  if (attacks === undefined || attacks.run === 0 || attacks.failed > 0)
    faults.push(`attacks: ${attacks?.run ?? 0} carried out, ${attacks?.failed ?? 0} got through`);
  if (operations.exercised === 0 || operations.failed > 0)
    faults.push(`operations: ${operations.exercised} exercised, ${operations.failed} failed`);
  return faults;
}

async function dropFaults(factory: FactoryProcess, run: Run): Promise<string[]> {
  const path = `/api/v1/projects/${run.projectId}/drops?run=${run.id}&limit=100`;
  const found = (await factory.json<Page<Drop>>(path)).items.map(({ stage }) => stage).sort();
  const stages = run.stages.map(({ key }) => key).sort();
  return found.join() === stages.join()
    ? []
    : [`its drops are of ${found.join(', ')}; its stages are ${stages.join(', ')}`];
}

/** Downloads the capsule and verifies it as anybody would who has the file and the public key alone. */
async function capsuleFaults(factory: FactoryProcess, run: Run): Promise<string[]> {
  if (run.capsuleId === null) return ['it has no capsule'];
  const { digest } = await factory.json<Capsule>(`/api/v1/capsules/${run.capsuleId}`);
  const { publicKeyPem } = await factory.json<SigningKey>('/api/v1/signing-key');
  const response = await factory.request(`/api/v1/capsules/${run.capsuleId}/download`);
  if (!response.ok) return [`its capsule cannot be downloaded: ${response.status}`];
  const archive = Buffer.from(await response.arrayBuffer());
  const verification = await verifyCapsule(archive, publicKeyPem);
  const faults = verification.statements
    .filter(({ ok }) => !ok)
    .map(({ name, detail }) => `capsule, ${name}: ${detail}`);
  if (verification.digest !== digest) faults.push('what was downloaded is not what was recorded');
  if (!verification.verified && faults.length === 0) faults.push('its capsule does not verify');
  return faults;
}

async function previewFaults(factory: FactoryProcess, run: Run): Promise<string[]> {
  if (!run.options.preview) return run.previewId === null ? [] : ['it has a preview nobody wanted'];
  if (run.previewId === null) return ['it has no preview'];
  const preview = await factory.json<Preview>(`/api/v1/previews/${run.previewId}`);
  const status = await statusOf(new URL('/readyz', preview.url));
  await factory.json(`/api/v1/previews/${preview.id}/stop`, { method: 'POST' });
  return status === 200 ? [] : [`its preview answers /readyz with ${status}`];
}

/** Not every resolver knows the names below `.localhost`, so the name goes into the header alone. */
function statusOf({ host, port, pathname }: URL): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path: pathname, headers: { host } });
    sent.on('response', (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on('error', reject);
    sent.end();
  });
}
