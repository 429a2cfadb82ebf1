// Says that there is news; without scripts, reloading the page does the same.
(function () {
  var news = document.getElementById("news");
  if (!news || !window.EventSource) {
    return;
  }
  new EventSource("/api/v1/inbox/stream").addEventListener("message", function () {
    news.hidden = false;
  });
})();
