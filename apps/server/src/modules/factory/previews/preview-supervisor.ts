import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { createLogRing, type LogRing } from './domain/log-ring.ts';
import type { PreviewRecord } from './domain/preview.ts';
import { PreviewNotStarted } from './domain/preview-errors.ts';
import type { AppLauncher, RunningApp } from './ports.ts';

/** How often an app that falls over is set up again, and how long it has to stand to start counting anew. */
export type RestartPolicy = { restarts: number; firstDelayMs: number; steadyMs: number };

const DEFAULT_POLICY: RestartPolicy = { restarts: 5, firstDelayMs: 500, steadyMs: 60_000 };

type Entry = {
  preview: PreviewRecord;
  log: LogRing;
  app: RunningApp | null;
  started: Promise<void>;
  cancel: AbortController;
  /** Aborted when the address it has now is withdrawn. */
  address: AbortController;
  restarts: number;
};

type Dependencies = {
  launcher: AppLauncher;
  logger: Logger;
  policy?: RestartPolicy;
  /** The app did not stay up. */
  onFailed(preview: PreviewRecord, reason: string, log: string): Promise<void>;
};

export type PreviewSupervisor = ReturnType<typeof createPreviewSupervisor>;

/** Starts one app, and again when it crashes, until it has fallen over too often. */
function createKeeper(dependencies: Dependencies, forget: (entry: Entry) => void) {
  const { launcher, logger, onFailed, policy = DEFAULT_POLICY } = dependencies;

  async function launch(entry: Entry): Promise<void> {
    const { preview, log, cancel } = entry;
    const onOutput = (chunk: Uint8Array) => log.append(chunk);
    const app = await launcher.launch({ preview, signal: cancel.signal, onOutput });
    if (cancel.signal.aborted) {
      await app.stop();
      throw new PreviewNotStarted('it was stopped meanwhile.', log.read());
    }
    entry.app = app;
    void watch(entry, app, Date.now());
  }

  async function watch(entry: Entry, app: RunningApp, since: number): Promise<void> {
    const { reason, full } = await app.ended;
    entry.app = null;
    if (entry.cancel.signal.aborted) return;
    const steady = full || Date.now() - since >= policy.steadyMs;
    if (steady) entry.restarts = 0;
    logger.warn({ previewId: entry.preview.id, reason }, 'the app of a preview ended');
    await restart(entry, reason);
  }

  async function restart(entry: Entry, why: string): Promise<void> {
    const { preview, cancel, log } = entry;
    let reason = why;
    while (entry.restarts < policy.restarts) {
      try {
        const delay = policy.firstDelayMs * 2 ** entry.restarts;
        entry.restarts += 1;
        await sleep(delay, undefined, { signal: cancel.signal });
        await launch(entry);
        return;
      } catch (error) {
        if (cancel.signal.aborted) return;
        reason = error instanceof PreviewNotStarted ? error.reason : String(error);
      }
    }
    const given = `${reason.split('\n')[0]} It was started again ${policy.restarts} times.`;
    try {
      await onFailed(preview, given, log.read());
    } catch (error) {
      // Its row still says that it should run, so the next sweep starts it again.
      logger.error({ err: error, previewId: preview.id }, 'a failed preview is not recorded');
    } finally {
      forget(entry);
    }
  }

  return launch;
}

/** Keeps the apps of this process running: starts them, starts them again when they crash, gives up in the end. */
export function createPreviewSupervisor(dependencies: Dependencies) {
  const entries = new Map<string, Entry>();
  const forget = (entry: Entry) => {
    if (entries.get(entry.preview.id) === entry) entries.delete(entry.preview.id);
  };
  const launch = createKeeper(dependencies, forget);

  return {
    /** Resolves when the app answers. Whoever asks while it starts waits for the same start. */
    start(preview: PreviewRecord): Promise<void> {
      const known = entries.get(preview.id);
      if (known !== undefined) return known.started;
      const entry: Entry = {
        preview,
        log: createLogRing(preview.log),
        app: null,
        started: Promise.resolve(),
        cancel: new AbortController(),
        address: new AbortController(),
        restarts: 0,
      };
      entries.set(preview.id, entry);
      entry.started = launch(entry).catch((error: unknown) => {
        forget(entry);
        throw error;
      });
      return entry.started;
    },

    /** Ends the app and forgets it; returns what it wrote last, or null when it was not here. */
    async stop(previewId: string): Promise<string | null> {
      const entry = entries.get(previewId);
      if (entry === undefined) return null;
      entries.delete(previewId);
      entry.cancel.abort();
      await entry.app?.stop();
      await entry.started.catch(() => undefined);
      return entry.log.read();
    },

    /** The running app with this label; null while it starts, and when it is not here. */
    findApp(label: string): { socketPath: string; withdrawn: AbortSignal } | null {
      const found = [...entries.values()].find(({ preview }) => preview.label === label);
      if (!found?.app) return null;
      return { socketPath: found.app.socketPath, withdrawn: found.address.signal };
    },

    /** Takes the label that the preview has now; what is open under the one before is cut off. */
    readdress(preview: PreviewRecord): void {
      const entry = entries.get(preview.id);
      if (entry === undefined || entry.preview.label === preview.label) return;
      entry.preview = preview;
      entry.address.abort();
      entry.address = new AbortController();
    },

    readLog: (previewId: string) => entries.get(previewId)?.log.read() ?? null,

    /** Of this process, the longest running first. */
    list: (): PreviewRecord[] => [...entries.values()].map(({ preview }) => preview),
  };
}
