// One set of codes for what is wrong with a field, whether the contract's schema said so here or the API said so there.
const codes: Record<string, string> = {
  invalid_type: 'field.wrong-type',
  too_big: 'field.too-long',
  too_small: 'field.too-short',
  invalid_format: 'field.wrong-form',
  invalid_value: 'field.not-a-choice',
  required: 'field.required',
  email: 'field.wrong-form',
  minLength: 'field.too-short',
  maxLength: 'field.too-long',
};

/** The code of an error of a signal form: the server's own, a dotted message of the schema, or by the kind of issue or of rule. */
export function fieldCode(error: {
  kind: string;
  message?: string;
  issue?: { code?: string; message?: string };
}): string {
  if (error.kind === 'server' && error.message) return error.message;
  const dotted = [error.issue?.message ?? '', error.kind].find((words) => /^[a-z-]+\.[a-z-]+$/.test(words));
  return dotted ?? codes[error.issue?.code ?? error.kind] ?? 'field.invalid';
}
