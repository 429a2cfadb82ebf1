// Comforts only; without scripts, reloading the page does the same.
(function () {
  // Says that there is news since the page was made.
  var news = document.getElementById("news");
  if (news && window.EventSource) {
    new EventSource("/api/v1/inbox/stream?after=" + news.dataset.after).addEventListener("message", function () {
      news.hidden = false;
    });
  }
  // A session that ran out leads to the sign-in page instead of emptying this one.
  document.addEventListener("htmx:beforeSwap", function (event) {
    if (event.detail.xhr.responseURL.indexOf("/sign-in") >= 0) {
      event.detail.shouldSwap = false;
      window.location.reload();
    }
  });
})();
