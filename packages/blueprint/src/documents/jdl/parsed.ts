export type JdlAnnotation = { name: string; value: string | null; offset: number };

export type JdlValidation = { name: string; value: string | null; offset: number };

export type JdlField = {
  name: string;
  type: string;
  isList: boolean;
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

export type JdlRelationship = {
  kind: string;
  from: JdlSide;
  to: JdlSide;
  /** `builtInEntity` of `with builtInEntity`. */
  option: string | null;
  offset: number;
  end: number;
};

export type JdlChoice = { name: string; label: string | null; start: number };

export type JdlStatement =
  | {
      kind: 'entity';
      name: string;
      annotations: JdlAnnotation[];
      /** What its table is called, where that is said. */
      table: string | null;
      fields: JdlField[];
      start: number;
    }
  | { kind: 'enum'; name: string; values: JdlChoice[]; start: number }
  | { kind: 'relationships'; relationships: JdlRelationship[] }
  | { kind: 'constant'; name: string; value: string; start: number }
  | { kind: 'option'; name: string; text: string; start: number }
  | {
      kind: 'block';
      name: string;
      baseName: string | null;
      start: number;
      /** Behind its last bracket. */
      end: number;
    };
