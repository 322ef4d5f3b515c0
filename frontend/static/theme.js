// Runs before the first paint so that nothing flashes: the stored choice wins, else the system decides.
(function () {
  var root = document.documentElement;
  /** @param {string} key */
  function stored(key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  }
  /** @param {string} query */
  function matches(query) {
    return window.matchMedia(query).matches;
  }
  root.dataset.theme = stored("muavu.theme") || (matches("(prefers-color-scheme: dark)") ? "dark" : "light");
  root.dataset.density = stored("muavu.density") || (matches("(min-width: 1024px) and (pointer: fine)") ? "desk" : "thumb");
  root.lang = stored("muavu.language") === "en" ? "en" : "vi";
})();
