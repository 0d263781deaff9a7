import type { Run } from '@quantumlayer/contracts';
import pc from 'picocolors';
import { oneLine } from '../terminal/table.ts';
import { colourStatus, showDuration } from '../terminal/terminal.ts';
import type { GenerateReport } from './generate-report.ts';

/** The report for a person: what was proven, where everything is, what to do next. */
export function showReport({
  run,
  blueprint,
  notUnderstood,
  evidence,
  capsule,
  preview,
  app,
  failure,
}: GenerateReport): string {
  const lines = [
    '',
    `${colourStatus(run.status, run.status)}  ${run.id}${run.durationMs === null ? '' : `  ${showDuration(run.durationMs)}`}`,
  ];
  const row = (name: string, text: string) => lines.push(`  ${pc.dim(name.padEnd(11))}${text}`);
  if (failure !== null) lines.push(...showFailure(failure));
  if (blueprint !== null) {
    const names = blueprint.entities.map(({ name }) => name);
    row(
      'app',
      `${blueprint.title}: ${names.slice(0, 8).join(', ')}${names.length > 8 ? ', …' : ''}`,
    );
  }
  for (const phrase of notUnderstood) row('not read', pc.yellow(`"${oneLine(phrase, 90)}"`));
  if (evidence !== null) {
    const { tests, operations, attacks } = evidence;
    row(
      'evidence',
      `types ${evidence.typecheck}, lint ${evidence.lint}, ${tests.passed} tests passed, ${tests.failed} failed, ${tests.coverageLines.toFixed(1)} % of lines covered`,
    );
    row('', `${operations.exercised} operations exercised, ${operations.failed} failed`);
    if (attacks !== undefined)
      row('', `${attacks.run} attacks carried out, ${attacks.failed} got through`);
  }
  if (capsule !== null)
    row(
      'capsule',
      `${capsule.path}  ${capsule.verified ? pc.green('verified') : pc.red('NOT VERIFIED')}`,
    );
  if (app !== null) row('code', app.dir);
  if (preview !== null)
    row(
      'preview',
      `${pc.cyan(preview.url)}  until ${new Date(preview.expiresAt).toLocaleTimeString('en-GB')}`,
    );
  return lines.join('\n');
}

export function showFailure({ stage, message, next }: NonNullable<Run['failure']>): string[] {
  const where = stage === null ? '' : `${stage}: `;
  return [pc.red(`  ${where}${message}`), ...(next === null ? [] : [`  ${next}`])];
}
