import {
  BookOpen,
  ChartLine,
  Droplet,
  FolderKanban,
  ListTree,
  type LucideIcon,
  Settings,
  Sparkles,
} from 'lucide-react';

export type Place = {
  name: string;
  href: string;
  icon: LucideIcon;
  /** Pressed after `g`. */
  key: string;
};

/** Where one can go; the side bar, the command menu and the shortcuts all read this. */
export const places: Place[] = [
  { name: 'New', href: '/', icon: Sparkles, key: 'n' },
  { name: 'Runs', href: '/runs', icon: ListTree, key: 'r' },
  { name: 'Projects', href: '/projects', icon: FolderKanban, key: 'p' },
  { name: 'Drops', href: '/drops', icon: Droplet, key: 'd' },
  { name: 'Dashboard', href: '/dashboard', icon: ChartLine, key: 'b' },
  { name: 'Developers', href: '/developers', icon: BookOpen, key: 'v' },
  { name: 'Settings', href: '/settings', icon: Settings, key: 's' },
];

/** The place that a path belongs to. */
export function isAt(place: Place, path: string): boolean {
  return place.href === '/'
    ? path === '/'
    : path === place.href || path.startsWith(`${place.href}/`);
}
