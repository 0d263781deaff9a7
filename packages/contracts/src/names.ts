import { z } from 'zod';
import { FIELD_NAME } from './field-types.ts';

/** Singular PascalCase, letters and digits only, so that it is safe in every target by construction. */
export const entityName = z.string().regex(/^[A-Z][A-Za-z0-9]{0,47}$/);

/** camelCase, letters and digits only: of fields, relations, transitions and roles. */
export const fieldName = z.string().regex(FIELD_NAME);
