// The clock of the wall screen, and how old its figures are; both go on while nothing answers.
(function () {
  // The figures are asked for every half minute; after three times that something is amiss.
  var STALE_AFTER = 90 * 1000;

  function tick() {
    var clock = document.getElementById("wall-clock");
    var date = document.getElementById("wall-date");
    var now = new Date();
    clock.textContent = new Intl.DateTimeFormat("en-GB", {
      timeZone: clock.dataset.zone, hour: "2-digit", minute: "2-digit", second: "2-digit"
    }).format(now);
    date.textContent = new Intl.DateTimeFormat(clock.dataset.language, {
      timeZone: clock.dataset.zone, year: "numeric", month: "long", day: "numeric", weekday: "long"
    }).format(now);
    tellAge(now);
  }

  // By the clock of this machine since the figures came, so that a wrong clock does no harm.
  var shown = null;
  var since = 0;

  function tellAge(now) {
    var age = document.getElementById("wall-age");
    if (!age) {
      return;
    }
    if (age.dataset.asOf !== shown) {
      shown = age.dataset.asOf;
      since = now.getTime();
    }
    var old = now.getTime() - since;
    var isStale = old > STALE_AFTER;
    var text = isStale ? age.dataset.stale + " (" + minutes(old) + ")" : age.dataset.current;
    if (age.textContent !== text) {
      age.textContent = text;
    }
    age.classList.toggle("is-stale", isStale);
  }

  function minutes(millis) {
    return new Intl.NumberFormat(document.documentElement.lang, {
      style: "unit", unit: "minute", unitDisplay: "long"
    }).format(Math.floor(millis / 60000));
  }

  tick();
  window.setInterval(tick, 1000);
})();
