'use client';

import { partOf, whenWanted } from './when-wanted.tsx';

const parts = () => import('./menu-parts.tsx');

const { Opener, OpenerTrigger } = whenWanted(async () => {
  const { Menu: Root, MenuTrigger: Trigger } = await parts();
  return { Root, Trigger };
}, 'menu');

export const Menu = Opener;
export const MenuTrigger = OpenerTrigger;
export const MenuContent = partOf(async () => (await parts()).MenuContent);
export const MenuItem = partOf(async () => (await parts()).MenuItem);
