// Without zod, so that a browser and a command line can have it without that.

/** What people get, an API or an API with a web UI, and the stack that makes it. */
export const stackOfKind = { api: 'typescript-fastify', 'full-stack': 'react-admin' } as const;
export type AppKind = keyof typeof stackOfKind;
export const appKinds = Object.keys(stackOfKind) as AppKind[]; // the keys of the constant above
