import type { ApiContract, Behaviour, ContractOperation } from '@quantumlayer/contracts';
import { indent, tsString } from '../text.ts';
import { answerLine } from './answer-line.ts';
import type { AllImports } from './imports.ts';
import { filtersLine, listingLines } from './listing-text.ts';
import { addsLine, againLine, amongLine, movesLine, withinLine } from './making-text.ts';
import { partsLine } from './parts-text.ts';
import {
  membersLine,
  ofResource,
  placeLines,
  setLine,
  sourceText,
  type Writing,
} from './place-text.ts';
import { constantText, propertyName } from './shape-text.ts';
import { summaryLines } from './summary-text.ts';

type Kind<Name extends Behaviour['kind']> = Extract<Behaviour, { kind: Name }>;

/** The expression that makes the handler of an operation. */
export function handlerText(
  contract: ApiContract,
  { behaviour }: ContractOperation,
  imports: AllImports,
): string {
  const writing = { contract, imports };
  switch (behaviour.kind) {
    case 'list':
      return call(writing, { file: 'list', name: 'list', resource: behaviour.resource }, [
        ...placeLines(writing, behaviour),
        ...listingLines(behaviour, imports),
        answerLine(writing, behaviour),
      ]);
    case 'create':
      return createText(writing, behaviour);
    case 'read':
      return readText(writing, behaviour);
    case 'change':
      return call(writing, { file: 'read', name: 'change', resource: behaviour.resource }, [
        ...placeLines(writing, behaviour),
        setLine(writing, behaviour.set),
        ...(behaviour.whole ? ['whole: true,'] : []),
        ...(behaviour.makes ? ['makes: true,'] : []),
        ...(behaviour.merges ? ['merges: true,'] : []),
        ...(behaviour.made === undefined
          ? []
          : [answerLine(writing, { ...behaviour, answer: behaviour.made }, 'made')]),
        ...showsLine(writing, behaviour.shows),
        ...historyLine(writing, behaviour),
        ...(behaviour.numbers === undefined ? [] : [`numbers: ${tsString(behaviour.numbers)},`]),
        ...(behaviour.appends === undefined ? [] : [`appends: ${tsString(behaviour.appends)},`]),
        answerLine(writing, behaviour),
      ]);
    case 'remove':
      return call(
        writing,
        {
          ...(behaviour.every
            ? { file: 'several', name: 'removeAll' }
            : { file: 'read', name: 'remove' }),
          resource: behaviour.resource,
        },
        [
          ...placeLines(writing, behaviour),
          ...filtersLine(behaviour.filters ?? [], imports),
          ...(behaviour.among === undefined
            ? []
            : [membersLine(writing, 'among', [behaviour.among])]),
          ...showsLine(writing, behaviour.shows),
          answerLine(writing, behaviour),
        ],
      );
    case 'increment':
      return call(writing, { file: 'counting', name: 'increment', resource: behaviour.resource }, [
        ...placeLines(writing, behaviour),
        `member: ${tsString(behaviour.member)},`,
        `by: ${behaviour.by},`,
        ...(behaviour.amount === undefined
          ? []
          : [`amount: ${sourceText(writing, behaviour.amount)},`]),
        ...(behaviour.stamps === undefined ? [] : [`stamps: ${tsString(behaviour.stamps)},`]),
        ...(behaviour.makes ? ['makes: true,'] : []),
        ...logsLine(writing, behaviour),
        answerLine(writing, behaviour),
      ]);
    case 'toggle':
      return call(writing, { file: 'counting', name: 'toggle', resource: behaviour.resource }, [
        ...placeLines(writing, behaviour),
        `member: ${tsString(behaviour.member)},`,
        answerLine(writing, behaviour),
      ]);
    default:
      return signingText(writing, behaviour);
  }
}

function signingText(
  writing: Writing,
  behaviour: Kind<
    | 'login'
    | 'logout'
    | 'calculate'
    | 'constant'
    | 'compute'
    | 'exists'
    | 'groups'
    | 'summary'
    | 'tally'
    | 'undetermined'
  >,
): string {
  const { imports } = writing;
  switch (behaviour.kind) {
    case 'login': {
      imports.add('../accounts/signing.ts', 'login');
      const logins = behaviour.login.map(
        ({ member, property }) => `${propertyName(member)}: ${tsString(property)}`,
      );
      return options('login(', [
        `logins: { ${logins.join(', ')} },`,
        `password: ${tsString(behaviour.password)},`,
        answerLine(writing, behaviour),
      ]);
    }
    case 'logout':
      imports.add('../accounts/signing.ts', 'logout');
      return options('logout(', [answerLine(writing, behaviour)]);
    case 'calculate':
      return calculateText(writing, behaviour);
    case 'constant':
      imports.add('../behaviours/constant.ts', 'constant');
      return options('constant(', [answerLine(writing, behaviour)]);
    case 'compute':
      imports.add('../behaviours/compute.ts', 'compute');
      return options('compute(', [valuesLines(writing, behaviour), answerLine(writing, behaviour)]);
    case 'exists':
      return call(writing, { file: 'exists', name: 'exists', resource: behaviour.resource }, [
        ...placeLines(writing, { where: [], parents: behaviour.parents, scope: 'all' }),
        membersLine(writing, 'where', behaviour.where),
        ...duringLine(writing, behaviour),
        answerLine(writing, behaviour),
      ]);
    case 'groups':
      return call(writing, { file: 'groups', name: 'groups', resource: behaviour.resource }, [
        `member: ${tsString(behaviour.member)},`,
        ...(behaviour.scope === 'all' ? [] : [`scope: ${tsString(behaviour.scope)},`]),
        `answer: ({ groups }) => ${groupsText(writing, behaviour)},`,
      ]);
    case 'summary':
      return call(
        writing,
        { file: 'summary', name: 'summary', resource: behaviour.resource },
        summaryLines(writing, behaviour),
      );
    case 'tally':
      imports.add('../behaviours/tally.ts', 'tally');
      return options('tally(', [countsLines(writing, behaviour), answerLine(writing, behaviour)]);
    case 'undetermined':
      throw new Error('What is not determined has a file of its own.');
  }
}

function duringLine(writing: Writing, { during }: Kind<'exists'>): string[] {
  if (during === undefined) return [];
  const { from, to } = during;
  return [`during: { from: ${sourceText(writing, from)}, to: ${sourceText(writing, to)} },`];
}

/** Each group by the names that the document has for its two parts. */
function groupsText({ imports }: Writing, { answer, value, count }: Kind<'groups'>): string {
  imports.add('../contract/answer.ts', 'json');
  const group = `{ ${propertyName(value)}: group.value, ${propertyName(count)}: group.count }`;
  return `json(${answer.status}, groups.map((group) => (${group})))`;
}

function countsLine({ readings }: Kind<'read'>): string[] {
  return readings === undefined ? [] : [`counts: ${constantText(readings)},`];
}

function logsLine({ imports }: Writing, { logs }: Kind<'increment'>): string[] {
  return logs === undefined
    ? []
    : [`logs: { resource: ${imports.named(logs.resource)}, by: ${tsString(logs.by)} },`];
}

function historyLine(writing: Writing, { logs }: Kind<'change'>): string[] {
  if (logs === undefined) return [];
  const lines = [
    `resource: ${writing.imports.named(logs.resource)},`,
    `by: ${tsString(logs.by)},`,
    setLine(writing, logs.set),
  ];
  return [`logs: {\n${indent(lines.join('\n'))}\n},`];
}

function countsLines({ imports }: Writing, { counts }: Kind<'tally'>): string {
  const lines = counts.map(({ name, resource, own, when = [] }) => {
    const scope = own ? `, scope: 'own-or-hidden'` : '';
    const only = when.length === 0 ? '' : `, when: [${when.map(constantText).join(', ')}]`;
    return `${propertyName(name)}: { resource: ${imports.named(resource)}${only}${scope} },`;
  });
  return `counts: {\n${indent(lines.join('\n'))}\n},`;
}

function valuesLines(writing: Writing, { values }: Kind<'compute'>): string {
  const lines = values.map(({ name, function: does, from, ...more }) => {
    const sources = from.map((source) => sourceText(writing, source)).join(', ');
    const extra = Object.entries(more).map(([key, value]) => `, ${key}: ${constantText(value)}`);
    return `${propertyName(name)}: { function: ${tsString(does)}, from: [${sources}]${extra.join('')} },`;
  });
  return `values: {\n${indent(lines.join('\n'))}\n},`;
}

function calculateText(writing: Writing, behaviour: Kind<'calculate'>): string {
  const { imports } = writing;
  const name = behaviour.expression === null ? 'calculate' : 'evaluate';
  imports.add('../behaviours/calculate.ts', name);
  const lines =
    behaviour.expression === null
      ? [
          `operator: ${tsString(behaviour.operator ?? 'add')},`,
          `operands: [${behaviour.operands.map((source) => sourceText(writing, source)).join(', ')}],`,
        ]
      : [
          `expression: ${sourceText(writing, behaviour.expression)},`,
          ...(behaviour.operators === undefined
            ? []
            : [`operators: ${tsString(behaviour.operators)},`]),
        ];
  const all = [...lines, ...calculatedLine(writing, behaviour), answerLine(writing, behaviour)];
  return options(`${name}(`, all);
}

function calculatedLine(writing: Writing, { logs }: Kind<'calculate'>): string[] {
  if (logs === undefined) return [];
  const lines = [
    `resource: ${writing.imports.named(logs.resource)},`,
    setLine(writing, logs.set),
    `result: ${logs.result === null ? 'null' : tsString(logs.result)},`,
  ];
  return [`logs: {\n${indent(lines.join('\n'))}\n},`];
}

function createText(writing: Writing, behaviour: Kind<'create'>): string {
  const { suggests, resource } = behaviour;
  if (suggests === undefined) return makingText(writing, behaviour);
  const { member, source, pattern, most } = suggests;
  const making = makingText(writing, behaviour);
  writing.imports.add('../behaviours/suggest.ts', 'suggesting');
  const lines = [
    `member: ${tsString(member)},`,
    `source: ${sourceText(writing, source)},`,
    ...(pattern === undefined ? [] : [`pattern: ${tsString(pattern)},`]),
    ...(most === undefined ? [] : [`most: ${most},`]),
  ];
  const form = options('', lines).replace(/\)$/, '');
  return `suggesting(${writing.imports.named(resource)}, ${form}, ${making})`;
}

function makingText(writing: Writing, behaviour: Kind<'create'>): string {
  const { imports } = writing;
  if (behaviour.registers) {
    const name = behaviour.signIn ? 'registerAndSignIn' : 'register';
    imports.add('../accounts/signing.ts', name);
    return options(`${name}(`, [setLine(writing, behaviour.set), answerLine(writing, behaviour)]);
  }
  const name = behaviour.replaces ? 'put' : behaviour.many ? 'createMany' : 'create';
  const where = behaviour.replaces ? [membersLine(writing, 'where', behaviour.where)] : [];
  const { opens, ...open } = behaviour;
  const secret = behaviour.replaces ? opens : undefined;
  return call(writing, { file: 'create', name, resource: behaviour.resource }, [
    ...placeLines(writing, { ...open, where: [], scope: 'all', opens: secret }),
    ...where,
    ...(behaviour.renews ? ['renews: true,'] : []),
    setLine(writing, behaviour.set),
    ...addsLine(writing, behaviour),
    ...amongLine(writing, behaviour),
    ...movesLine(writing, behaviour),
    ...withinLine(writing, behaviour),
    ...againLine(writing, behaviour),
    ...(behaviour.lines === undefined ? [] : [`lines: ${tsString(behaviour.lines)},`]),
    ...(behaviour.csv === undefined ? [] : [`csv: ${constantText(behaviour.csv)},`]),
    ...partsLine(writing, behaviour),
    ...(behaviour.joins === undefined ? [] : [`joins: ${ofResource(writing, behaviour.joins)},`]),
    ...showsLine(writing, behaviour.shows ?? undefined),
    answerLine(writing, behaviour),
  ]);
}

function showsLine({ imports }: Writing, shows: string | undefined): string[] {
  return shows === undefined ? [] : [`shows: ${imports.named(shows)},`];
}

function readText(writing: Writing, behaviour: Kind<'read'>): string {
  const { answer, resource } = behaviour;
  const { imports } = writing;
  if (answer.body.as === 'file')
    return call(writing, { file: 'read', name: 'download', resource }, [
      ...placeLines(writing, behaviour),
      ...countsLine(behaviour),
      ...(behaviour.of === undefined ? [] : [`of: ${ofResource(writing, behaviour.of)},`]),
      `status: ${answer.status},`,
      `member: ${tsString(answer.body.member)},`,
      ...(answer.media === 'application/octet-stream' ? ['untyped: true,'] : []),
      ...(answer.body.attached ? ['attached: true,'] : []),
    ]);
  const name = behaviour.random
    ? { file: 'random', name: 'readRandom' }
    : { file: 'read', name: 'read' };
  return call(writing, { ...name, resource }, [
    ...placeLines(writing, behaviour),
    ...(behaviour.makes ? ['makes: true,'] : []),
    ...(behaviour.filters === undefined ? [] : filtersLine(behaviour.filters, imports)),
    ...countsLine(behaviour),
    answerLine(writing, behaviour),
  ]);
}

type Called = { file: string; name: string; resource: string };

function call(
  { imports }: Writing,
  { file, name, resource }: Called,
  lines: readonly string[],
): string {
  imports.add(`../behaviours/${file}.ts`, name);
  return options(`${name}(${imports.named(resource)}, `, lines);
}

function options(open: string, lines: readonly string[]): string {
  return `${open}{\n${indent(lines.join('\n'))}\n})`;
}
