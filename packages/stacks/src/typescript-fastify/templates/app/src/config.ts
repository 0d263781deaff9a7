import { z } from 'zod';

// @if hashing
/** 32 MiB for two passes of Argon2id: the power of two above the 19 MiB of OWASP. */
const RECOMMENDED_COST = 15;

// @end
const schema = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  SOCKET: z.string().optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must start with postgres://')
    .optional(),
  DATA_DIR: z.string().default('./data'),
// @if !contract
  SEED: z.stringbool().default(false),
// @end
// @if contract
  /** Of one file, or of a body that is no JSON. */
  MAX_UPLOAD_BYTES: z.coerce.number().int().min(1).max(100_000_000).default(10_000_000),
// @end
// @if keys
  /** What clients send as the key that the document asks for; without it nobody has it. */
  API_KEY: z.string().min(16, 'must have at least 16 characters').optional(),
// @end
// @if hashing
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
// @end
// @if admins
  /** The first account of the role that manages the others; not looked at once there is one. */
  ADMIN_EMAIL: z.string().optional(),
  ADMIN_PASSWORD: z.string().optional(),
// @end
// @if hashing
  /** The binary logarithm of the KiB that hashing a password takes: one more takes twice the time and memory. */
  PASSWORD_COST: z.coerce.number().int().min(10).max(20).default(RECOMMENDED_COST),
// @end
// @if people
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'must start with smtp:// or smtps://')
    .optional(),
  MAIL_FROM: z.string().default('no-reply@localhost'),
// @end
// @if signing
  /** How many proxies stand in front and add to X-Forwarded-For. */
  TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
// @end
  /** Set by npm: the script that started this process. */
  npm_lifecycle_event: z.string().optional(),
});

// @if hashing
const safe = schema.refine(
  ({ NODE_ENV, PASSWORD_COST }) => NODE_ENV !== 'production' || PASSWORD_COST >= RECOMMENDED_COST,
  { path: ['PASSWORD_COST'], error: `must be at least ${RECOMMENDED_COST} in production` },
);

// @end
export type Config = Readonly<z.infer<typeof schema>>;

/** Reads the environment once, at start; an empty variable counts as absent. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const given = Object.entries(environment).filter(([, value]) => value !== '');
// @if !hashing
  const result = schema.safeParse(Object.fromEntries(given));
// @end
// @if hashing
  const result = safe.safeParse(Object.fromEntries(given));
// @end
  if (result.success) return Object.freeze(result.data);
  const lines = result.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`The configuration is not usable:\n${lines.join('\n')}`);
}
