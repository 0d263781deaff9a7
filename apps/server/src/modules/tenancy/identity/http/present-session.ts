import type { Session } from '@quantumlayer/contracts';
import type { Session as SessionRecord } from '../domain/session.ts';
import type { SessionService } from '../session-service.ts';

export function presentSession(
  session: SessionRecord,
  { needsPassword }: Pick<SessionService, 'needsPassword'>,
): Session {
  const { id, organisationId, createdAt, expiresAt } = session;
  return {
    id,
    organisationId,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    needsPassword: needsPassword(session),
  };
}
