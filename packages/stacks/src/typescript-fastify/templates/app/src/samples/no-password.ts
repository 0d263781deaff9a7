/** Stands where the hash of a password does: nobody knows one that gives it. */
export const noPassword = ['scrypt', 17, 'A'.repeat(22), 'A'.repeat(43)].join('$');
