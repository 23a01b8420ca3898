/** Replaced by the generated list of the schema: every builtin operator by name. */
export type BuiltinName = string;
