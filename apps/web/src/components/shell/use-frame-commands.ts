'use client';

import { useTheme } from 'next-themes';
import { useMemo } from 'react';
import { type Command, useCommands } from './commands.tsx';
import { useSignOut } from './use-sign-out.ts';

const THEMES = [
  { id: 'light', name: 'Switch to the light theme' },
  { id: 'dark', name: 'Switch to the dark theme' },
  { id: 'system', name: 'Take the theme of the system' },
];

/** What can be done on every page. */
export function useFrameCommands(): void {
  const { setTheme } = useTheme();
  const signOut = useSignOut();
  const commands = useMemo<Command[]>(
    () => [
      ...THEMES.map(({ id, name }) => ({
        id: `theme.${id}`,
        name,
        group: 'Everywhere',
        run: () => setTheme(id),
      })),
      { id: 'sign-out', name: 'Sign out', group: 'Everywhere', run: () => void signOut() },
    ],
    [setTheme, signOut],
  );
  useCommands('frame', commands);
}
