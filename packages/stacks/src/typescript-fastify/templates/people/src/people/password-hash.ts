import crypto from 'node:crypto';

const PASSES = 2;
const SALT_BYTES = 16;
const KEY_BYTES = 32;

export type PasswordHasher = {
  hash(password: string): Promise<string>;
  /** Takes as long when there is nothing to compare with. */
  matches(password: string, stored: string | null): Promise<boolean>;
  /** Made at another cost or by another method than hashes are made now. */
  isOutdated(stored: string): boolean;
};

/** What a hash was made with, and what it has to be. */
type Stored = { derive: (password: string) => Promise<Buffer>; key: Buffer };

/**
 * Argon2id with 2^cost KiB, two passes and one lane, written as PHC strings: what a hash was made with stands in it,
 * so that the cost can be changed. One at a time, since each takes that memory.
 */
export function createPasswordHasher(cost: number): PasswordHasher {
  expectArgon2();
  const memory = 2 ** cost;
  const start = `$argon2id$v=19$m=${memory},t=${PASSES},p=1$`;
  const inTurn = createQueue();

  function format(salt: Buffer, key: Buffer): string {
    return `${start}${unpadded(salt)}$${unpadded(key)}`;
  }
  const nothing = format(crypto.randomBytes(SALT_BYTES), crypto.randomBytes(KEY_BYTES));

  return {
    async hash(password) {
      const salt = crypto.randomBytes(SALT_BYTES);
      const parameters = { salt, memory, passes: PASSES, lanes: 1 };
      return format(salt, await inTurn(() => argon2id(password, parameters)));
    },

    async matches(password, stored) {
      const { derive, key } = parse(stored ?? nothing);
      const derived = await inTurn(() => derive(password));
      return crypto.timingSafeEqual(derived, key) && stored !== null;
    },

    isOutdated: (stored) => !stored.startsWith(start),
  };
}

const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z\d+/]+)\$([A-Za-z\d+/]{43})$/;
/** What earlier versions of apps kept: the binary logarithm of N, with r = 8 and p = 1. */
const SCRYPT = /^scrypt\$(\d+)\$([\w-]{22})\$([\w-]{43})$/;

function parse(stored: string): Stored {
  const [isArgon2, memory, passes, lanes, salt = '', key = ''] = PHC.exec(stored) ?? [];
  if (isArgon2 !== undefined) {
    const costs = { memory: Number(memory), passes: Number(passes), lanes: Number(lanes) };
    const parameters = { salt: Buffer.from(salt, 'base64'), ...costs };
    return {
      derive: (password) => argon2id(password, parameters),
      key: Buffer.from(key, 'base64'),
    };
  }
  const [isScrypt, cost, oldSalt = '', oldKey = ''] = SCRYPT.exec(stored) ?? [];
  if (isScrypt === undefined) throw new Error('A stored password has a form that is not known.');
  return {
    derive: (password) => scrypt(password, Buffer.from(oldSalt, 'base64url'), 2 ** Number(cost)),
    key: Buffer.from(oldKey, 'base64url'),
  };
}

type Parameters = { salt: Buffer; memory: number; passes: number; lanes: number };

function argon2id(password: string, { salt, memory, passes, lanes }: Parameters): Promise<Buffer> {
  const message = password.normalize('NFKC');
  const parameters = { message, nonce: salt, memory, passes, parallelism: lanes };
  return new Promise((resolve, reject) => {
    crypto.argon2('argon2id', { ...parameters, tagLength: KEY_BYTES }, (error, key) =>
      error === null ? resolve(key) : reject(error),
    );
  });
}

function scrypt(password: string, salt: Buffer, N: number): Promise<Buffer> {
  const options = { N, r: 8, p: 1, maxmem: 2_048 * N };
  return new Promise((resolve, reject) => {
    crypto.scrypt(password.normalize('NFKC'), salt, KEY_BYTES, options, (error, key) =>
      error === null ? resolve(key) : reject(error),
    );
  });
}

/** Base64 as PHC strings have it. */
function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '');
}

/** The start fails where Node has no Argon2, and not the first sign-in. */
function expectArgon2(): void {
  const least = { memory: 8, passes: 1, parallelism: 1, tagLength: 4 };
  try {
    crypto.argon2Sync('argon2id', { message: '', nonce: Buffer.alloc(SALT_BYTES), ...least });
  } catch (cause) {
    const { node, openssl } = process.versions;
    throw new Error(
      `Passwords are hashed with Argon2id, which needs Node 24.7 with OpenSSL 3.2, or later ones; this is Node ${node} with OpenSSL ${openssl}.`,
      { cause },
    );
  }
}

function createQueue() {
  let last: Promise<unknown> = Promise.resolve();
  return <Result>(work: () => Promise<Result>): Promise<Result> => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
}
