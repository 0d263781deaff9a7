/** Stands where the hash of a password does: nobody knows one that gives it. */
export const noPassword = `$argon2id$v=19$m=32768,t=2,p=1$${'A'.repeat(22)}$${'A'.repeat(43)}`;
