import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import {
  type Finding,
  findDataFolder,
  findDisk,
  findMemory,
  findNode,
  findPort,
  findSandbox,
  showSize,
} from './index.ts';

const GIGABYTE = 1_000_000_000;

it.each([
  ['24.0.0', 'ok'],
  ['22.9.0', 'failed'],
])('judges Node %s', (version, status) => {
  expect(findNode(version)).toMatchObject({ name: 'node', status });
});

it.each([
  [8, 'ok'],
  [2, 'limited'],
  [1, 'failed'],
])('judges %i GB of memory', (total, status) => {
  expect(findMemory(total * GIGABYTE, GIGABYTE)).toMatchObject({ status });
});

it('looks at the disk of a folder that is still to be made', async () => {
  expect(await findDisk(join(tmpdir(), 'not', 'there', 'yet'))).toMatchObject({ name: 'disk' });
});

it('wants the data folder for its owner alone', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'machine-'));
  expect(await findDataFolder(folder)).toMatchObject({ status: 'ok' });
  await chmod(folder, 0o755);
  expect(await findDataFolder(folder)).toMatchObject({
    ...{ status: 'failed', fix: `chmod 700 ${folder}` },
  });
  await rm(folder, { recursive: true });
});

it('tells a port that is taken from one that is free', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  expect(await findPort(port)).toMatchObject({ status: 'limited' });
  await new Promise((resolve) => server.close(resolve));
  expect(await findPort(port)).toMatchObject({ status: 'ok' });
});

it('says of everything that is not well what mends it', async () => {
  const findings: Finding[] = await findSandbox();
  expect(findings.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['bubblewrap', 'namespaces', 'cgroups']),
  );
  for (const { status, fix } of findings) expect(status === 'ok' || fix !== null).toBe(true);
});

it.each([
  [999, '999 B'],
  [1_500, '1.5 kB'],
  [2_000_000, '2.0 MB'],
  [3_210_000_000, '3.2 GB'],
])('writes %i bytes as %s', (bytes, text) => {
  expect(showSize(bytes)).toBe(text);
});
