/** `failed`: the main job cannot be done. `limited`: it can, with less than this machine could have. */
export type FindingStatus = 'ok' | 'limited' | 'failed';

/** One thing this machine has or lacks; `fix` is the command or act that mends it. */
export type Finding = { name: string; status: FindingStatus; detail: string; fix: string | null };

export function ok(name: string, detail: string): Finding {
  return { name, status: 'ok', detail, fix: null };
}

export function limited(name: string, detail: string, fix: string | null): Finding {
  return { name, status: 'limited', detail, fix };
}

export function failed(name: string, detail: string, fix: string): Finding {
  return { name, status: 'failed', detail, fix };
}
