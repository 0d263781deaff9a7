/** Takes a file away as a link with `download` does: the page stays. Without a name it has that of the answer. */
export function download(url: string, name = ''): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
}
