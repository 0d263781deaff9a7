/** The parts of the settings, in the order of their use. */
export const sections = [
  { name: 'API keys', href: '/settings/keys' },
  { name: 'Password', href: '/settings/password' },
  { name: 'Signing key', href: '/settings/signing-key' },
  { name: 'This machine', href: '/settings/machine' },
  { name: 'About', href: '/settings/about' },
] as const;
