import { createHash } from 'node:crypto';
import type { AppRequest, AppResponse } from '../domain/finding.ts';
import { parseJson } from '../domain/parse-json.ts';
import { type Credentials, createCredentials, type SignedInPeople } from '../sign-in-people.ts';
import type { Attack } from './attack.ts';
import { type AttackField, isTaken, postJson } from './attack-field.ts';
import { isStored, NOT_STORED, onPeople } from './session-attacks.ts';
import { sharedAccount } from './shared-account.ts';

const TRIES = 25;

const bruteForce = onPeople({
  id: 'password-brute-force',
  title: 'Twenty-five passwords for one account',
  cwe: 307,
  // After the one that measures how long a try takes: it locks the account.
  lane: 'alone',
  async run(field, people) {
    const { app } = people;
    const { email } = await guessedAccount(people);
    for (let turn = 0; turn < TRIES; turn += 1) {
      const request = postJson(app.signIn, createCredentialsFor(email));
      const response = await field.send(request);
      if (response?.status === 429) return undefined;
      if (turn === TRIES - 1) field.report(`${TRIES} tries were answered`, { request, response });
    }
    return undefined;
  },
});

const guessed = new WeakMap<SignedInPeople, Promise<Credentials>>();

/** An account whose password is only guessed at; those who do so share it. */
function guessedAccount(people: SignedInPeople): Promise<Credentials> {
  const account = guessed.get(people) ?? people.addAccount(people.app.roles[0] ?? people.app.admin);
  guessed.set(people, account);
  account.catch(() => guessed.delete(people));
  return account;
}

const createCredentialsFor = (email: string) => ({ ...createCredentials('try'), email });

/** Different where an address has an account and where it has none. */
const TIMES = 3;
const SLOWER = 3;

type Way = {
  request: (address: string) => AppRequest;
  slowerMs: number;
  /** How long the app is left alone before each request of the second look; 0 where nothing goes on after an answer. */
  restMs: number;
};

/** A hash that is worth its name takes more on the quickest machine. */
const signingIn = ({ app }: SignedInPeople): Way => ({
  request: (address) => postJson(app.signIn, createCredentialsFor(address)),
  slowerMs: 12,
  restMs: 0,
});

/** What the app does for somebody after its answer, it does beside the next request. */
const resetting = (path: string): Way => ({
  request: (email) => postJson(path, { email }),
  slowerMs: 40,
  restMs: 500,
});

const enumeration = onPeople({
  id: 'account-enumeration',
  title: 'Answers that tell whether an address has an account',
  cwe: 204,
  lane: 'alone',
  async run(field, people) {
    const { passwordReset } = people.app;
    const { email } = await guessedAccount(people);
    const addresses = [email, createCredentials('nobody').email] as const;
    const ways = [signingIn(people), ...(passwordReset === null ? [] : [resetting(passwordReset)])];
    for (const way of ways) {
      const request = way.request(email);
      const { says, ...first } = await compareAnswers(field, way, addresses, 0);
      if (says[0] !== says[1]) {
        field.report('the answers differ', { request, response: await field.send(request) });
      }
      let { leastMs } = first;
      // Whatever else the machine did may have slowed each try of one of the two: only what tells twice tells.
      if (isTelling(way, leastMs))
        ({ leastMs } = await compareAnswers(field, way, addresses, way.restMs));
      if (!isTelling(way, leastMs)) continue;
      const [short, long] = sorted(leastMs).map(Math.round);
      const message = `one takes ${short} ms, one ${long} ms`;
      field.report(message, { request, response: null });
    }
    return undefined;
  },
});

/** What is said to each address, and the shortest time that it took, in turns so that both meet the same machine. */
async function compareAnswers(
  field: AttackField,
  { request }: Way,
  addresses: readonly string[],
  restMs: number,
) {
  const asked = addresses.map((address) => ({ address, says: '', leastMs: Infinity }));
  for (let turn = 0; turn < TIMES; turn += 1) {
    for (const one of asked) {
      if (restMs > 0) await new Promise((resolve) => setTimeout(resolve, restMs));
      const { response, durationMs } = await field.time(request(one.address));
      one.leastMs = Math.min(one.leastMs, durationMs);
      one.says = sayingOf(response, one.address);
    }
  }
  return { says: asked.map(({ says }) => says), leastMs: asked.map(({ leastMs }) => leastMs) };
}

function isTelling({ slowerMs }: Way, leastMs: readonly number[]): boolean {
  const [short = 0, long = 0] = sorted(leastMs);
  return long > short * SLOWER && long - short > slowerMs;
}

const sorted = (times: readonly number[]) => times.toSorted((one, other) => one - other);

/** What an answer says, without what differs from one answer to the next. */
function sayingOf(response: AppResponse | null, address: string): string {
  const problem = parseJson(response?.body ?? '');
  const text = JSON.stringify({ ...(typeof problem === 'object' ? problem : {}), instance: '' });
  return `${response?.status} ${text.replaceAll(address, '')}`;
}

const WEAK = ['', 'a', '1234', 'password', '12345678', 'qwertyuiop', '1234567890', 'password123'];

const weak = onPeople({
  id: 'password-weak',
  title: 'Passwords that everybody tries first',
  cwe: 521,
  async run(field, { app }) {
    for (const password of WEAK) {
      // Each of an address of its own: one that has an account is refused, whatever the password.
      const account = () => ({ ...createCredentials('weak'), password });
      const ways = [postJson(app.accounts, { ...account(), role: app.roles[0] })];
      if (app.signUp !== null) ways.push(postJson(app.signUp, account()));
      for (const request of ways) {
        const response = await field.send(request);
        if (isTaken(response)) field.report(`"${password}" was taken`, { request, response });
      }
    }
    return undefined;
  },
});

const exposed = onPeople({
  id: 'password-in-answers',
  title: 'Passwords and their hashes in answers',
  cwe: 522,
  async run(field, people) {
    const { app } = people;
    const { email, password } = await sharedAccount(people);
    const requests = [
      postJson(app.signIn, { email, password }),
      { method: 'GET', path: app.session },
      { method: 'GET', path: `${app.accounts}?limit=100` },
      postJson(app.accounts, { ...createCredentials('shown'), role: app.roles[0] }),
    ];
    for (const request of requests) {
      const response = await field.send(request);
      const body = response?.body ?? '';
      if (!body.includes(password) && !/"password|"[a-z_]*hash"|"salt"/i.test(body)) continue;
      field.report('the answer holds a password or its hash', { request, response });
    }
    return undefined;
  },
});

/** How a secret may lie in a file: as it is, in other letters, or as a digest that can be looked up. */
export function formsOf(secret: string): Buffer[] {
  const bytes = Buffer.from(secret);
  const digests = ['md5', 'sha1', 'sha256', 'sha512'].map((name) =>
    createHash(name).update(bytes).digest(),
  );
  const letters = [bytes, ...digests].flatMap((one) =>
    (['hex', 'base64', 'base64url'] as const).map((encoding) =>
      Buffer.from(one.toString(encoding)),
    ),
  );
  return [bytes, ...digests, ...letters];
}

const stored = onPeople({
  id: 'password-stored',
  title: 'Passwords that can be read out of the files of the database',
  cwe: 256,
  async run(field, people) {
    const { app } = people;
    const credentials = await sharedAccount(people);
    const request = postJson(app.signIn, credentials);
    const response = await field.send(request);
    if (!(await isStored(field, credentials))) return NOT_STORED;
    const files = await field.searchData(formsOf(credentials.password));
    if (files.length > 0) {
      field.report(`the password, or a digest of it without a salt, stands in ${files[0]}`, {
        request,
        response,
      });
    }
    return undefined;
  },
});

const WAITS = 40;
const WAIT_MS = 50;
/** As good as nothing else in a message is as long and without a space. */
const CODE = /^[\w-]{24,}$/m;

const resetTwice = onPeople({
  id: 'password-reset-twice',
  title: 'A code for a new password, used a second time',
  cwe: 640,
  async run(field, people) {
    const { app } = people;
    if (app.passwordReset === null || app.passwordResetConfirm === null)
      return 'No code for a new password is sent.';
    const { email } = await people.addAccount(app.roles[0] ?? app.admin);
    await field.send(postJson(app.passwordReset, { email }));
    const token = await codeFor(field, email);
    if (token === null) return 'The message with the code could not be read.';
    const use = () => postJson(app.passwordResetConfirm ?? '', { token, ...newPassword() });
    if (!isTaken(await field.send(use()))) return 'The code was refused the first time.';
    const request = use();
    const response = await field.send(request);
    if (isTaken(response)) field.report('the code was taken twice', { request, response });
    return undefined;
  },
});

const newPassword = () => ({ password: createCredentials('next').password });

/** Out of the message that the app writes where it has no server for mail. */
async function codeFor(field: AttackField, email: string): Promise<string | null> {
  for (let turn = 0; turn < WAITS; turn += 1) {
    for (const path of await field.searchData([Buffer.from(`To: ${email}`)])) {
      const [code] = CODE.exec((await field.readData(path)) ?? '') ?? [];
      if (code !== undefined) return code;
    }
    await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
  }
  return null;
}

export const passwordAttacks: readonly Attack[] = [
  enumeration,
  bruteForce,
  weak,
  exposed,
  stored,
  resetTwice,
];
