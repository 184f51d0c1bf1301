// Every libs/<area>/<runtime>/index.ts is a project; its name and its tags are its path.
const { dirname } = require('node:path');

exports.createNodesV2 = [
  'libs/*/{contract,api,portal,floor}/index.ts',
  (files) =>
    files.map((file) => {
      const root = dirname(file);
      const [, area, runtime] = root.split('/');
      const tags = [`area:${area}`, `runtime:${runtime}`];
      return [
        file,
        { projects: { [root]: { name: `${area}-${runtime}`, projectType: 'library', sourceRoot: root, tags } } },
      ];
    }),
];
