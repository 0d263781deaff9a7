'use client';

import { ApiProblem, type components, type RunEvent } from '@quantumlayer/sdk';
import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { api } from '#lib/api.ts';
import { runKey, runQuery } from '#lib/queries/run-queries.ts';
import { hasEnded } from '#lib/statuses.ts';

export type Run = components['schemas']['Run'];
export type Stage = components['schemas']['Stage'];

/** Events come in bursts; a screen needs no more than this many changes in a second. */
const SHOW_EVERY_MS = 120;
const AGAIN_AFTER_MS = 1_000;

export function useRun(runId: string) {
  return useQuery(runQuery(api, runId));
}

export type LiveEvents = {
  events: readonly RunEvent[];
  /** Why nothing new comes; null while the connection stands or is not needed. */
  lost: boolean;
};

/** The journal of a run, live; the run itself is read again when an event says that it has changed. */
export function useRunEvents(runId: string): LiveEvents {
  const client = useQueryClient();
  const [events, setEvents] = useState<readonly RunEvent[]>([]);
  const [lost, setLost] = useState(false);
  const seen = useRef<RunEvent[]>([]);

  useEffect(() => {
    const controller = new AbortController();
    seen.current = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    function show() {
      timer ??= setTimeout(() => {
        timer = undefined;
        setEvents([...seen.current]);
        void client.invalidateQueries({ queryKey: runKey(runId) });
      }, SHOW_EVERY_MS);
    }
    void follow(runId, seen.current, {
      client,
      signal: controller.signal,
      onEvent: () => {
        setLost(false);
        show();
      },
      onLost: () => setLost(true),
    });
    return () => {
      controller.abort();
      clearTimeout(timer);
    };
  }, [client, runId]);

  return { events, lost };
}

type Following = {
  client: QueryClient;
  signal: AbortSignal;
  onEvent: () => void;
  onLost: () => void;
};

/** Reads on until the run has ended: a server that stops ends the stream of a run that goes on in the next one. */
async function follow(
  runId: string,
  seen: RunEvent[],
  { client, signal, onEvent, onLost }: Following,
) {
  while (!signal.aborted) {
    try {
      const after = seen.at(-1)?.id ?? 0;
      for await (const event of api.runEvents(runId, { after, signal, onReconnect: onLost })) {
        seen.push(event);
        onEvent();
      }
      const run = await client.fetchQuery({ ...runQuery(api, runId), staleTime: 0 });
      if (hasEnded(run.status)) return;
    } catch (error) {
      if (error instanceof ApiProblem && error.status < 500) return;
      onLost();
    }
    await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER_MS));
  }
}
