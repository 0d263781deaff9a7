import { accessAttacks } from './access-attacks.ts';
import type { Attack } from './attack.ts';
import { bodyAttacks } from './body-attacks.ts';
import { computedAttack } from './computed-attack.ts';
import { deletionAttacks } from './deletion-attacks.ts';
import { fileAttacks } from './file-attacks.ts';
import { fixedAttack } from './fixed-attack.ts';
import { headerAttacks } from './header-attacks.ts';
import { idAttacks } from './id-attacks.ts';
import { limitAttacks } from './limit-attacks.ts';
import { logAttack } from './log-attack.ts';
import { memberAttacks } from './member-attacks.ts';
import { methodAttacks } from './method-attacks.ts';
import { numberAttacks } from './number-attacks.ts';
import { ownerAttacks } from './owner-attacks.ts';
import { passwordAttacks } from './password-attacks.ts';
import { pathAttacks } from './path-attacks.ts';
import { patternAttacks } from './pattern-attacks.ts';
import { raceAttacks } from './race-attacks.ts';
import { scriptAttacks } from './script-attacks.ts';
import { secretAttacks } from './secret-attacks.ts';
import { sessionAttacks } from './session-attacks.ts';
import { sqlAttacks } from './sql-attacks.ts';
import { teamAttacks } from './team-attacks.ts';
import { versionAttacks } from './version-attacks.ts';

/** Every attack, in the order in which they are carried out. */
export function allAttacks(readLog: () => string): readonly Attack[] {
  return [
    ...sqlAttacks,
    ...scriptAttacks,
    ...memberAttacks,
    computedAttack,
    ...numberAttacks,
    ...idAttacks,
    ...bodyAttacks,
    ...pathAttacks,
    ...methodAttacks,
    ...headerAttacks,
    ...accessAttacks,
    ...ownerAttacks,
    ...teamAttacks,
    ...sessionAttacks,
    ...passwordAttacks,
    ...secretAttacks,
    ...fileAttacks,
    ...raceAttacks,
    ...limitAttacks,
    ...versionAttacks,
    ...deletionAttacks,
    fixedAttack,
    ...patternAttacks,
    logAttack(readLog),
  ];
}
