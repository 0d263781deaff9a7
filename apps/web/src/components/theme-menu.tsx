'use client';

import { SunMoon } from 'lucide-react';
import { Button } from './ui/button.tsx';
import { Menu, MenuTrigger } from './ui/menu.tsx';
import { partOf } from './ui/when-wanted.tsx';

const ThemeMenuContent = partOf(
  async () => (await import('./theme-menu-content.tsx')).ThemeMenuContent,
);

export function ThemeMenu() {
  return (
    <Menu>
      <MenuTrigger asChild>
        <Button variant="ghost" size="icon" aria-label="Theme">
          <SunMoon />
        </Button>
      </MenuTrigger>
      <ThemeMenuContent />
    </Menu>
  );
}
