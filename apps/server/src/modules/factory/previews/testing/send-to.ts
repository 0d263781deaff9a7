import { request as sendRequest } from 'node:http';

export type Sent = {
  host: string;
  path?: string;
  method?: string;
  headers?: Record<string, string>;
  body?: string;
};
type Got = { status: number; headers: Record<string, unknown>; body: string; chunks: number };

/** Sends a request to loopback under a host name of its own, which fetch cannot. */
export function sendTo(port: number, sent: Sent): Promise<Got> {
  const { host, path = '/', method = 'GET', headers = {}, body } = sent;
  return new Promise((resolve, reject) => {
    const outgoing = sendRequest(
      { host: '127.0.0.1', port, path, method, headers: { ...headers, host: `${host}:${port}` } },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks).toString(),
            chunks: chunks.length,
          }),
        );
        response.on('error', reject);
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
