'use client';

import {
  ChevronDown,
  Download,
  FileArchive,
  GitBranch,
  type LucideIcon,
  Package,
} from 'lucide-react';
import { Button } from '#components/ui/button.tsx';
import { Menu, MenuContent, MenuItem, MenuTrigger } from '#components/ui/menu.tsx';
import { type CapsuleForm, capsuleForms, downloadUrl } from './capsule-forms.ts';

const ICONS: Record<CapsuleForm, LucideIcon> = {
  'tar.gz': Package,
  zip: FileArchive,
  git: GitBranch,
};

/** The capsule, or its code as a zip or as a repository. */
export function DownloadMenu({ capsuleId }: { capsuleId: string }) {
  return (
    <Menu>
      <MenuTrigger asChild>
        <Button size="sm" variant="primary">
          <Download aria-hidden />
          Download
          <ChevronDown aria-hidden />
        </Button>
      </MenuTrigger>
      <MenuContent align="end">
        {capsuleForms.map(({ format, name, text }) => {
          const Icon = ICONS[format];
          return (
            <MenuItem key={format} asChild>
              <a href={downloadUrl(capsuleId, format)} download>
                <Icon aria-hidden />
                {name}
                <span className="ml-auto pl-4 text-muted text-xs">{text}</span>
              </a>
            </MenuItem>
          );
        })}
      </MenuContent>
    </Menu>
  );
}
