import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

const BLOCK_SIZE = 8;
const SALT_BYTES = 16;
const KEY_BYTES = 32;

export type PasswordHasher = {
  hash(password: string): Promise<string>;
  /** Takes as long when there is nothing to compare with. */
  matches(password: string, stored: string | null): Promise<boolean>;
};

type Parameters = { cost: number; salt: Buffer };

/**
 * scrypt with N = 2^cost, r = 8 and p = 1; what a hash was made with stands in it, so that the cost can be raised. One
 * at a time, since each takes 128 MB at a cost of 17.
 */
export function createPasswordHasher(cost: number): PasswordHasher {
  const nothing = format({ cost, salt: randomBytes(SALT_BYTES) }, randomBytes(KEY_BYTES));
  const inTurn = createQueue();

  return {
    async hash(password) {
      const parameters = { cost, salt: randomBytes(SALT_BYTES) };
      return format(parameters, await inTurn(() => derive(password, parameters)));
    },

    async matches(password, stored) {
      const { key, ...parameters } = parse(stored ?? nothing);
      const derived = await inTurn(() => derive(password, parameters));
      return timingSafeEqual(derived, key) && stored !== null;
    },
  };
}

function derive(password: string, { cost, salt }: Parameters): Promise<Buffer> {
  const N = 2 ** cost;
  const options = { N, r: BLOCK_SIZE, p: 1, maxmem: 256 * N * BLOCK_SIZE };
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, options, (error, key) =>
      error === null ? resolve(key) : reject(error),
    );
  });
}

function format({ cost, salt }: Parameters, key: Buffer): string {
  return ['scrypt', cost, salt.toString('base64url'), key.toString('base64url')].join('$');
}

function parse(stored: string): Parameters & { key: Buffer } {
  const [method, cost = '', salt = '', key = ''] = stored.split('$');
  if (method !== 'scrypt') throw new Error('A stored password has a form that is not known.');
  return {
    cost: Number(cost),
    salt: Buffer.from(salt, 'base64url'),
    key: Buffer.from(key, 'base64url'),
  };
}

function createQueue() {
  let last: Promise<unknown> = Promise.resolve();
  return <Result>(work: () => Promise<Result>): Promise<Result> => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
}
