type View = { destroy(): void };

/** Puts a view into the page when what it needs has come, unless nobody waits for it any more; returns what takes it out. */
export function showWhenReady(
  parent: HTMLElement | null,
  prepare: (parent: HTMLElement) => Promise<() => View>,
): (() => void) | undefined {
  if (parent === null) return undefined;
  let isWanted = true;
  let view: View | null = null;
  void prepare(parent).then((show) => {
    if (isWanted) view = show();
  });
  return () => {
    isWanted = false;
    view?.destroy();
  };
}
