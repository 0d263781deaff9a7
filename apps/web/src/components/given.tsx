import { Check } from 'lucide-react';

/** What somebody has answered, below what was asked. */
export function Given({ text }: { text: string }) {
  return (
    <span className="my-0.5 flex items-start gap-1.5 text-ink">
      <Check aria-hidden className="mt-0.5 size-4 shrink-0 text-succeeded" />
      <span className="min-w-0">
        <span className="sr-only">Answered: </span>
        {text}
      </span>
    </span>
  );
}
