'use client';

import { ChevronDown, Download, FileArchive, GitBranch, Package } from 'lucide-react';
import { Button } from '#components/ui/button.tsx';
import { Menu, MenuContent, MenuItem, MenuTrigger } from '#components/ui/menu.tsx';

const FORMS = [
  { format: 'tar.gz', icon: Package, name: 'Capsule', text: 'code and evidence, signed' },
  { format: 'zip', icon: FileArchive, name: 'Zip', text: 'the code alone' },
  { format: 'git', icon: GitBranch, name: 'Git bundle', text: 'a repository: git clone FILE' },
] as const;

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
        {FORMS.map(({ format, icon: Icon, name, text }) => (
          <MenuItem key={format} asChild>
            <a href={`/api/v1/capsules/${capsuleId}/download?format=${format}`} download>
              <Icon aria-hidden />
              {name}
              <span className="ml-auto pl-4 text-muted text-xs">{text}</span>
            </a>
          </MenuItem>
        ))}
      </MenuContent>
    </Menu>
  );
}
