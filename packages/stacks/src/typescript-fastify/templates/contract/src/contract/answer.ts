import type { FastifyReply } from 'fastify';

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

export function redirect(status: number, target: unknown): Answer {
  return { status, headers: { location: String(target) } };
}

export function send(reply: FastifyReply, { status, headers = {}, body }: Answer): FastifyReply {
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined) void reply.header(name, value);
  void reply.code(status);
  return body === undefined ? reply.send() : reply.type(body.type).send(body.content);
}
