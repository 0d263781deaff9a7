export type JdlAnnotation = { name: string; value: string | null; offset: number };

export type JdlValidation = { name: string; value: string | null; offset: number };

export type JdlField = {
  name: string;
  type: string;
  annotations: JdlAnnotation[];
  validations: JdlValidation[];
  start: number;
  end: number;
};

export type JdlSide = {
  annotations: JdlAnnotation[];
  entity: string;
  /** Name of the relation seen from this entity. */
  field: string | null;
  /** Field of the other entity that a form shows. */
  display: string | null;
  isRequired: boolean;
};

export type JdlRelationship = { kind: string; from: JdlSide; to: JdlSide; offset: number };

export type JdlStatement =
  | {
      kind: 'entity';
      name: string;
      annotations: JdlAnnotation[];
      fields: JdlField[];
      start: number;
    }
  | { kind: 'enum'; name: string; values: { name: string; label: string | null }[]; start: number }
  | { kind: 'relationships'; relationships: JdlRelationship[] }
  | { kind: 'constant'; name: string; value: string }
  | { kind: 'option'; name: string; text: string; start: number }
  | { kind: 'block'; name: string; baseName: string | null; start: number };
