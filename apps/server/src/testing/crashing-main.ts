import '../platform/light-imports.ts';
import { readFileSync } from 'node:fs';
import { env } from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import type { StepHandler } from '#modules/factory/workflows/index.ts';
import type { RunnerHooks } from '../runner-hooks.ts';

/**
 * The factory as it is, but for one moment of one stage at which it kills itself: `stage:moment` is what the file named
 * as its argument holds; nothing while that is empty.
 */
const doomFile = process.argv[2] ?? '';

/** Long enough for the sandboxes of the stage to be at work. */
const INSIDE_MS: Readonly<Record<string, number>> = { quality: 2_500, preview: 600, capsule: 5 };

function isDoomed(stage: string | null, moment: string): boolean {
  return readFileSync(doomFile, 'utf8') === `${stage}:${moment}`;
}

function die(): Promise<never> {
  process.kill(process.pid, 'SIGKILL');
  return new Promise(() => {});
}

function wrapHandler(name: string, handler: StepHandler): StepHandler {
  return async (context) => {
    if (isDoomed(name, 'before')) await die();
    const result = handler(context);
    if (isDoomed(name, 'inside')) {
      await sleep(INSIDE_MS[name] ?? 0);
      await die();
    }
    const output = await result;
    if (isDoomed(name, 'returned')) await die();
    return output;
  };
}

const hooks: RunnerHooks = {
  wrapHandler,
  async projector(_tx, event) {
    if (event.type === 'stage.succeeded' && isDoomed(event.node, 'recording')) await die();
  },
};

const { readConfig } = await import('#platform/config.ts');
const { startFactory } = await import('../start-factory.ts');
await startFactory(readConfig(env), env, hooks);
