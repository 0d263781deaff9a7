'use client';

import { Pin } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useCommands } from '#components/shell/commands.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog, DialogContent, DialogTrigger } from '#components/ui/dialog.tsx';

/** Most drops are looked at and not pinned. */
const PinForm = dynamic(() => import('./pin-form.tsx').then((m) => m.PinForm));

/** A pinned drop is a snippet: it has a name, and stands in a list of its own. */
export function PinDialog({ dropId }: { dropId: string }) {
  const [isOpen, setIsOpen] = useState(false);
  useCommands('drop-pin', [
    {
      id: 'drop.pin',
      name: 'Pin the drop',
      group: 'This drop',
      key: 'p',
      run: () => setIsOpen(true),
    },
  ]);
  return (
    <Dialog open={isOpen} onOpenChange={setIsOpen}>
      <DialogTrigger asChild>
        <Button>
          <Pin aria-hidden />
          Pin
        </Button>
      </DialogTrigger>
      <DialogContent title="Pin as a snippet">
        <PinForm dropId={dropId} />
      </DialogContent>
    </Dialog>
  );
}
