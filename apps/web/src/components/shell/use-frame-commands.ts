'use client';

import { useMemo } from 'react';
import { setTheme, type Theme } from '#lib/use-theme.ts';
import { type Command, useCommands } from './commands.tsx';
import { useSignOut } from './use-sign-out.ts';

const THEMES: { id: Theme; name: string }[] = [
  { id: 'light', name: 'Switch to the light theme' },
  { id: 'dark', name: 'Switch to the dark theme' },
  { id: 'system', name: 'Take the theme of the system' },
];

/** What can be done on every page. */
export function useFrameCommands(): void {
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
    [signOut],
  );
  useCommands('frame', commands);
}
