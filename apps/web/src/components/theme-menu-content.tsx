'use client';

import { type LucideIcon, Monitor, Moon, Sun } from 'lucide-react';
import { setTheme, type Theme, useTheme } from '#lib/use-theme.ts';
import { MenuContent, MenuItem } from './ui/menu-parts.tsx';

const THEMES: { id: Theme; name: string; icon: LucideIcon }[] = [
  { id: 'light', name: 'Light', icon: Sun },
  { id: 'dark', name: 'Dark', icon: Moon },
  { id: 'system', name: 'As the system', icon: Monitor },
];

export function ThemeMenuContent() {
  const theme = useTheme();
  return (
    <MenuContent align="end">
      {THEMES.map(({ id, name, icon: Icon }) => (
        <MenuItem key={id} onSelect={() => setTheme(id)}>
          <Icon aria-hidden />
          {name}
          {theme === id && <span className="ml-auto text-subtle text-xs">now</span>}
        </MenuItem>
      ))}
    </MenuContent>
  );
}
