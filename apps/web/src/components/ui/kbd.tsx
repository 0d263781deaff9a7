/** A key, or keys one after the other: `G R`. */
export function Kbd({ children }: { children: string }) {
  return (
    <kbd className="inline-flex h-5 min-w-5 items-center justify-center gap-1 rounded-sm border border-line bg-sunken px-1 font-mono text-subtle text-xs">
      {children}
    </kbd>
  );
}
