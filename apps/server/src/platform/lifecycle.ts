import type { Logger } from './logger.ts';

type Stop = () => Promise<void> | void;

export type Lifecycle = {
  /** What is registered last is stopped first. */
  onStop(name: string, stop: Stop): void;
  /** Aborted when stopping begins. */
  readonly stopping: AbortSignal;
  /** Stops everything; resolves to the exit code. Further calls get the same promise. */
  stop(reason: string): Promise<number>;
  /** Stops on SIGTERM and SIGINT and then ends the process; the second signal ends it at once. */
  handleSignals(): void;
};

type Dependencies = {
  logger: Pick<Logger, 'info' | 'error'>;
  limitMs: number;
  exit?: (code: number) => void;
};

const FORCED = 1;

export function createLifecycle({
  logger,
  limitMs,
  exit = (code) => process.exit(code),
}: Dependencies): Lifecycle {
  const parts: { name: string; stop: Stop }[] = [];
  const controller = new AbortController();
  let stopped: Promise<number> | null = null;

  /** A part that fails to stop must not keep the others from stopping. */
  async function stopAll(): Promise<number> {
    let code = 0;
    for (const { name, stop } of parts.reverse()) {
      try {
        await stop();
        logger.info({ part: name }, 'part stopped');
      } catch (error) {
        code = FORCED;
        logger.error({ err: error, part: name }, 'part failed to stop');
      }
    }
    return code;
  }

  function stop(reason: string): Promise<number> {
    if (stopped) return stopped;
    logger.info({ reason }, 'stopping');
    controller.abort();
    stopped = Promise.race([stopAll(), overtime()]);
    return stopped;
  }

  function overtime(): Promise<number> {
    return new Promise((resolve) => {
      setTimeout(() => {
        logger.error({ limitMs }, 'not everything stopped in time');
        resolve(FORCED);
      }, limitMs).unref();
    });
  }

  function onSignal(signal: NodeJS.Signals): void {
    if (stopped) {
      logger.error({ signal }, 'stopped by force');
      exit(FORCED);
      return;
    }
    void stop(signal).then(exit);
  }

  return {
    onStop(name, stopPart) {
      parts.push({ name, stop: stopPart });
    },
    stopping: controller.signal,
    stop,
    handleSignals() {
      for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, onSignal);
    },
  };
}
