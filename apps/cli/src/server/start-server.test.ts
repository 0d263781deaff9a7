import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTerminal } from '../terminal/terminal.ts';
import { startServer } from './start-server.ts';
import { stopServer } from './stop-server.ts';

/** Behaves at its start as the factory does: takes the folder or is refused, and answers a moment later. */
const SERVER = `
import { rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
const folder = process.env.DATA_DIR;
try { writeFileSync(folder + '/database/lock', JSON.stringify({ pid: process.pid }), { flag: 'wx' }); }
catch { process.exit(1); }
process.on('SIGTERM', () => { rmSync(folder + '/database/lock'); process.exit(); });
const server = createServer((request, response) => response.end());
setTimeout(() => server.listen(0, '127.0.0.1', () => {
  const url = 'http://127.0.0.1:' + server.address().port;
  writeFileSync(folder + '/server.json', JSON.stringify({ url, pid: process.pid }));
}), 300);`;

describe('startServer', () => {
  let folder: string;
  const terminal = { ...createTerminal(), isInteractive: false, note: () => {} };
  const start = () =>
    startServer(
      {
        url: undefined,
        apiKey: undefined,
        dataDir: folder,
        serverEntry: `${folder}/server.mjs`,
        workingDirectory: folder,
        environment: {},
      },
      terminal,
    );

  beforeEach(() => {
    folder = mkdtempSync(`${tmpdir()}/ql-start-`);
    mkdirSync(`${folder}/database`);
    writeFileSync(`${folder}/server.mjs`, SERVER);
  });
  afterEach(async () => {
    await stopServer(folder);
    rmSync(folder, { recursive: true, force: true });
  });

  it('gives commands that start at the same time one server, which belongs to one of them', async () => {
    const started = await Promise.all([start(), start(), start()]);
    expect(new Set(started.map(({ url }) => url)).size).toBe(1);
    expect(started.filter(({ isOwnServer }) => isOwnServer)).toHaveLength(1);
  });

  it('says how a server ended that could not start', async () => {
    writeFileSync(`${folder}/server.mjs`, 'console.error("no port"); process.exit(7);');
    await expect(start()).rejects.toThrow(/it ended with code 7.*\n.*no port/s);
  });
});
