// One place for how the API's TypeScript is compiled: the bundle and the tests must emit the same decorator metadata.
const optionsFor = (tsx) => ({
  swcrc: false,
  configFile: false,
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', decorators: true, tsx },
    transform: {
      legacyDecorator: true,
      decoratorMetadata: true,
      useDefineForClassFields: false,
      react: { runtime: 'automatic', importSource: 'preact' },
    },
    keepClassNames: true,
  },
});

export const swcOptions = optionsFor(false);
/** Pages that the API draws itself. */
export const swcPageOptions = optionsFor(true);
