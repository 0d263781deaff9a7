import { type IncomingMessage, request as sendRequest } from 'node:http';
import type { Duplex } from 'node:stream';
import { type RawHeaders, requestHeadersFor } from '../domain/proxy-headers.ts';
import type { Way } from './way-to.ts';

type Upgrade = { request: IncomingMessage; socket: Duplex; head: Buffer; way: Way };

/** Passes a WebSocket (or any other upgrade) on to an app and joins both ends. */
export function forwardUpgrade({ request, socket, head, way }: Upgrade): void {
  const outgoing = sendRequest({
    ...way.options,
    method: request.method,
    path: request.url,
    headers: [
      ...requestHeadersFor(request.rawHeaders),
      ...way.headers,
      ...['Connection', 'Upgrade', 'Upgrade', request.headers.upgrade ?? ''],
    ],
    setHost: false,
    setDefaultHeaders: false,
  });
  outgoing.on('error', () => socket.destroy());
  outgoing.on('response', (response) => {
    socket.write(headOf(response, ['connection', 'close']));
    response.pipe(socket);
  });
  outgoing.on('upgrade', (response, inner, innerHead) => {
    socket.write(headOf(response, []));
    if (innerHead.length > 0) socket.write(innerHead);
    if (head.length > 0) inner.write(head);
    for (const [one, other] of [
      [socket, inner],
      [inner, socket],
    ] as const) {
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
      one.pipe(other);
    }
  });
  const cutOff = () => socket.destroy();
  way.options.signal?.addEventListener('abort', cutOff, { once: true });
  socket.on('close', () => {
    way.options.signal?.removeEventListener('abort', cutOff);
    outgoing.destroy();
  });
  outgoing.end();
}

function headOf(response: IncomingMessage, more: RawHeaders): string {
  const all = [...response.rawHeaders, ...more];
  const lines = [`HTTP/1.1 ${response.statusCode} ${response.statusMessage}`];
  for (let at = 0; at + 1 < all.length; at += 2) lines.push(`${all[at]}: ${all[at + 1]}`);
  return `${lines.join('\r\n')}\r\n\r\n`;
}
