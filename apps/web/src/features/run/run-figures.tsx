import type { ReactNode } from 'react';
import type { Run } from './use-run.ts';

type Figure = { name: string; value: ReactNode; tone: 'good' | 'bad' | 'plain' };

const COLOURS = { good: 'text-succeeded', bad: 'text-failed', plain: 'text-ink' };

/** The claims of a run, each a link to the evidence behind it. */
export function RunFigures({ run, onShow }: { run: Run; onShow: (view: string) => void }) {
  const figures = figuresOf(run);
  if (figures.length === 0) return null;
  return (
    <ul
      aria-label="Figures"
      className="grid grid-cols-2 gap-px overflow-hidden rounded-lg border border-line bg-line sm:grid-cols-4 lg:grid-cols-7"
    >
      {figures.map(({ name, value, tone }) => (
        <li key={name} className="bg-surface max-sm:last:odd:col-span-2">
          <button
            type="button"
            onClick={() => onShow('evidence')}
            className="h-full w-full px-3 py-2 text-left hover:bg-hover focus-visible:-outline-offset-2"
          >
            <span className="block text-muted text-xs">{name}</span>
            <span className={`font-medium text-base ${COLOURS[tone]}`}>{value}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function figuresOf({ evidence }: Run): Figure[] {
  if (evidence === null) return [];
  const { typecheck, lint, tests, operations, attacks, secrets } = evidence;
  const judge = (isGood: boolean) => (isGood ? 'good' : 'bad');
  return [
    { name: 'Types', value: typecheck, tone: judge(typecheck === 'passed') },
    { name: 'Lint', value: lint, tone: judge(lint === 'passed') },
    {
      name: 'Tests passed',
      value: `${tests.passed} of ${tests.passed + tests.failed}`,
      tone: judge(tests.failed === 0),
    },
    { name: 'Lines covered', value: `${tests.coverageLines.toFixed(1)} %`, tone: 'plain' },
    {
      name: 'Operations without fault',
      value: `${operations.exercised - operations.failed} of ${operations.exercised}`,
      tone: judge(operations.failed === 0),
    },
    ...(attacks === undefined
      ? []
      : [
          {
            name: 'Attacks withstood',
            value: `${attacks.run - attacks.failed} of ${attacks.run}`,
            tone: judge(attacks.failed === 0),
          } as const,
        ]),
    { name: 'Secrets found', value: secrets.findings, tone: judge(secrets.findings === 0) },
  ];
}
