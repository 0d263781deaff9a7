import type { FastifyReply } from 'fastify';
import { Refusal } from './refusal.ts';

/** What an operation answers. */
export type Answer = {
  status: number;
  headers?: Record<string, string | undefined>;
  body?: { type: string; content: string | Buffer };
};

export function json(status: number, value: unknown, type = 'application/json'): Answer {
  return {
    status,
    body: {
      type: type.includes('charset') ? type : `${type}; charset=utf-8`,
      content: JSON.stringify(value),
    },
  };
}

export function empty(status: number): Answer {
  return { status };
}

export function text(status: number, value: unknown): Answer {
  return { status, body: { type: 'text/plain; charset=utf-8', content: String(value ?? '') } };
}

/** To a page, and nothing else that a browser would run; in the letters that a header can hold. */
export function redirect(status: number, target: unknown): Answer {
  const address = String(target).toWellFormed();
  const { protocol } = URL.parse(address, 'http://here.invalid') ?? { protocol: '' };
  if (!/^https?:$/.test(protocol)) throw new Refusal('not-found', 'This leads to no page.');
  return { status, headers: { location: encodeURI(address).replaceAll('%25', '%') } };
}

export function send(reply: FastifyReply, { status, headers = {}, body }: Answer): FastifyReply {
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined) void reply.header(name, value);
  void reply.code(status);
  return body === undefined ? reply.send() : reply.type(body.type).send(body.content);
}
