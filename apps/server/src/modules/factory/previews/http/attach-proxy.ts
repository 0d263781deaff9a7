import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { PreviewProxy } from './preview-proxy.ts';

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * Puts the proxy before what listens on the server already, so that a request for a preview never reaches the
 * factory's own routes. Listeners that are added later still see every request.
 */
export function attachProxy(server: Server, proxy: PreviewProxy): void {
  // The listeners of this event have this shape; Node types them as any function.
  const before = server.listeners('request') as Listener[];
  server.removeAllListeners('request');
  server.on('request', (request, response) => {
    if (proxy.handleRequest(request, response)) return;
    for (const listener of before) listener.call(server, request, response);
  });
  const others = server.listenerCount('upgrade') > 0;
  // Without this the factory would have to answer upgrades that nobody there asked for, such as curl's to h2c.
  const shouldUpgradeCallback = ({ headers }: IncomingMessage) =>
    others || proxy.readLabel(headers.host) !== null;
  Object.assign(server, { shouldUpgradeCallback });
  server.on('upgrade', (request, socket, head) => {
    if (!proxy.handleUpgrade(request, socket, head) && !others) socket.destroy();
  });
  server.on('close', proxy.close);
}
