import { type WorkflowDraft, workflowDefinitionSchema } from '@quantumlayer/contracts';
import { planWorkflow, type WorkflowPlan } from '@quantumlayer/workflow';
import { WorkflowInvalid } from '../domain/workflow-errors.ts';

/** Reads and checks a definition; the plan is made once per execution and process. */
export function readPlan(draft: WorkflowDraft, handlers?: ReadonlySet<string>): WorkflowPlan {
  const definition = workflowDefinitionSchema.parse(draft);
  const result = planWorkflow(definition, handlers);
  if (!result.ok) throw new WorkflowInvalid(definition.name, result.problems);
  return result.plan;
}
