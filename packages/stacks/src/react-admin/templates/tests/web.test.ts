import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import Fastify from 'fastify';
import { registerWeb } from '../src/http/web.ts';

const page = { accept: 'text/html,*/*' };
const app = Fastify();
let folder = '';

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'web-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), '<title>Page</title>');
  await writeFile(join(folder, 'assets/main.js'), 'start()');
  await writeFile(join(folder, 'secret.env'), 'SECRET');
  await registerWeb(app, folder);
});

after(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

describe('the web UI', () => {
  it('starts at the address of every page', async () => {
    for (const url of ['/', '/records/1?tab=2']) {
      const response = await app.inject({ url, headers: page });
      assert.equal(response.body, '<title>Page</title>');
      assert.equal(response.headers['cache-control'], 'no-cache');
    }
  });

  it('gives what the build made, zipped where that is understood', async () => {
    const plain = await app.inject('/assets/main.js');
    assert.equal(plain.body, 'start()');
    assert.match(String(plain.headers['cache-control']), /immutable/);
    const headers = { 'accept-encoding': 'gzip' };
    const zipped = await app.inject({ url: '/assets/main.js', headers });
    assert.equal(zipped.headers['content-encoding'], 'gzip');
  });

  it('gives no other file, and no page to who asks for data', async () => {
    const urls = ['/secret.env', '/../package.json', '/assets/..%2f..%2fpackage.json', '/nothing'];
    for (const url of urls) assert.equal((await app.inject(url)).statusCode, 404);
    assert.equal((await app.inject({ url: '/api/nothing', headers: page })).statusCode, 404);
  });

  it('is left out where it is not built, and stops the start where it cannot be read', async () => {
    const bare = Fastify();
    await registerWeb(bare, join(folder, 'not-built'));
    assert.equal((await bare.inject({ url: '/', headers: page })).statusCode, 404);
    await bare.close();
    // A file is no folder, which root cannot read either.
    const unreadable = registerWeb(Fastify(), join(folder, 'index.html'));
    await assert.rejects(unreadable, { code: 'ENOTDIR' });
  });
});
