import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { blueprintSchema } from '@quantumlayer/contracts';
import type { FollowUpRequest } from '@quantumlayer/sdk';
import { CliError } from '../cli-error.ts';
import { exitCodes } from '../exit-codes.ts';

/** The blueprint of a file: alone, or in a reading as `ql blueprint --json` prints it. */
export async function readBase(
  workingDirectory: string,
  file: string,
): Promise<FollowUpRequest['blueprint']> {
  const parsed = blueprintSchema.safeParse(blueprintIn(await readJson(workingDirectory, file)));
  // What was JSON has no member that is undefined, which zod cannot say in its types.
  if (parsed.success) return parsed.data as FollowUpRequest['blueprint'];
  const [issue] = parsed.error.issues;
  const where =
    issue === undefined ? '' : `, at ${issue.path.join('.') || 'its top'}: ${issue.message}`;
  throw new CliError('base-invalid', `${file} is no blueprint${where}`, exitCodes.usage);
}

async function readJson(workingDirectory: string, file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(resolve(workingDirectory, file), 'utf8'));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new CliError('base-unreadable', `--base cannot be read: ${why}`, exitCodes.usage);
  }
}

function blueprintIn(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'blueprint' in value
    ? value.blueprint
    : value;
}
