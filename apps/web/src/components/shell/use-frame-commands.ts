'use client';

import { setTheme, type Theme } from '#lib/use-theme.ts';
import { useCommands } from './commands.tsx';
import { useSignOut } from './use-sign-out.ts';

const THEMES: { id: Theme; name: string }[] = [
  { id: 'light', name: 'Switch to the light theme' },
  { id: 'dark', name: 'Switch to the dark theme' },
  { id: 'system', name: 'Take the theme of the system' },
];

/** What can be done on every page. */
export function useFrameCommands({ openSheet }: { openSheet: () => void }): void {
  const signOut = useSignOut();
  const group = 'Everywhere';
  useCommands('frame', [
    ...THEMES.map(({ id, name }) => ({
      id: `theme.${id}`,
      name,
      group,
      run: () => setTheme(id),
    })),
    { id: 'shortcuts', name: 'Show the keyboard shortcuts', group, run: openSheet },
    { id: 'sign-out', name: 'Sign out', group, run: () => void signOut() },
  ]);
}
