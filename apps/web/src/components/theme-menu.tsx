'use client';

import { Monitor, Moon, Sun } from 'lucide-react';
import { useTheme } from 'next-themes';
import { Button } from './ui/button.tsx';
import { Menu, MenuContent, MenuItem, MenuTrigger } from './ui/menu.tsx';

const THEMES = [
  { id: 'light', name: 'Light', icon: Sun },
  { id: 'dark', name: 'Dark', icon: Moon },
  { id: 'system', name: 'As the system', icon: Monitor },
];

export function ThemeMenu() {
  const { theme, setTheme } = useTheme();
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
