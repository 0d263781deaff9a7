import { request as httpRequest } from 'node:http';
import { Fell } from './failures.ts';
import { Reply } from './reply.ts';

export type Options = {
  readonly json?: unknown;
  readonly text?: string;
  readonly form?: FormData;
  readonly bytes?: Uint8Array<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number | boolean | readonly string[]>>;
};

export type Exchange = { readonly method: string; readonly path: string; readonly reply: Reply };

/** Calls one server, below the base path of its document, and remembers cookies when it is a browser. */
export class Client {
  readonly origin: string;
  readonly base: string;
  readonly #headers: Readonly<Record<string, string>>;
  readonly #cookies: Map<string, string> | null;
  readonly #heard: (exchange: Exchange) => void;

  constructor(
    origin: string,
    base: string,
    heard: (exchange: Exchange) => void,
    headers: Readonly<Record<string, string>> = {},
    cookies: Map<string, string> | null = null,
  ) {
    this.origin = origin;
    this.base = base;
    this.#heard = heard;
    this.#headers = headers;
    this.#cookies = cookies;
  }

  with(headers: Readonly<Record<string, string>>): Client {
    const all = { ...this.#headers, ...headers };
    return new Client(this.origin, this.base, this.#heard, all, this.#cookies);
  }

  bearer(token: string): Client {
    return this.with({ authorization: `Bearer ${token}` });
  }

  /** A client that keeps the cookies it is given, as a page of the same origin would send them. */
  browser(): Client {
    const headers = { ...this.#headers, origin: this.origin };
    return new Client(this.origin, this.base, this.#heard, headers, new Map());
  }

  get cookies(): ReadonlyMap<string, string> {
    return this.#cookies ?? new Map();
  }

  get(path: string, options: Options = {}): Promise<Reply> {
    return this.send('GET', path, options);
  }

  post(path: string, json?: unknown, options: Options = {}): Promise<Reply> {
    return this.send('POST', path, json === undefined ? options : { json, ...options });
  }

  put(path: string, json?: unknown, options: Options = {}): Promise<Reply> {
    return this.send('PUT', path, json === undefined ? options : { json, ...options });
  }

  patch(path: string, json?: unknown, options: Options = {}): Promise<Reply> {
    return this.send('PATCH', path, json === undefined ? options : { json, ...options });
  }

  delete(path: string, options: Options = {}): Promise<Reply> {
    return this.send('DELETE', path, options);
  }

  async send(method: string, path: string, options: Options = {}): Promise<Reply> {
    const url = new URL(this.origin + this.base + path);
    for (const [name, value] of Object.entries(options.query ?? {}))
      for (const one of Array.isArray(value) ? value : [value])
        url.searchParams.append(name, String(one));
    const response = await this.#fetch(url, method, options);
    const call = `${method} ${this.base}${path}`;
    const bytes = Buffer.from(await response.arrayBuffer());
    const reply = new Reply(call, response.status, response.headers, bytes);
    for (const cookie of response.headers.getSetCookie()) this.#keep(cookie);
    return this.#judge(method, url.pathname, reply);
  }

  /** Sends a path as it is written, which `fetch` would tidy up. */
  raw(method: string, path: string, headers: Record<string, string> = {}): Promise<Reply> {
    const { hostname, port } = new URL(this.origin);
    const options = { hostname, port, method, path, headers: { ...this.#headers, ...headers } };
    return new Promise((resolve, reject) => {
      const request = httpRequest(options, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const kept = Object.entries(response.headersDistinct).flatMap(([name, values]) =>
            (values ?? []).map((value): [string, string] => [name, value]),
          );
          const status = response.statusCode ?? 0;
          const bytes = Buffer.concat(chunks);
          const reply = new Reply(`${method} ${path}`, status, new Headers(kept), bytes);
          this.#heard({ method, path, reply });
          resolve(reply);
        });
      });
      request.on('error', reject);
      request.end();
    });
  }

  async #fetch(url: URL, method: string, options: Options): Promise<Response> {
    const headers = new Headers({ ...this.#headers, ...options.headers });
    if (this.#cookies && this.#cookies.size > 0 && !headers.has('cookie'))
      headers.set('cookie', [...this.#cookies].map((pair) => pair.join('=')).join('; '));
    let body: string | FormData | Uint8Array<ArrayBuffer> | undefined;
    if (options.form) body = options.form;
    else if (options.bytes) body = options.bytes;
    else if (options.text !== undefined) body = options.text;
    else if (options.json !== undefined) body = JSON.stringify(options.json);
    const isJson = options.json !== undefined && options.form === undefined;
    if (isJson && !headers.has('content-type')) headers.set('content-type', 'application/json');
    try {
      return await fetch(url, {
        method,
        headers,
        redirect: 'manual',
        signal: AbortSignal.timeout(60_000),
        ...(body === undefined ? {} : { body }),
      });
    } catch (error) {
      throw new Fell(`${method} ${url.pathname} got no answer: ${String(error)}`);
    }
  }

  #keep(cookie: string): void {
    const [pair = '', ...attributes] = cookie.split(';');
    const at = pair.indexOf('=');
    const ended = attributes.some((one) => /^\s*max-age=0$/i.test(one)) || pair.length === at + 1;
    if (ended) this.#cookies?.delete(pair.slice(0, at));
    else this.#cookies?.set(pair.slice(0, at), pair.slice(at + 1));
  }

  #judge(method: string, path: string, reply: Reply): Reply {
    this.#heard({ method, path, reply });
    if (reply.status >= 500 && reply.status !== 501 && reply.status !== 503)
      throw new Fell(`${reply.call} answered ${reply.status}: ${reply.text.slice(0, 160)}`);
    return reply;
  }
}
