'use client';

import { Menu as MenuIcon } from 'lucide-react';
import dynamic from 'next/dynamic';
import { type ReactNode, useCallback, useRef, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogTrigger, DrawerContent } from '../ui/dialog.tsx';
import { CommandProvider } from './commands.tsx';
import { Mark } from './mark.tsx';
import { SideBar } from './side-bar.tsx';
import { useFrameCommands } from './use-frame-commands.ts';
import { useRunWatch } from './use-run-watch.ts';
import { useShortcuts } from './use-shortcuts.ts';

const ShortcutsSheet = dynamic(() => import('./shortcuts-sheet.tsx').then((m) => m.ShortcutsSheet));
const CommandMenu = dynamic(() => import('./command-menu.tsx').then((m) => m.CommandMenu));

/** The frame around every page of a person who is signed in. */
export function Shell({ children }: { children: ReactNode }) {
  return (
    <CommandProvider>
      <Frame>{children}</Frame>
    </CommandProvider>
  );
}

function Frame({ children }: { children: ReactNode }) {
  const [isMenuOpen, setIsMenuOpen] = useState(false);
  const wasMenuOpen = useRef(false);
  wasMenuOpen.current ||= isMenuOpen;
  const [isSheetOpen, setIsSheetOpen] = useState(false);
  const wasSheetOpen = useRef(false);
  wasSheetOpen.current ||= isSheetOpen;
  const openMenu = useCallback(() => setIsMenuOpen(true), []);
  const openSheet = useCallback(() => setIsSheetOpen(true), []);
  useFrameCommands({ openSheet });
  useShortcuts({ openMenu, openSheet });
  const running = useRunWatch();

  return (
    <div className="min-h-dvh md:grid md:grid-cols-[14rem_minmax(0,1fr)]">
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded-md focus:bg-surface focus:px-3 focus:py-2"
      >
        Skip to content
      </a>
      <aside className="sticky top-0 hidden h-dvh border-line border-r bg-page md:block">
        <SideBar running={running} onSearch={openMenu} />
      </aside>
      <PhoneBar running={running} onSearch={openMenu} />
      <main id="content" tabIndex={-1} className="min-w-0 outline-none">
        {children}
      </main>
      {wasMenuOpen.current && <CommandMenu isOpen={isMenuOpen} onOpenChange={setIsMenuOpen} />}
      {wasSheetOpen.current && (
        <ShortcutsSheet isOpen={isSheetOpen} onOpenChange={setIsSheetOpen} />
      )}
    </div>
  );
}

/** On a phone the side bar is a drawer. */
function PhoneBar({ running, onSearch }: { running: number; onSearch: () => void }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <header className="sticky top-0 z-30 flex h-12 items-center gap-2 border-line border-b bg-page px-3 md:hidden">
      <Dialog open={isOpen} onOpenChange={setIsOpen}>
        <DialogTrigger asChild>
          <Button variant="ghost" size="icon" aria-label="Menu">
            <MenuIcon />
          </Button>
        </DialogTrigger>
        <DrawerContent title="Menu">
          <SideBar
            running={running}
            onNavigate={() => setIsOpen(false)}
            onSearch={() => {
              setIsOpen(false);
              onSearch();
            }}
          />
        </DrawerContent>
      </Dialog>
      <span className="flex items-center gap-2 font-medium text-base">
        <Mark />
        QuantumLayer
      </span>
    </header>
  );
}
