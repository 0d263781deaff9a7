import type { ContractAnswer, Figure, Shape } from '@quantumlayer/contracts';
import { tsString } from '../text.ts';

/** What a handler has at hand for its answer, and what the answer takes of it. */
export type AnswerText = { text: string; uses: Set<string>; imports: Set<string> };

const FIGURES: Readonly<Record<Figure, string>> = {
  token: 'token',
  total: 'total',
  count: 'rows.length',
  page: 'page',
  size: 'size',
  pages: 'pages',
  offset: 'offset',
  next: 'next',
  more: 'hasMore',
  links: 'links',
  'next-link': 'nextLink',
  'previous-link': 'previousLink',
  result: 'result',
  'result-text': 'String(result)',
  now: 'new Date().toISOString()',
  expires: 'expires',
  exists: 'exists',
  absent: '!exists',
};

/** There is not always one. */
const FIGURES_OR_NONE: readonly Figure[] = ['next', 'links', 'next-link', 'previous-link'];

/** A member of an object literal: names that are none are quoted. */
export function propertyName(name: string): string {
  if (name === '__proto__') return "['__proto__']";
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : tsString(name);
}

export function memberAccess(object: string, name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? `${object}.${name}` : `${object}[${tsString(name)}]`;
}

/** The expression that makes a JSON value of an answer. */
function shapeText(shape: Shape, uses: Set<string>): string {
  switch (shape.is) {
    case 'member':
      uses.add('row');
      return memberAccess('row', shape.name);
    case 'account':
      uses.add('row');
      return memberAccess('row', shape.name);
    case 'row':
      uses.add('row').add(shape.view);
      return `${shape.view}(row)`;
    case 'rows':
      uses.add('rows').add(shape.view);
      return `rows.map(${shape.view})`;
    case 'list':
      uses.add('rows');
      return `rows.map((row) => ${memberAccess('row', shape.of)})`;
    case 'constant':
      return constantText(shape.value);
    case 'tally':
      uses.add('counts');
      return memberAccess('counts', shape.name);
    case 'computed':
      uses.add('computed');
      return memberAccess('computed', shape.name);
    case 'figure':
      return figureText(shape.of, uses);
    case 'object': {
      const inner = shape.properties.map(({ name, value }) =>
        property(name, shapeText(value, uses)),
      );
      return inner.length === 0 ? '{}' : `{ ${inner.join(', ')} }`;
    }
  }
}

function property(name: string, value: string): string {
  return propertyName(name) === value ? value : `${propertyName(name)}: ${value}`;
}

function figureText(figure: Figure, uses: Set<string>): string {
  const text = FIGURES[figure];
  const name = /^(?:String\(|!)?(\w+)/.exec(text)?.[1] ?? '';
  if (figure !== 'now') uses.add(name);
  return text;
}

export function constantText(value: unknown): string {
  if (typeof value === 'string') return tsString(value);
  if (Array.isArray(value)) return `[${value.map(constantText).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const inner = Object.entries(value).map(
    ([name, each]) => `${propertyName(name)}: ${constantText(each)}`,
  );
  return inner.length === 0 ? '{}' : `{ ${inner.join(', ')} }`;
}

const AT_HAND = [
  'computed',
  'counts',
  'row',
  'rows',
  'total',
  'page',
  'pages',
  'size',
  'offset',
  'hasMore',
  'links',
  'nextLink',
  'previousLink',
  'next',
  'token',
  'expires',
  'result',
  'exists',
];

/** The function that answers: `({ row }) => json(200, showPet(row))`. */
export function answerText(
  answer: ContractAnswer,
  context: { cookie: string | null; key: string | null },
): AnswerText {
  const uses = new Set<string>();
  const imports = new Set<string>();
  const call = bodyText(answer, uses, imports);
  const headers = headersText(answer, context, { uses, imports });
  const whole =
    headers.length === 0 ? call : `({ ...${call}, headers: { ${headers.join(', ')} } })`;
  const taken = AT_HAND.filter((name) => uses.has(name));
  const parameters = taken.length === 0 ? '()' : `({ ${taken.join(', ')} })`;
  return { text: `${parameters} => ${whole}`, uses, imports };
}

function bodyText(
  { status, media, body }: ContractAnswer,
  uses: Set<string>,
  imports: Set<string>,
): string {
  switch (body.as) {
    case 'nothing':
    case 'file':
      imports.add('empty');
      return `empty(${status})`;
    case 'json': {
      imports.add('json');
      const type = media === null || media === 'application/json' ? '' : `, ${tsString(media)}`;
      return `json(${status}, ${shapeText(body.shape, uses)}${type})`;
    }
    case 'text':
      imports.add('text');
      if (body.shape.is === 'computed')
        return `text(${status}, String(${shapeText(body.shape, uses)}))`;
      return `text(${status}, ${shapeText(body.shape, uses)})`;
    case 'csv': {
      imports.add('csv');
      uses.add('rows');
      const names = body.columns.map(({ name }) => tsString(name)).join(', ');
      const cells = body.columns.map(({ of }) => memberAccess('row', of)).join(', ');
      return `csv(${status}, [${names}], rows.map((row) => [${cells}]))`;
    }
    case 'lines':
      imports.add('text');
      uses.add('rows');
      return `text(${status}, rows.map((row) => \`\${${memberAccess('row', body.of)}}\\n\`).join(''))`;
    case 'redirect':
      imports.add('redirect');
      uses.add('row');
      return `redirect(${status}, ${memberAccess('row', body.member)})`;
    case 'page':
      imports.add('htmlPage');
      uses.add(body.shows);
      return `htmlPage(${status}, ${tsString(body.title)}, ${body.shows}${body.links === undefined ? '' : `, ${constantText(body.links)}`})`;
  }
}

type Taken = { uses: Set<string>; imports: Set<string> };

function headersText(
  { location, cookie, allow, tagged, headers = [] }: ContractAnswer,
  context: { cookie: string | null; key: string | null },
  { uses, imports }: Taken,
): string[] {
  const found: string[] = [];
  if (allow !== undefined) found.push(`allow: ${tsString(allow)}`);
  if (tagged) {
    uses.add('row');
    imports.add('tagOf');
    found.push('etag: tagOf(row)');
  }
  if (location !== undefined && context.key !== null) {
    uses.add('row');
    const [before = '', after = ''] = location.split('{key}');
    const template = `\`${before}\${encodeURIComponent(String(${memberAccess('row', context.key)}))}${after}\``;
    found.push(`location: ${template}`);
  }
  if (cookie !== undefined && context.cookie !== null) {
    imports.add('sessionCookie');
    if (cookie === 'set') uses.add('token');
    found.push(
      `...sessionCookie(${tsString(context.cookie)}, ${cookie === 'set' ? 'token' : "''"})`,
    );
  }
  for (const { name, of } of headers) {
    figureText(of, uses);
    found.push(
      `${propertyName(name.toLowerCase())}: ${FIGURES_OR_NONE.includes(of) ? `${FIGURES[of]} ?? undefined` : `String(${figureText(of, uses)})`}`,
    );
  }
  return found;
}
