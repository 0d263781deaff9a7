import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { createFolderMailer, createSmtpMailer } from '../src/people/mailer.ts';
import { app } from './support/api.ts';

const mail = { to: 'someone@example.com', subject: 'A code', text: 'It is 12345.' };

describe('messages', () => {
  it('are written where only the owner of the process reads them', async () => {
    const parent = await mkdtemp(join(tmpdir(), 'mail-'));
    const folder = join(parent, 'mail');
    await createFolderMailer(folder, app.log).send(mail);
    const [file = ''] = await readdir(folder);
    assert.match(await readFile(join(folder, file), 'utf8'), /^To: someone@example.com\n.*12345/s);
    assert.equal((await stat(folder)).mode & 0o777, 0o700);
    assert.equal((await stat(join(folder, file))).mode & 0o777, 0o600);
    await rm(parent, { recursive: true });
  });

  it('are handed to the mail server', async () => {
    const server = await startMailServer();
    await createSmtpMailer(`smtp://127.0.0.1:${server.port}`, 'app@example.com').send(mail);
    assert.match(server.received(), /RCPT TO:<someone@example.com>.*It is 12345\./s);
    server.close();
  });
});

/** Says yes to everything. */
async function startMailServer() {
  let received = '';
  const server = createServer((socket) => {
    socket.write('220 ready\r\n');
    socket.on('data', (chunk) => {
      received += chunk;
      if (/^DATA/m.test(String(chunk))) socket.write('354 go on\r\n');
      else socket.write(/^QUIT/m.test(String(chunk)) ? '221 bye\r\n' : '250 ok\r\n');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server on a port has an address that is an object.
  const { port } = server.address() as AddressInfo;
  return { port, received: () => received, close: () => server.close() };
}
