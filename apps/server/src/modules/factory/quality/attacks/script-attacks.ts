import type { AppResponse } from '../domain/finding.ts';
import type { Attack } from './attack.ts';
import { type AttackField, isTaken, type Made } from './attack-field.ts';
import { freeMembers, type Target } from './target.ts';

const SCRIPTS = ['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>'];
const AS_PAGE = { accept: 'text/html' };

/** A browser that is sent this runs what stands in it. */
function isPageWith(response: AppResponse | null, text: string): boolean {
  if (response === null || !response.body.includes(text)) return false;
  const type = response.contentType.toLowerCase();
  const mayBeGuessed = response.headers['x-content-type-options'] !== 'nosniff';
  return /html|svg|xml/.test(type) || (mayBeGuessed && !/json/.test(type));
}

/** Records with the text in all of their free members where the app takes that; else one for each member. */
async function makeHolding(
  field: AttackField,
  target: Target,
  text: string,
): Promise<(Made & { names: readonly string[] })[]> {
  const all = freeMembers(target);
  const holding = async (names: readonly string[]) => {
    const made = await field.make(target, Object.fromEntries(names.map((name) => [name, text])));
    return made === null ? [] : [{ ...made, names }];
  };
  const whole = all.length > 1 ? await holding(all) : [];
  if (whole.length > 0) return whole;
  const made: (Made & { names: readonly string[] })[] = [];
  for (const name of all) made.push(...(await holding([name])));
  return made;
}

const stored: Attack = {
  id: 'script-stored',
  title: 'A script in a record, opened as a page',
  cwe: 79,
  async run(field) {
    let tried = 0;
    for (const target of field.targets) {
      for (const script of SCRIPTS) {
        for (const made of await makeHolding(field, target, script)) {
          for (const path of [target.path, `${target.path}/${made.id}`]) {
            tried += 1;
            const request = { method: 'GET', path, headers: AS_PAGE };
            const response = await field.send(request);
            if (!isPageWith(response, script)) continue;
            field.report('the script came back in a page', { request, response });
          }
        }
      }
    }
    return tried === 0 ? 'No record holds free text.' : undefined;
  },
};

const reflected: Attack = {
  id: 'script-reflected',
  title: 'A script in a path, a parameter or a header',
  cwe: 79,
  async run(field) {
    const lists = field.targets.map(({ path }) => path);
    for (const script of SCRIPTS) {
      const sent = encodeURIComponent(script);
      const paths = [`/${sent}`, `/docs/${sent}`];
      for (const path of lists)
        paths.push(`${path}/${sent}`, `${path}?sort=${sent}`, `${path}?${sent}=1`);
      for (const path of paths) {
        const request = { method: 'GET', path, headers: { ...AS_PAGE, referer: script } };
        const response = await field.send(request);
        if (!isPageWith(response, script)) continue;
        field.report('the script came back in a page', { request, response });
      }
    }
    return undefined;
  },
};

const templates: Attack = {
  id: 'template-injection',
  title: 'Expressions of template languages in a text',
  cwe: 1336,
  async run(field) {
    let tried = 0;
    for (const target of field.targets) {
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the app must not evaluate it.
      for (const text of ['{{1337*7}}', '${1337*7}', '<%= 1337*7 %>', '#{1337*7}']) {
        for (const { names, ...made } of await makeHolding(field, target, text)) {
          tried += 1;
          for (const name of names) {
            const kept = made.record[name];
            if (kept !== undefined && kept !== text) field.report(`${name} was evaluated`, made);
          }
        }
      }
    }
    return tried === 0 ? 'No record holds free text.' : undefined;
  },
};

/** Policies under which a page runs any script that got into it. */
const OPEN_SCRIPTS = /'unsafe-inline'|'unsafe-eval'|(^|\s)(\*|data:|https?:)(\s|$)/;

const policy: Attack = {
  id: 'script-policy',
  title: 'Pages without a policy against scripts',
  cwe: 1021,
  async run(field) {
    let pages = 0;
    for (const path of ['/', '/docs', '/docs/']) {
      const request = { method: 'GET', path, headers: AS_PAGE };
      const response = await field.send(request);
      if (!isTaken(response) || !response.contentType.includes('html')) continue;
      pages += 1;
      const directives = directivesOf(response.headers['content-security-policy'] ?? '');
      const scripts = directives.get('script-src') ?? directives.get('default-src');
      const framed = directives.get('frame-ancestors') ?? response.headers['x-frame-options'];
      if (scripts === undefined || OPEN_SCRIPTS.test(scripts)) {
        field.report('the page lets any script run', { request, response });
      }
      if (framed === undefined) {
        field.report('the page may be framed by anybody', { request, response });
      }
    }
    return pages === 0 ? 'The app has no pages.' : undefined;
  },
};

function directivesOf(policyText: string): Map<string, string> {
  return new Map(
    policyText.split(';').map((directive) => {
      const [name = '', ...sources] = directive.trim().split(/\s+/);
      return [name.toLowerCase(), sources.join(' ')];
    }),
  );
}

export const scriptAttacks: readonly Attack[] = [stored, reflected, templates, policy];
