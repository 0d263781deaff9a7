import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { PreviewNotStarted } from '../domain/preview-errors.ts';
import type { AppLauncher, RunningApp } from '../ports.ts';

/** Apps as plain servers of this process: what a preview is, without the sandbox around it. */
export function createLocalLauncher(folder: string) {
  const apps = new Map<string, { server: Server; crash(reason: string): void }>();
  const removed: string[] = [];
  let broken: string | null = null;
  let count = 0;

  const launcher: AppLauncher = {
    async launch({ preview, onOutput }): Promise<RunningApp> {
      if (broken !== null) throw new PreviewNotStarted(broken, 'boom\n');
      count += 1;
      const socketPath = join(folder, `${count}.sock`);
      const server = createServer((request, response) => {
        if (request.url === '/slow' || request.url === '/endless') {
          response.write('first');
          if (request.url === '/endless') return;
          setTimeout(() => response.end(' second'), 150);
          return;
        }
        const chunks: Buffer[] = [];
        request.on('data', (chunk: Buffer) => chunks.push(chunk));
        request.on('end', () => {
          response.setHeader('set-cookie', 'sid=1; Path=/; Domain=localhost; HttpOnly');
          const body = Buffer.concat(chunks).toString();
          response.end(JSON.stringify({ url: request.url, headers: request.headers, body }));
        });
      });
      server.on('upgrade', (_request, socket) => {
        socket.write(
          'HTTP/1.1 101 Switching Protocols\r\nUpgrade: echo\r\nConnection: Upgrade\r\n\r\n',
        );
        socket.pipe(socket);
      });
      await new Promise<void>((resolve) => server.listen(socketPath, resolve));
      onOutput(Buffer.from(`listening ${count}\n`));
      let end: (value: { reason: string; full: boolean }) => void = () => {};
      const ended = new Promise<{ reason: string; full: boolean }>((resolve) => {
        end = resolve;
      });
      const stop = async (reason = 'stopped') => {
        server.closeAllConnections();
        server.close();
        end({ reason, full: false });
      };
      apps.set(preview.id, { server, crash: (reason) => void stop(reason) });
      return { socketPath, ended, stop };
    },
    remove: async (id) => void removed.push(id),
    collectOrphans: async () => {},
    list: async () => ['prv_leftover'],
  };
  return {
    launcher,
    removed,
    crash: (id: string) => apps.get(id)?.crash('the app ended with exit code 1.'),
    breakWith: (reason: string | null) => {
      broken = reason;
    },
    launches: () => count,
  };
}
