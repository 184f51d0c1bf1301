import type { FieldTree, ValidationError } from '@angular/forms/signals';
import { asProblem } from '@samverkan/shared/portal';

/**
 * The API's `issues`, each on the field it names, to be returned from a form's submit. Empty when the error is about no field. `called` says what the
 * form calls a field that the API calls otherwise.
 */
export function serverErrors(
  form: FieldTree<unknown>,
  error: unknown,
  called: Readonly<Record<string, string>> = {},
): ValidationError.WithOptionalFieldTree[] {
  return (asProblem(error)?.issues ?? []).map(({ path, code }) => {
    const fieldTree = fieldAt(form, path, called);
    return { kind: 'server', message: code, ...(fieldTree ? { fieldTree } : {}) };
  });
}

function fieldAt(
  form: FieldTree<unknown>,
  path: string,
  called: Readonly<Record<string, string>>,
): FieldTree<unknown> | undefined {
  const named = path.split('.')[0] ?? '';
  const first = called[named] ?? named;
  const fields = form as unknown as Record<string, FieldTree<unknown> | undefined>;
  return first === '' ? undefined : fields[first];
}
