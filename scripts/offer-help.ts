/** Prints what a script does and ends it when it was asked with `--help` or `-h`; else does nothing. */
export function offerHelp(text: string): void {
  if (!process.argv.slice(2).some((argument) => argument === '--help' || argument === '-h')) return;
  console.log(text.trim());
  process.exit(0);
}
