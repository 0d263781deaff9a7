import { type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import type { PasswordHasher, Random } from '../ports.ts';

export type ScryptCost = { N: number; r: number; p: number };

/** OWASP's password storage cheat sheet: 32 MB and about a quarter of a second. */
const COST: ScryptCost = { N: 2 ** 15, r: 8, p: 3 };
const KEY_BYTES = 32;
const SALT_BYTES = 16;
const FORM = /^scrypt\$(\d+)\$(\d+)\$(\d+)\$([A-Za-z0-9_-]+)\$([A-Za-z0-9_-]+)$/;

type Stored = { cost: ScryptCost; salt: Buffer; key: Buffer };

/**
 * Hashes are `scrypt$N$r$p$salt$key`, so that the cost can be raised later. One is made at a time: more would take
 * the threads from the files and databases of everybody else.
 */
export function createScryptPasswordHasher(random: Random, cost = COST): PasswordHasher {
  const decoy: Stored = { cost, salt: random(SALT_BYTES), key: random(KEY_BYTES) };
  let last: Promise<unknown> = Promise.resolve();

  function derive(password: string, salt: Buffer, chosen: ScryptCost): Promise<Buffer> {
    const next = last.then(() => deriveKey(password.normalize('NFKC'), salt, chosen));
    last = next.catch(() => undefined);
    return next;
  }

  return {
    async hash(password) {
      const salt = random(SALT_BYTES);
      const key = await derive(password, salt, cost);
      const { N, r, p } = cost;
      return `scrypt$${N}$${r}$${p}$${salt.toString('base64url')}$${key.toString('base64url')}`;
    },

    async verify(password, hash) {
      const stored = hash === null ? null : parse(hash);
      const { salt, key, cost: chosen } = stored ?? decoy;
      const given = await derive(password, salt, chosen);
      return stored !== null && timingSafeEqual(given, key);
    },
  };
}

/** A damaged hash lets nobody in. */
function parse(hash: string): Stored | null {
  const [, N, r, p, salt = '', key = ''] = FORM.exec(hash) ?? [];
  const bytes = Buffer.from(key, 'base64url');
  if (bytes.length !== KEY_BYTES) return null;
  const cost = { N: Number(N), r: Number(r), p: Number(p) };
  return { cost, salt: Buffer.from(salt, 'base64url'), key: bytes };
}

function deriveKey(password: string, salt: Buffer, cost: ScryptCost): Promise<Buffer> {
  const options: ScryptOptions = { ...cost, maxmem: 256 * cost.r * (cost.N + cost.p) + 65_536 };
  return new Promise((resolve, reject) => {
    scrypt(password, salt, KEY_BYTES, options, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
  });
}
