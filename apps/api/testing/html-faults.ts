import { HtmlValidate } from 'html-validate';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // Preact closes what is void, and writes attributes as HTML allows.
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    // Whether a text may hold long words is no question of validity.
    'long-title': 'off',
    'no-inline-style': 'error',
    // Telephone numbers are shown as their owners write them.
    'tel-non-breaking': 'off',
    // The page's one script and sheet stand in it and are named by their digest in its content security policy.
    'require-sri': 'off',
  },
});

/** What is not valid HTML in a page, each as its rule, its words and its place. */
export async function htmlFaults(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `${ruleId}: ${message} (${line}:${column})`),
  );
}
