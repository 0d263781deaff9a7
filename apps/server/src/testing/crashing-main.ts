import '../platform/light-imports.ts';
import { env } from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import type { StepHandler } from '#modules/factory/workflows/index.ts';
import type { RunnerHooks } from '../runner-hooks.ts';

/** The factory as it is, but for one moment of one stage, named `stage:moment` as its argument, at which it kills itself. */
const [doomed, moment] = (process.argv[2] ?? '').split(':');

/** Long enough for the sandboxes of the stage to be at work. */
const INSIDE_MS: Readonly<Record<string, number>> = { quality: 2_500, preview: 600, capsule: 5 };

function die(): Promise<never> {
  process.kill(process.pid, 'SIGKILL');
  return new Promise(() => {});
}

function wrapHandler(name: string, handler: StepHandler): StepHandler {
  if (name !== doomed) return handler;
  return async (context) => {
    if (moment === 'before') await die();
    const result = handler(context);
    if (moment === 'inside') {
      await sleep(INSIDE_MS[name] ?? 0);
      await die();
    }
    const output = await result;
    if (moment === 'returned') await die();
    return output;
  };
}

const hooks: RunnerHooks = {
  wrapHandler,
  async projector(_tx, event) {
    if (moment === 'recording' && event.type === 'stage.succeeded' && event.node === doomed) {
      await die();
    }
  },
};

const { readConfig } = await import('#platform/config.ts');
const { startFactory } = await import('../start-factory.ts');
await startFactory(readConfig(env), env, hooks);
