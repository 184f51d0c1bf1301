// The floors try every area and take minutes, in small files: they go first, so that neither worker is left alone with one at the end. The others
// go as Jest would have them, by what they took last time or by their size.
const { default: Sequencer } = require('@jest/test-sequencer');

const long = ['channels', 'matrix', 'sensitive', 'row-security', 'canary'];
const place = ({ path }) => {
  const at = long.findIndex((name) => path.endsWith(`/floor/${name}.api.spec.ts`));
  return at < 0 ? long.length : at;
};

module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    return super.sort(tests).toSorted((a, b) => place(a) - place(b));
  }
};
