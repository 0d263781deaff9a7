import { Mark } from './shell/mark.tsx';
import { Button } from './ui/button.tsx';

/** For an address that leads nowhere. Every page carries it, so its links are plain and it has no script. */
export function NothingHere() {
  return (
    <div className="flex flex-col items-center gap-2 px-4 py-24 text-center">
      <Mark />
      <h1 className="font-medium text-base">There is nothing at this address</h1>
      <p className="max-w-md text-muted">It may have been removed, or the link may be cut off.</p>
      <div className="mt-2 flex gap-2">
        <Button asChild variant="primary">
          <a href="/">Build something</a>
        </Button>
        <Button asChild>
          <a href="/runs">See the runs</a>
        </Button>
      </div>
    </div>
  );
}
