import { Compass } from 'lucide-react';
import Link from 'next/link';
import { Button } from './ui/button.tsx';

/** For an address that leads nowhere. */
export function NothingHere() {
  return (
    <div className="flex flex-col items-center gap-2 px-4 py-24 text-center">
      <Compass aria-hidden className="size-6 text-subtle" />
      <h1 className="font-medium text-base">There is nothing at this address</h1>
      <p className="max-w-md text-muted">It may have been removed, or the link may be cut off.</p>
      <div className="mt-2 flex gap-2">
        <Button asChild variant="primary">
          <Link href="/">Build something</Link>
        </Button>
        <Button asChild>
          <Link href="/runs">See the runs</Link>
        </Button>
      </div>
    </div>
  );
}
