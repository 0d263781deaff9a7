import type { Clock } from '#kernel/clock.ts';
import type { NewId } from '#kernel/ids.ts';
import { hashSecret } from './domain/api-key.ts';
import { createLink, linkUrl } from './domain/sign-in-link.ts';
import { createToken } from './domain/token.ts';
import type { Random, SignInLinkRepository } from './ports.ts';

export type SignInLinkDependencies = {
  links: SignInLinkRepository;
  clock: Clock;
  newId: NewId;
  random: Random;
  /** Where people open the factory, when that was configured. */
  publicOrigin: string | null;
};

/** Makes links that sign the owner in once. */
export function createSignInLinks(dependencies: SignInLinkDependencies) {
  const { links, clock, newId, random, publicOrigin } = dependencies;
  let listening = 'http://localhost';

  return {
    /** Tells where the factory listens; links lead there unless a public address was configured. */
    setOrigin(url: string): void {
      listening = new URL(url).origin;
    },

    /** The URL is shown once, here; only the hash of its token is kept. */
    async createLink(organisationId: string): Promise<{ url: string; expiresAt: Date }> {
      const token = createToken(random);
      const link = createLink(
        { id: newId('lnk'), organisationId, tokenHash: hashSecret(token) },
        clock(),
      );
      await links.insert(link);
      return { url: linkUrl(publicOrigin ?? listening, token), expiresAt: link.expiresAt };
    },
  };
}
