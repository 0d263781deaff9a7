import type { AppResponse } from '../domain/finding.ts';
import type { FlatSchema } from '../domain/json-schema.ts';
import type { Attack } from './attack.ts';
import {
  type AttackField,
  type Made,
  type Members,
  readRecord,
  readRows,
  sendJson,
} from './attack-field.ts';
import { formsOf } from './password-attacks.ts';
import type { Target } from './target.ts';

const NO_SECRETS = 'No record has a password.';

type Kept = { target: Target; name: string; secret: string; made: Made };

let count = 0;

/** Text that stands nowhere else and is as long as the member wants it. */
function secretFor({ minLength, maxLength }: FlatSchema): string {
  count += 1;
  const text = `Zq${(count * 7_919).toString(36)}Xw`;
  return text.padEnd(Math.max(minLength, 12), '#').slice(0, maxLength ?? undefined);
}

const known = new WeakMap<AttackField, Promise<Kept[]>>();

/** A record of each kind for each of its secrets; each costs the app a hash, so that they are made once. */
function keptSecrets(field: AttackField): Promise<Kept[]> {
  const kept = known.get(field) ?? makeSecrets(field);
  known.set(field, kept);
  return kept;
}

async function makeSecrets(field: AttackField): Promise<Kept[]> {
  const kept: Kept[] = [];
  for (const target of field.targets) {
    for (const name of target.secrets) {
      const schema = target.members[name];
      if (schema === undefined) continue;
      const secret = secretFor(schema);
      const made = await field.make(target, { [name]: secret });
      if (made !== null) kept.push({ target, name, secret, made });
    }
  }
  return kept;
}

/** The records in an answer: one, or the page of a list. */
function recordsIn(response: AppResponse | null): Members[] {
  const record = readRecord(response);
  return record === null ? [] : (readRows(response) ?? [record]);
}

const answered: Attack = {
  id: 'secret-in-answers',
  title: 'Passwords of records, or what is kept of them, in answers',
  cwe: 522,
  async run(field) {
    const kept = await keptSecrets(field);
    for (const { target, name, secret, made } of kept) {
      const one = `${target.path}/${made.id}`;
      const requests = [
        { method: 'GET', path: one },
        { method: 'GET', path: `${target.path}?limit=100` },
        { method: 'GET', path: `${target.path}?${name}=${encodeURIComponent(secret)}` },
        ...(target.update === null
          ? []
          : [
              sendJson(target.update.method.toUpperCase(), one, JSON.stringify({ [name]: secret })),
            ]),
      ];
      const answers = [made, ...(await sendAll(field, requests))];
      for (const exchange of answers) {
        const { response } = exchange;
        const isShown =
          response?.body.includes(secret) === true ||
          recordsIn(response).some((record) => typeof record[name] === 'string');
        if (isShown) field.report(`the answer holds ${name}, or what is kept of it`, exchange);
      }
    }
    return kept.length === 0 ? NO_SECRETS : undefined;
  },
};

async function sendAll(field: AttackField, requests: Parameters<AttackField['send']>[0][]) {
  const answers: Pick<Made, 'request' | 'response'>[] = [];
  for (const request of requests) answers.push({ request, response: await field.send(request) });
  return answers;
}

const stored: Attack = {
  id: 'secret-stored',
  title: 'Passwords of records that can be read out of the files of the database',
  cwe: 256,
  async run(field) {
    const kept = await keptSecrets(field);
    if (kept.length === 0) return NO_SECRETS;
    let seen = 0;
    for (const { name, secret, made } of kept) {
      if (!(await isWritten(field, made))) continue;
      seen += 1;
      const [file] = await field.searchData(formsOf(secret));
      if (file === undefined) continue;
      field.report(`${name}, or a digest of it without a salt, stands in ${file}`, made);
    }
    return seen === 0 ? 'The app keeps its rows where they cannot be searched.' : undefined;
  },
};

/** What is sought can be found: the id of the record is there, as text or as bytes. */
async function isWritten(field: AttackField, { id }: Made): Promise<boolean> {
  const forms = [Buffer.from(id), Buffer.from(id.replaceAll('-', ''), 'hex')];
  return (await field.searchData(forms)).length > 0;
}

export const secretAttacks: readonly Attack[] = [answered, stored];
