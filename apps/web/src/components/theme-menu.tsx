'use client';

import { type LucideIcon, Monitor, Moon, Sun } from 'lucide-react';
import { setTheme, type Theme, useTheme } from '#lib/use-theme.ts';
import { Button } from './ui/button.tsx';
import { Menu, MenuContent, MenuItem, MenuTrigger } from './ui/menu.tsx';

const THEMES: { id: Theme; name: string; icon: LucideIcon }[] = [
  { id: 'light', name: 'Light', icon: Sun },
  { id: 'dark', name: 'Dark', icon: Moon },
  { id: 'system', name: 'As the system', icon: Monitor },
];

export function ThemeMenu() {
  const theme = useTheme();
  return (
    <Menu>
      <MenuTrigger asChild>
        <Button variant="ghost" size="icon" aria-label="Theme">
          <Sun className="dark:hidden" />
          <Moon className="hidden dark:block" />
        </Button>
      </MenuTrigger>
      <MenuContent align="end">
        {THEMES.map(({ id, name, icon: Icon }) => (
          <MenuItem key={id} onSelect={() => setTheme(id)}>
            <Icon aria-hidden />
            {name}
            {theme === id && <span className="ml-auto text-subtle text-xs">now</span>}
          </MenuItem>
        ))}
      </MenuContent>
    </Menu>
  );
}
