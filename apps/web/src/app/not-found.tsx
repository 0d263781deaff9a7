import { Compass } from 'lucide-react';
import Link from 'next/link';
import { EmptyState } from '#components/empty-state.tsx';
import { Button } from '#components/ui/button.tsx';

export default function NotFound() {
  return (
    <main className="grid min-h-dvh place-items-center">
      <EmptyState
        icon={Compass}
        title="There is nothing at this address"
        text="It may have been archived, or the link may be cut off."
      >
        <Button asChild variant="primary">
          <Link href="/">Build something</Link>
        </Button>
        <Button asChild>
          <Link href="/runs">See the runs</Link>
        </Button>
      </EmptyState>
    </main>
  );
}
