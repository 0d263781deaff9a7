'use client';

import { type ReactNode, useState } from 'react';
import { useCommands } from './shell/commands.tsx';
import { Button } from './ui/button.tsx';
import { Dialog, DialogClose, DialogContent, DialogTrigger } from './ui/dialog.tsx';

type ConfirmDialogProps = {
  /** What opens it. */
  children: ReactNode;
  title: string;
  /** What will happen, and whether it can be taken back. */
  text: string;
  /** The act in two words, on the button. */
  act: string;
  /** Under which its title stands in the command menu. */
  group: string;
  onConfirm: () => void;
};

/** Asks once before what cannot be undone. */
export function ConfirmDialog({
  children,
  title,
  text,
  act,
  group,
  onConfirm,
}: ConfirmDialogProps) {
  const [isOpen, setIsOpen] = useState(false);
  useCommands(`confirm ${title}`, [
    { id: `confirm ${title}`, name: title, group, run: () => setIsOpen(true) },
  ]);
  return (
    <Dialog open={isOpen} onOpenChange={setIsOpen}>
      <DialogTrigger asChild>{children}</DialogTrigger>
      <DialogContent title={title} description={text}>
        <div className="flex justify-end gap-2">
          <DialogClose asChild>
            <Button>Not now</Button>
          </DialogClose>
          <DialogClose asChild>
            <Button variant="primary" onClick={onConfirm}>
              {act}
            </Button>
          </DialogClose>
        </div>
      </DialogContent>
    </Dialog>
  );
}
