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

/**
 * The journal of a run, live; the run itself is read again when an event says that it has changed. `isOver`: the run has
 * ended; when it is taken up again after that, so is the journal.
 */
export function useRunEvents(runId: string, isOver: boolean): LiveEvents {
  const client = useQueryClient();
  const round = useRounds(isOver);
  const [events, setEvents] = useState<readonly RunEvent[]>([]);
  const [lost, setLost] = useState(false);
  const seen = useRef<{ runId: string; events: RunEvent[] }>({ runId, events: [] });

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round reads on where the last one ended.
  useEffect(() => {
    const controller = new AbortController();
    if (seen.current.runId !== runId) seen.current = { runId, events: [] };
    const known = seen.current.events;
    let timer: ReturnType<typeof setTimeout> | undefined;
    function show() {
      timer ??= setTimeout(() => {
        timer = undefined;
        setEvents([...known]);
        if (isRunBehind(client, runId, known)) {
          void client.invalidateQueries({ queryKey: runKey(runId) });
        }
      }, SHOW_EVERY_MS);
    }
    void follow(runId, known, {
      client,
      signal: controller.signal,
      onConnected: () => setLost(false),
      onEvent: show,
      onLost: () => setLost(true),
    });
    return () => {
      controller.abort();
      clearTimeout(timer);
    };
  }, [client, runId, round]);

  return { events, lost };
}

/** Counts the times to connect anew: what was over has begun again; the network of this machine went or came back. */
function useRounds(isOver: boolean): number {
  const [round, setRound] = useState(0);
  useEffect(() => {
    // Of a connection that is cut in silence nothing else would be heard.
    const again = () => setRound((before) => before + 1);
    window.addEventListener('offline', again);
    window.addEventListener('online', again);
    return () => {
      window.removeEventListener('offline', again);
      window.removeEventListener('online', again);
    };
  }, []);
  const [wasOver, setWasOver] = useState(isOver);
  if (wasOver !== isOver) {
    setWasOver(isOver);
    if (wasOver) setRound(round + 1);
  }
  return round;
}

type Following = {
  client: QueryClient;
  signal: AbortSignal;
  onConnected: () => void;
  onEvent: () => void;
  onLost: () => void;
};

/** Whether the journal tells what the run that is known here cannot show yet: of one that has ended it is history. */
function isRunBehind(client: QueryClient, runId: string, events: readonly RunEvent[]): boolean {
  const run = client.getQueryData<Run>(runKey(runId));
  if (run === undefined || run.finishedAt === null || !hasEnded(run.status)) return true;
  const { finishedAt } = run;
  return events.some(({ type, at }) => type !== 'run.finished' && at > finishedAt);
}

/** Reads on until the run has ended: a server that stops ends the stream of a run that goes on in the next one. */
async function follow(
  runId: string,
  seen: RunEvent[],
  { client, signal, onConnected, onEvent, onLost }: Following,
) {
  while (!signal.aborted) {
    try {
      const after = seen.at(-1)?.id ?? 0;
      const watch = { after, signal, onConnected, onReconnect: onLost };
      for await (const event of api.runEvents(runId, watch)) {
        if (signal.aborted) return;
        seen.push(event);
        onEvent();
      }
      if (!isRunBehind(client, runId, seen)) return;
      const run = await client.fetchQuery({ ...runQuery(api, runId), staleTime: 0 });
      if (hasEnded(run.status)) return;
    } catch (error) {
      if (error instanceof ApiProblem && error.status < 500) return;
      onLost();
    }
    await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER_MS));
  }
}
