import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Harness } from '../sandbox-harness.contract.ts';
import type { Surroundings } from './escape-case.contract.ts';

/** Puts a secret, a process and listeners on the machine, all on loopback and all the test's own. */
export async function openSurroundings(
  harness: Harness,
): Promise<{ surroundings: Surroundings; close(): Promise<void> }> {
  const outside = mkdtempSync(join(tmpdir(), 'sandbox-outside-'));
  chmodSync(outside, 0o755);
  const secret = randomUUID();
  const secretFile = join(outside, 'secret');
  writeFileSync(secretFile, secret, { mode: 0o644 });

  const marker = `marker-${randomUUID()}`;
  const victim = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', marker], {
    env: { SECRET: secret },
    stdio: 'ignore',
  });

  let contacts = 0;
  const socketFile = join(outside, 'host.sock');
  const abstractName = `escape-${randomUUID()}`;
  const listen = async (...address: [number, string] | [string]): Promise<Server> => {
    const server = createServer((client) => {
      contacts += 1;
      client.on('error', () => undefined).destroy();
    });
    server.listen(...(address as [number, string]));
    await once(server, 'listening');
    return server;
  };
  const ipv4 = await listen(0, '127.0.0.1');
  const ipv6 = await listen(0, '::1');
  const servers = [ipv4, ipv6, await listen(socketFile), await listen(`\0${abstractName}`)];
  chmodSync(socketFile, 0o777);
  const udp = createSocket('udp4').on('message', () => {
    contacts += 1;
  });
  udp.bind(0, '127.0.0.1');
  await once(udp, 'listening');

  return {
    surroundings: {
      harness,
      outside,
      secretFile,
      secret,
      victim: {
        pid: victim.pid ?? -1,
        marker,
        isAlive: () => victim.exitCode === null && victim.signalCode === null,
      },
      ports: { ipv4: portOf(ipv4), ipv6: portOf(ipv6), udp: udp.address().port },
      socketFile,
      abstractName,
      contacts: () => contacts,
      makeFolder: () => mkdtempSync(join(harness.folder, 'mount-')),
    },
    async close() {
      victim.kill('SIGKILL');
      for (const server of servers) server.close();
      udp.close();
      rmSync(outside, { recursive: true, force: true });
    },
  };
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}
