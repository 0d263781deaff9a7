import { isDeepStrictEqual } from 'node:util';
import { checkBlueprint, diffBlueprints, readFollowUp, readRequest } from '@quantumlayer/blueprint';
import type { Blueprint, FollowUp, RunChange, RunReading } from '@quantumlayer/contracts';
import { traceNames } from '@quantumlayer/stacks';
import {
  BlueprintInvalid,
  ContractNotChangeable,
  NothingChanged,
  PromptRefused,
} from './domain/pipeline-errors.ts';
import type { PipelineInput } from './domain/stage-outputs.ts';
import type { AppVersions, StoredVersion } from './ports.ts';

type AskedChange = Pick<PipelineInput, 'projectId' | 'prompt' | 'document'> & {
  organisationId: string;
  change: RunChange;
};

type Next = Omit<RunReading, 'followUp'> & Pick<FollowUp, 'renames' | 'values'>;
type Changes = FollowUp['changes'];

const unread = { phrases: [], notUnderstood: [], assumptions: [], questions: [] };

/**
 * How an earlier version becomes the next one, by words, a document, a form, hand edits or an earlier version. Throws
 * `PromptRefused`, `NothingChanged`, `ContractNotChangeable`, and what `AppVersions` throws.
 */
export async function readChange(versions: AppVersions, asked: AskedChange): Promise<RunReading> {
  const { organisationId, projectId, change } = asked;
  const base = await versions.open(organisationId, projectId, change.base);
  const isContract = base.blueprint.contract !== undefined;
  if (isContract && (change.kind === 'prompt' || change.kind === 'form'))
    throw new ContractNotChangeable('words');
  if (change.kind === 'prompt') return readWords(base, asked.prompt, change.values);
  const { renames, values, ...reading } = await readNext(versions, base, asked);
  if (isContract !== (reading.blueprint.contract !== undefined))
    throw new ContractNotChangeable(isContract ? 'other-document' : 'document');
  const changes = diffBlueprints(base.blueprint, reading.blueprint, renames);
  const isCode = change.kind === 'hand-edit' || change.kind === 'restore';
  if (!isCode && isDeepStrictEqual(base.blueprint, reading.blueprint)) throw new NothingChanged([]);
  return follow(base, reading, { changes, renames, values });
}

/** `given`: values for rows that are there, beside those that the words name. */
function readWords(base: StoredVersion, prompt: string, given: FollowUp['values']): RunReading {
  const outcome = readFollowUp(base.blueprint, prompt);
  if (!outcome.ok) throw new PromptRefused(outcome.refusal);
  const { changes, renames, values, ...reading } = outcome.reading;
  if (changes.length === 0) {
    const asked = reading.questions.map(({ text }) => text);
    throw new NothingChanged([...reading.notUnderstood, ...asked]);
  }
  return follow(base, reading, { changes, renames, values: { ...values, ...given } });
}

function follow(
  { capsuleId }: StoredVersion,
  reading: Omit<RunReading, 'followUp'>,
  followUp: Omit<FollowUp, 'base'> & { changes: Changes },
): RunReading {
  return { ...reading, followUp: { base: capsuleId, ...followUp } };
}

async function readNext(
  versions: AppVersions,
  base: StoredVersion,
  { organisationId, projectId, document, change }: AskedChange,
): Promise<Next> {
  const { renames, values } = change;
  switch (change.kind) {
    case 'document': {
      const outcome = await readRequest({ document });
      if (!outcome.ok) throw new PromptRefused(outcome.refusal);
      return {
        ...outcome.reading,
        blueprint: named(base, outcome.reading.blueprint),
        renames,
        values,
      };
    }
    case 'restore': {
      const { restored = change.base } = change;
      const earlier = await versions.open(organisationId, projectId, restored);
      const steps = await versions.steps(organisationId, projectId, { from: earlier, to: base });
      const back = Object.fromEntries(traceNames(earlier.blueprint, steps));
      return { ...unread, blueprint: earlier.blueprint, renames: back, values };
    }
    case 'form':
      return { ...unread, blueprint: checked(change.blueprint), renames, values };
    default:
      return { ...unread, blueprint: base.blueprint, renames, values };
  }
}

function checked(blueprint: Blueprint | undefined): Blueprint {
  const outcome = checkBlueprint(blueprint);
  if (!outcome.ok) throw new BlueprintInvalid(outcome.problems);
  return outcome.blueprint;
}

/** An app keeps its name, whatever the next document is called. */
function named({ blueprint: { name, title } }: StoredVersion, blueprint: Blueprint): Blueprint {
  return { ...blueprint, name, title };
}
