'use client';

import type { ReactNode } from 'react';
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
  onConfirm: () => void;
};

/** Asks once before what cannot be undone. */
export function ConfirmDialog({ children, title, text, act, onConfirm }: ConfirmDialogProps) {
  return (
    <Dialog>
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
