/** A part that must work before the server can serve. */
export type HealthCheck = () => Promise<string | undefined>;

export type PartHealth = {
  name: string;
  state: 'ok' | 'failed';
  latencyMs: number;
  detail: string | null;
};

export type Health = {
  /** The check rejects when the part does not work, and may resolve to a detail worth knowing. */
  register(name: string, check: HealthCheck): void;
  /** From now on not ready, whatever the parts say. */
  stop(): void;
  read(): Promise<{ ready: boolean; stopping: boolean; parts: PartHealth[] }>;
};

const LIMIT_MS = 2_000;

export function createHealth({ limitMs = LIMIT_MS }: { limitMs?: number } = {}): Health {
  const checks = new Map<string, HealthCheck>();
  let stopping = false;
  return {
    register(name, check) {
      checks.set(name, check);
    },

    stop() {
      stopping = true;
    },

    async read() {
      const parts = await Promise.all(
        [...checks].map(([name, check]) => examine(name, check, limitMs)),
      );
      const ready = !stopping && parts.every(({ state }) => state === 'ok');
      return { ready, stopping, parts };
    },
  };
}

async function examine(name: string, check: HealthCheck, limitMs: number): Promise<PartHealth> {
  const start = performance.now();
  const latency = () => Math.round((performance.now() - start) * 10) / 10;
  try {
    const detail = await within(limitMs, check());
    return { name, state: 'ok', latencyMs: latency(), detail: detail ?? null };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { name, state: 'failed', latencyMs: latency(), detail };
  }
}

async function within<T>(limitMs: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer within ${limitMs} ms`)), limitMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
