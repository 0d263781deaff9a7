/** Words by which a later step of reading knows a remark again, and may answer it. */
export const WITHOUT_FIELDS = 'is mentioned without fields';
export const WITHOUT_RELATION = 'stands in no relation';
export const NAMES_NO_FIELDS = 'The prompt names no fields.';
export const USUALLY_KEPT = 'it keeps what such software usually does';
