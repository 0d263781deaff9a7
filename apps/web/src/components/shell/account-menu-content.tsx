'use client';

import { KeyRound, LogOut } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { MenuContent, MenuItem, MenuSeparator } from '../ui/menu-parts.tsx';
import { useSignOut } from './use-sign-out.ts';

export function AccountMenuContent() {
  const router = useRouter();
  const signOut = useSignOut();
  return (
    <MenuContent align="start" side="top">
      <MenuItem onSelect={() => router.push('/settings')}>
        <KeyRound aria-hidden />
        Keys and password
      </MenuItem>
      <MenuSeparator />
      <MenuItem onSelect={signOut}>
        <LogOut aria-hidden />
        Sign out
      </MenuItem>
    </MenuContent>
  );
}
