'use client';

import { Dialog, DialogContent } from '../ui/dialog.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { useRegistered } from './commands.tsx';
import { places } from './navigation.ts';

type ShortcutsSheetProps = { isOpen: boolean; onOpenChange: (isOpen: boolean) => void };

export function ShortcutsSheet({ isOpen, onOpenChange }: ShortcutsSheetProps) {
  const commands = useRegistered();
  const keyed = commands.filter(({ key }) => key !== undefined);
  const rows = [
    { name: 'Search or do anything', key: 'Ctrl K' },
    { name: 'This sheet', key: '?' },
    ...places.map(({ name, key }) => ({ name: `Go to ${name}`, key: `g ${key}` })),
    ...keyed.map(({ name, key }) => ({ name, key: key ?? '' })),
  ];
  return (
    <Dialog open={isOpen} onOpenChange={onOpenChange}>
      <DialogContent title="Keyboard shortcuts">
        <dl className="grid gap-1">
          {rows.map(({ name, key }) => (
            <div key={`${name} ${key}`} className="flex items-center justify-between gap-4 py-1">
              <dt>{name}</dt>
              <dd>
                <Kbd>{key}</Kbd>
              </dd>
            </div>
          ))}
        </dl>
      </DialogContent>
    </Dialog>
  );
}
