// Before the first paint: the theme, density and language chosen last time, so that nothing blinks.
(function () {
  var root = document.documentElement;
  var read = function (name) {
    try {
      return localStorage.getItem('samverkan.' + name);
    } catch {
      return null;
    }
  };
  var theme = read('theme');
  var dark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.dataset.theme = dark ? 'dark' : 'light';
  root.dataset.density = read('density') === 'compact' ? 'compact' : 'comfortable';
  root.lang = read('language') === 'en' ? 'en' : 'sv';
})();
