import type { Attack } from './attack.ts';
import { postJson } from './attack-field.ts';

/** Whatever bears this mark is nobody's business, not even that of the log. */
const MARK = 'Mark-of-a-Secret-7Qz';
const WAIT_MS = 200;

/** `readLog` gives what the app has written so far. */
export function logAttack(readLog: () => string): Attack {
  return {
    id: 'secrets-in-log',
    title: 'Credentials and values that end up in the log',
    cwe: 532,
    async run(field) {
      const headers = { authorization: `Bearer ${MARK}`, cookie: `session=${MARK}` };
      const last = { method: 'GET', path: `/no-such-page`, headers };
      await field.send(last);
      for (const { path } of field.targets) {
        const body = { password: MARK, token: MARK, [MARK]: 'x'.repeat(300) };
        await field.send({ ...postJson(path, body), headers });
        await field.send({ ...postJson(`${path}/%00`, body), headers });
      }
      await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
      if (!readLog().includes(MARK)) return undefined;
      field.report('the log holds the secret', { request: last, response: null });
      return undefined;
    },
  };
}
