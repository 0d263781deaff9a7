import type { AppRequest } from '../domain/finding.ts';
import type { Attack } from './attack.ts';
import { isTaken, sendJson } from './attack-field.ts';

const OVERRIDES: readonly ((path: string) => AppRequest)[] = [
  ...['x-http-method-override', 'x-method-override', 'x-http-method'].map(
    (name) =>
      (path: string): AppRequest => ({
        ...sendJson('POST', path, '{}'),
        headers: { [name]: 'DELETE' },
      }),
  ),
  (path) => ({ method: 'GET', path, headers: { 'x-http-method-override': 'DELETE' } }),
  (path) => ({ method: 'GET', path: `${path}?_method=DELETE` }),
  (path) => sendJson('POST', `${path}?_method=DELETE`, '{"_method":"DELETE"}'),
];

const override: Attack = {
  id: 'method-override',
  title: 'A deletion under the name of another method',
  cwe: 650,
  async run(field) {
    let tried = 0;
    for (const target of field.targets) {
      const made = target.read && (await field.borrow(target));
      if (!made) continue;
      const path = `${target.path}/${made.id}`;
      for (const disguise of OVERRIDES) {
        tried += 1;
        const request = disguise(path);
        const response = await field.send(request);
        const after = await field.send({ method: 'GET', path });
        if (after?.status !== 404) continue;
        field.report('the record is gone', { request, response });
        break;
      }
    }
    return tried === 0 ? 'No record can be read.' : undefined;
  },
};

const trace: Attack = {
  id: 'method-trace',
  title: 'Methods that give back what was sent',
  cwe: 693,
  async run(field) {
    for (const method of ['TRACE', 'DEBUG', 'TRACK']) {
      const request = { method, path: '/', headers: { 'x-mark': 'given-back-by-the-app' } };
      const response = await field.send(request);
      if (!response?.body.includes('given-back-by-the-app') && !isTaken(response)) continue;
      field.report(`${method} is answered`, { request, response });
    }
    return undefined;
  },
};

const undocumented: Attack = {
  id: 'method-undocumented',
  title: 'Methods that no document speaks of',
  cwe: 749,
  async run(field) {
    const known = new Set(field.document.operations.map(({ method, path }) => `${method} ${path}`));
    const paths = new Set(field.document.operations.map(({ path }) => path));
    for (const template of paths) {
      const path = template.replaceAll(/\{[^}]+\}/g, '01890000-ffff-7fff-bfff-ffffffffffff');
      for (const method of ['post', 'put', 'patch', 'delete']) {
        if (known.has(`${method} ${template}`)) continue;
        const request = sendJson(method.toUpperCase(), path, '{}');
        const response = await field.send(request);
        if (isTaken(response)) field.report('the method was taken', { request, response });
      }
    }
    return undefined;
  },
};

export const methodAttacks: readonly Attack[] = [override, trace, undocumented];
