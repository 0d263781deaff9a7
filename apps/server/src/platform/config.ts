import { z } from 'zod';

const nodeEnvironments = ['development', 'test', 'production'] as const;
const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const sandboxDrivers = ['auto', 'bubblewrap', 'namespaces', 'unsafe-process'] as const;

/** An empty variable is the same as none: `PORT= npm start`. */
const given = (value: unknown) => (value === '' ? undefined : value);

function count(fallback: number, minimum: number, maximum: number) {
  return z.preprocess(given, z.coerce.number().int().min(minimum).max(maximum).default(fallback));
}

function choice<const T extends readonly [string, ...string[]]>(values: T, fallback: T[number]) {
  return z.preprocess(given, z.enum(values).default(fallback));
}

function flag(fallback: boolean) {
  return z.preprocess(given, z.stringbool().default(fallback));
}

function text(fallback: string) {
  return z.preprocess(given, z.string().min(1).default(fallback));
}

export const configSchema = z.object({
  NODE_ENV: choice(nodeEnvironments, 'development').describe(
    'In production logs are JSON lines; else they are written for people',
  ),
  HOST: text('127.0.0.1').describe(
    'Address to listen on; behind a proxy on another machine use 0.0.0.0',
  ),
  PORT: count(4000, 0, 65_535).describe('Port to listen on; 0 takes a free one'),
  PUBLIC_URL: z
    .preprocess(
      given,
      z
        .string()
        .regex(/^https?:\/\/[^/?#@\s]+\/?$/i, {
          error: 'must be like https://factory.example.com',
          abort: true,
        })
        .refine((url) => URL.canParse(url), 'must be an address')
        .optional(),
    )
    .describe(
      'Where people open the factory when that is neither HOST nor this machine itself, e.g. `https://factory.example.com` behind a proxy; browsers sign in under these names only',
    ),
  PREVIEW_URL: z
    .preprocess(
      given,
      z
        .string()
        .regex(/^https?:\/\/(?=[^:/]*[a-z])[a-z0-9-]+(\.[a-z0-9-]+)+(:\d{1,5})?\/?$/i, {
          error: 'must be like https://previews.example.com',
          abort: true,
        })
        .refine((url) => URL.canParse(url), 'must be an address')
        .optional(),
    )
    .describe(
      'A domain whose every subdomain leads to this port, e.g. `https://previews.example.com`: previews then stand below it and open on other machines; when absent they stand below `.localhost` and open on this machine only. Best a domain that has nothing in common with the one of the factory',
    ),
  LOG_LEVEL: choice(logLevels, 'info').describe('The least important lines that are written'),
  DATA_DIR: text('.quantumlayer').describe(
    'Folder of everything that is kept: embedded database, blobs, keys; made with owner-only permissions',
  ),
  DATABASE_URL: z
    .preprocess(
      given,
      z
        .string()
        .regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')
        .optional(),
    )
    .describe(
      'A PostgreSQL server, `postgres://user:password@host/database`; when absent the embedded database in DATA_DIR is used',
    ),
  SECRET_KEY: z
    .preprocess(given, z.string().min(32, 'must have 32 characters or more').optional())
    .describe('Encrypts stored keys and credentials; made at first start in DATA_DIR when absent'),
  SANDBOX_DRIVER: choice(sandboxDrivers, 'auto').describe(
    'How generated code is isolated; `auto` takes the strongest this machine has and refuses to run code when there is none; `unsafe-process` isolates nothing and marks the evidence so',
  ),
  RUN_CONCURRENCY: count(2, 1, 64).describe('Runs that are executed at the same time'),
  PREVIEW_TTL_MINUTES: count(60, 1, 1_440).describe(
    'How long a preview lives unless it is extended',
  ),
  PREVIEW_MAX: count(5, 0, 100).describe('Previews that run at the same time'),
  WEB_UI: flag(true).describe(
    'Serve the web UI from this process; switch it off where it is deployed on its own',
  ),
  QL_EXIT_WHEN_IDLE: flag(false).describe(
    'End the process when no run is active and the last preview has ended; `ql` sets it for a server of its own',
  ),
  QL_OPEN_BROWSER: flag(true).describe(
    'Open the sign-in link of a start in the browser, where a person at a desktop started it in a terminal',
  ),
  SHUTDOWN_SECONDS: count(20, 1, 600).describe(
    'How long requests and runs may finish after SIGTERM before they are cut off',
  ),
});

export type Config = Readonly<z.infer<typeof configSchema>>;

const APART = {
  path: ['PREVIEW_URL'],
  error: 'must not be the domain of PUBLIC_URL nor one above it: previews are foreign code',
};

/** None for what is no address either: its own check says so, and zod asks this one all the same. */
function hostOf(address: string | undefined): string | undefined {
  return URL.parse(address ?? '')?.hostname;
}

function keepsPreviewsApart({ PREVIEW_URL, PUBLIC_URL }: z.infer<typeof configSchema>): boolean {
  const [previews, factory] = [hostOf(PREVIEW_URL), hostOf(PUBLIC_URL)];
  if (previews === undefined || factory === undefined) return true;
  return factory !== previews && !factory.endsWith(`.${previews}`);
}

/** Reads the environment once, at start; nothing else touches `process.env`. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const result = configSchema.refine(keepsPreviewsApart, APART).safeParse(env);
  if (result.success) return Object.freeze(result.data);
  const lines = result.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`The configuration is not usable:\n${lines.join('\n')}`);
}
