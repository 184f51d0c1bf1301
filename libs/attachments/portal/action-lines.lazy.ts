/** Fetched with the first action that is opened. */
export const actionLines = () =>
  Promise.all([import('./line-form-files'), import('./line-files')]).then(([form, line]) => ({
    form: form.LineFormFiles,
    line: line.LineFiles,
  }));
