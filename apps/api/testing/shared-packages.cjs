// Jest gives each spec file a registry of modules of its own, and so loaded every package anew ninety times: half of the tests' time. What
// stands in node_modules keeps nothing between files that a test may see, and is loaded once for each worker.
const { createRequire, isBuiltin } = require('node:module');
const { default: Runtime } = require('jest-runtime');

/** A name that is looked up among the packages: no path, nothing of Node's own, none of the house's rooms, nothing of Jest. */
const isPackage = (name) => /^(?!node:|@samverkan\/|@?jest)[@\w]/.test(name) && !isBuiltin(name);

module.exports = class extends Runtime {
  requireModuleOrMock(from, name) {
    return isPackage(name) ? createRequire(from)(name) : super.requireModuleOrMock(from, name);
  }
};
