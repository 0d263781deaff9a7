'use client';

import { UserRound } from 'lucide-react';
import { Button } from '../ui/button.tsx';
import { Menu, MenuTrigger } from '../ui/menu.tsx';
import { partOf } from '../ui/when-wanted.tsx';

const AccountMenuContent = partOf(
  async () => (await import('./account-menu-content.tsx')).AccountMenuContent,
);

export function AccountMenu() {
  return (
    <Menu>
      <MenuTrigger asChild>
        <Button variant="ghost" className="mr-auto px-2">
          <UserRound aria-hidden />
          Owner
        </Button>
      </MenuTrigger>
      <AccountMenuContent />
    </Menu>
  );
}
