export type TreeFile = { path: string; size: number };
export type TreeFolder = {
  /** Empty for the root. */
  path: string;
  name: string;
  folders: TreeFolder[];
  files: (TreeFile & { name: string })[];
};

/** Files as folders in folders, each in the order of the alphabet. */
export function toTree(files: readonly TreeFile[]): TreeFolder {
  const root: TreeFolder = { path: '', name: '', folders: [], files: [] };
  const folders = new Map([['', root]]);
  for (const file of [...files].sort((a, b) => a.path.localeCompare(b.path))) {
    const cut = file.path.lastIndexOf('/');
    const folder = folderAt(folders, cut === -1 ? '' : file.path.slice(0, cut));
    folder.files.push({ ...file, name: file.path.slice(cut + 1) });
  }
  return root;
}

function folderAt(folders: Map<string, TreeFolder>, path: string): TreeFolder {
  const known = folders.get(path);
  if (known !== undefined) return known;
  const cut = path.lastIndexOf('/');
  const folder: TreeFolder = { path, name: path.slice(cut + 1), folders: [], files: [] };
  folders.set(path, folder);
  folderAt(folders, cut === -1 ? '' : path.slice(0, cut)).folders.push(folder);
  return folder;
}
