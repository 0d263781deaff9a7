'use client';

import { useTheme } from 'next-themes';
import { useCommands } from './commands.tsx';
import { useSignOut } from './use-sign-out.ts';

const THEMES = [
  { id: 'light', name: 'Switch to the light theme' },
  { id: 'dark', name: 'Switch to the dark theme' },
  { id: 'system', name: 'Take the theme of the system' },
];

/** What can be done on every page. */
export function useFrameCommands({ openSheet }: { openSheet: () => void }): void {
  const { setTheme } = useTheme();
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
