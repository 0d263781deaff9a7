import {
  type Finding,
  findDataFolder,
  findDisk,
  findMemory,
  findNode,
  findOptionalPrograms,
  findPort,
  findSandbox,
} from '@quantumlayer/machine';
import { Command } from 'commander';
import pc from 'picocolors';
import { type Context, printAnswer } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { findRunningServer } from '../server/credentials.ts';

export function doctorCommand(context: Context): Command {
  return new Command('doctor')
    .description('Show what this machine has and lacks, each with what mends it')
    .option('--json', 'print the findings as JSON')
    .action(async (options: { json?: boolean }) => {
      const findings = await examine(context);
      const isOk = findings.every(({ status }) => status !== 'failed');
      printAnswer(context, options, { ok: isOk, findings }, () => showFindings(findings));
      process.exitCode = isOk ? exitCodes.succeeded : exitCodes.failed;
    });
}

async function examine({ config: { dataDir } }: Context): Promise<Finding[]> {
  const server = findRunningServer(dataDir);
  const [sandbox, disk, folder, port, optional] = await Promise.all([
    findSandbox(),
    findDisk(dataDir),
    findDataFolder(dataDir),
    findPort(4000),
    findOptionalPrograms(),
  ]);
  const running: Finding[] =
    server === undefined
      ? []
      : [
          {
            name: 'server',
            status: 'ok',
            detail: `${server.url}, process ${server.pid}`,
            fix: null,
          },
        ];
  return [findNode(), findMemory(), disk, folder, ...sandbox, port, ...running, ...optional];
}

const marks = { ok: pc.green('✓'), limited: pc.yellow('!'), failed: pc.red('✗') };

function showFindings(findings: readonly Finding[]): string {
  return findings
    .flatMap(({ name, status, detail, fix }) => [
      `${marks[status]} ${name.padEnd(13)}${detail}`,
      ...(fix === null ? [] : [`  ${' '.repeat(13)}${pc.cyan(fix)}`]),
    ])
    .join('\n');
}
