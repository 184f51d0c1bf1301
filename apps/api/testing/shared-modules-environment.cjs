// The globals by which packages tell values apart (a column's type, a day, an error) are theirs in the tests too.
const { TestEnvironment } = require('jest-environment-node');

const names = [
  'Array',
  'BigInt',
  'Boolean',
  'Date',
  'Error',
  'Map',
  'Number',
  'Object',
  'RangeError',
  'Reflect',
  'RegExp',
  'Set',
  'String',
  'Symbol',
  'SyntaxError',
  'TypeError',
];

module.exports = class extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    for (const name of names) this.global[name] = globalThis[name];
  }
};
