// Before anything is painted: dark where the system is dark and nothing else was chosen.
(function () {
  var root = document.documentElement;
  var dark = window.matchMedia("(prefers-color-scheme: dark)");
  function follow() {
    if (root.dataset.theme === "auto") {
      root.setAttribute("data-bs-theme", dark.matches ? "dark" : "light");
    }
  }
  follow();
  dark.addEventListener("change", follow);
})();
