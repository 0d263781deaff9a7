import type { AttackExchange } from '@quantumlayer/contracts';
import type { AppRequest, AppResponse } from '../domain/finding.ts';
import type { Operation } from '../domain/openapi-document.ts';
import { hostileFiles, sampleFile } from '../domain/sample-files.ts';
import { uploadRequest, validUpload } from '../exercise-uploads.ts';
import type { Attack } from './attack.ts';
import { type AttackField, isTaken, readRecord } from './attack-field.ts';
import type { Foreign } from './foreign-attacks.ts';
import { neighbours } from './owner-attacks.ts';
import { onPeople, withCookie } from './session-attacks.ts';
import type { Target } from './target.ts';

const NO_FILES = 'No record has a file.';

/** An operation that takes a file, with the path of a record that is there. */
type Place = { operation: Operation; path: Record<string, string>; url: string };

function uploadsOf({ document }: AttackField, { path }: Target): Operation[] {
  return document.operations.filter(
    (one) => one.upload !== null && one.path.startsWith(`${path}/{`),
  );
}

function placeOf(operation: Operation, id: string): Place {
  const name = /\{([^}]+)\}/.exec(operation.path)?.[1] ?? 'id';
  return { operation, path: { [name]: id }, url: operation.path.replace(`{${name}}`, id) };
}

async function places(field: AttackField): Promise<Place[]> {
  const found: Place[] = [];
  for (const target of field.targets) {
    for (const operation of uploadsOf(field, target)) {
      const made = await field.borrow(target);
      if (made !== null) found.push(placeOf(operation, made.id));
    }
  }
  return found;
}

/** Puts a file; where it was taken, what its place answers then. */
async function putAndGet(field: AttackField, put: AppRequest, url: string, accept = '*/*') {
  if (!isTaken(await field.send(put))) return null;
  const request = { method: 'GET', path: url, headers: { accept } };
  const response = await field.send(request);
  return isTaken(response) ? { request, response } : null;
}

const typeOf = ({ contentType }: AppResponse) => contentType.split(';')[0]?.trim() ?? '';

/** An attack that puts hostile files, each as each type; `look` says what is wrong with what comes back. */
const hostile = (
  about: Omit<Attack, 'run'>,
  as: (operation: Operation) => readonly string[],
  look: (type: string, got: { response: AppResponse }) => string | null,
): Attack => ({
  ...about,
  async run(field) {
    const all = await places(field);
    for (const { operation, path, url } of all) {
      for (const type of as(operation)) {
        for (const [what, content] of hostileFiles) {
          const put = uploadRequest(operation, path, type, content);
          const got = await putAndGet(field, put, url, 'text/html');
          const wrong = got && look(type, got);
          if (got && wrong) field.report(`${what} ${wrong}`, got);
        }
      }
    }
    return all.length === 0 ? NO_FILES : undefined;
  },
});

const disguised = hostile(
  { id: 'file-disguised', title: 'Pages and programs that are called images', cwe: 434 },
  ({ upload }) => (upload?.types ?? []).filter((type) => type !== 'text/plain'),
  (type, { response }) => (typeOf(response) === type ? `was taken for ${type}` : null),
);

const script = hostile(
  { id: 'file-script', title: 'Files that a browser runs as a page of the app', cwe: 79 },
  ({ upload }) => ['text/html', 'image/svg+xml', ...(upload?.types ?? [])],
  (_type, { response }) => {
    if (/html|svg|xml/i.test(response.contentType)) return `came back as ${typeOf(response)}`;
    const { 'x-content-type-options': sniffing, 'content-security-policy': policy } =
      response.headers;
    if (sniffing !== 'nosniff') return 'may be guessed to be a page';
    return /\bsandbox\b/.test(policy ?? '') ? null : 'may run scripts';
  },
);

const oversized: Attack = {
  id: 'file-oversized',
  title: 'Files of more bytes than there may be',
  cwe: 770,
  async run(field) {
    const bounded = (await places(field)).filter(({ operation }) => operation.upload?.maxBytes);
    for (const { operation, path } of bounded) {
      const [type = ''] = operation.upload?.types ?? [];
      const length = (operation.upload?.maxBytes ?? 0) + 1;
      const content = (sampleFile(type) ?? '').padEnd(length, ' ');
      const request = uploadRequest(operation, path, type, content);
      const response = await field.send(request);
      if (isTaken(response)) field.report(`${length} bytes were taken`, { request, response });
    }
    return bounded.length === 0 ? 'No file has a limit.' : undefined;
  },
};

const NAMES = [
  '../../../etc/passwd',
  '..\\..\\boot.ini',
  '/etc/cron.d/job',
  'a"\r\nx-planted: 1\r\n.png',
  '<script>alert(1)</script>.html',
  '%2e%2e%2fpasswd',
];
const UNSAFE = /\.\.|[/\\<>"\r\n%]/;

const names: Attack = {
  id: 'file-name',
  title: 'Names of files that lead elsewhere or hold code',
  cwe: 22,
  async run(field) {
    const all = await places(field);
    for (const { operation, path, url } of all) {
      const plain = validUpload(operation, path);
      if (plain === null) continue;
      for (const put of NAMES.flatMap((name) => namedAs(plain, name))) {
        await lookAtName(field, put, url);
      }
    }
    return all.length === 0 ? NO_FILES : undefined;
  },
};

/** The same file under a name, as clients may say it. */
function namedAs(plain: AppRequest, name: string): AppRequest[] {
  const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(name)}`;
  return [
    { ...plain, path: `${plain.path}?${new URLSearchParams({ name })}` },
    { ...plain, path: `${plain.path}?${new URLSearchParams({ filename: name })}` },
    { ...plain, headers: { 'content-disposition': disposition } },
  ];
}

async function lookAtName(field: AttackField, put: AppRequest, url: string): Promise<void> {
  const response = await field.send(put);
  if (!isTaken(response)) return;
  const kept = readRecord(response)?.name;
  if (typeof kept === 'string' && UNSAFE.test(kept)) {
    field.report(`the name was kept: ${kept}`, { request: put, response });
  }
  const request = { method: 'GET', path: url };
  const got = await field.send(request);
  const sent = /filename\*?=(?:UTF-8'')?"?([^";]*)/.exec(got?.headers['content-disposition'] ?? '');
  if (got?.headers['x-planted'] !== undefined || UNSAFE.test(decode(sent?.[1] ?? ''))) {
    field.report('the name came back', { request, response: got });
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const foreign = onPeople({
  id: 'file-of-another',
  title: 'Files of records that belong to another account',
  cwe: 639,
  async run(field, people) {
    const tried = await reachFiles(field, await neighbours(field, people));
    return tried === 0 ? 'No file belongs to an account.' : undefined;
  },
});

/** Tries to get, replace and delete the files of records that are not one's own; how many there were. */
export async function reachFiles(field: AttackField, pairs: readonly Foreign[]): Promise<number> {
  let tried = 0;
  for (const { target, made, owner, other, isReadable } of pairs) {
    for (const operation of uploadsOf(field, target)) {
      const { path, url } = placeOf(operation, made.id);
      const put = validUpload(operation, path);
      if (put === null || !isTaken(await field.send(withCookie(put, owner)))) continue;
      tried += 1;
      const read = { method: 'GET', path: url };
      for (const request of [...(isReadable ? [] : [read]), put, { method: 'DELETE', path: url }]) {
        await mustNotReach(field, withCookie(request, other));
      }
    }
  }
  return tried;
}

async function mustNotReach(field: AttackField, request: AppRequest): Promise<void> {
  const response = await field.send(request);
  const exchange: AttackExchange = { request, response };
  if (isTaken(response)) field.report('the file of another account was reached', exchange);
}

export const fileAttacks: readonly Attack[] = [disguised, script, oversized, names, foreign];
