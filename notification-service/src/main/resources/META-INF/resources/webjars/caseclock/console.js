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

  document.addEventListener("click", function (event) {
    var print = event.target.closest("[data-print]");
    var copy = event.target.closest("[data-copy]");
    var find = event.target.closest(".find");
    if (print) {
      window.print();
    }
    if (copy && navigator.clipboard) {
      navigator.clipboard.writeText(copy.dataset.copy).then(function () {
        copy.textContent = copy.dataset.copied;
      });
    }
    if (!find) {
      forgetSuggestions();
    }
  });

  // Ticks all of the rows that are shown, or none.
  document.addEventListener("change", function (event) {
    var name = event.target.dataset.chooseAll;
    if (name) {
      event.target.form.querySelectorAll('input[type="checkbox"][name="' + name + '"]').forEach(function (one) {
        one.checked = event.target.checked;
      });
    }
  });

  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") {
      forgetSuggestions();
    }
  });

  function forgetSuggestions() {
    var box = document.getElementById("suggestions");
    if (box) {
      box.textContent = "";
    }
  }

  // What only scripts can do is offered only where they run; forms send themselves where that helps.
  function prepare(root) {
    root.querySelectorAll(".needs-script").forEach(function (one) {
      one.hidden = false;
    });
    drawAll(root);
  }

  // The library comes with the first chart; pages without one do not load it.
  var library = null;

  function drawAll(root) {
    var canvases = root.querySelectorAll("canvas[data-chart]");
    if (canvases.length === 0) {
      return;
    }
    if (library === null) {
      library = new Promise(function (resolve) {
        var script = document.createElement("script");
        script.src = "/webjars/chart.js/4.5.1/dist/chart.umd.min.js";
        script.onload = resolve;
        document.head.appendChild(script);
      });
    }
    library.then(function () {
      canvases.forEach(draw);
    });
  }

  // Lines differ by dash and point, bars by their place, never by colour alone.
  var DASHES = [[], [7, 4], [2, 3], [9, 3, 2, 3]];
  var POINTS = ["circle", "rectRot", "triangle", "rect"];

  function draw(canvas) {
    var chart = JSON.parse(canvas.dataset.chart);
    var known = window.Chart.getChart(canvas);
    if (known) {
      known.destroy();
    }
    var style = getComputedStyle(document.documentElement);
    var ink = style.getPropertyValue("--cc-ink").trim();
    var grid = style.getPropertyValue("--cc-line").trim();
    var colours = [1, 2, 3, 4].map(function (n) {
      return style.getPropertyValue("--cc-series-" + n).trim();
    });
    window.Chart.defaults.font.size = parseInt(style.getPropertyValue("--cc-chart-font"), 10) || 12;
    new window.Chart(canvas, {
      type: chart.kind,
      data: {
        labels: chart.labels,
        datasets: chart.series.map(function (one, at) {
          var colour = colours[at % colours.length];
          return {
            label: one.name,
            data: one.values,
            borderColor: colour,
            backgroundColor: chart.kind === "bar" ? colour : "transparent",
            borderDash: chart.kind === "line" ? DASHES[at % DASHES.length] : [],
            pointStyle: POINTS[at % POINTS.length],
            borderWidth: 2,
            pointRadius: 3,
            tension: 0.2,
            spanGaps: false
          };
        })
      },
      options: {
        animation: false,
        maintainAspectRatio: false,
        interaction: { mode: "index", intersect: false },
        plugins: {
          legend: { display: chart.series.length > 1, position: "bottom", labels: { color: ink, usePointStyle: true } },
          tooltip: {
            callbacks: {
              label: function (item) {
                return item.dataset.label + " " + item.formattedValue + chart.unit;
              }
            }
          }
        },
        scales: {
          x: { ticks: { color: ink }, grid: { display: false } },
          y: { beginAtZero: true, ticks: { color: ink, precision: 0 }, grid: { color: grid } }
        }
      }
    });
  }

  // On a phone filters begin folded; with scripts off they stay open.
  if (window.matchMedia("(max-width: 575.98px)").matches) {
    document.querySelectorAll("details[data-fold]").forEach(function (one) {
      one.open = false;
    });
  }

  // A picture of time that does not fit begins with today in its middle, or with what ended last at its end where
  // nothing is open any more, and not years ago; the labels beside it stay where they are.
  document.querySelectorAll(".time-scroll").forEach(function (box) {
    var labels = box.querySelector(".time-labels");
    if (labels && box.scrollWidth > box.clientWidth) {
      var right = box.getBoundingClientRect().right;
      var middle = (labels.getBoundingClientRect().right + right) / 2;
      var today = box.querySelector(".now").getBoundingClientRect().left;
      var ended = lastEnd(box);
      box.scrollLeft += ended === null ? today - middle : Math.min(today - middle, ended - (right - 40));
    }
  });

  // Where the last deadline ended; null where one is open, or none was ever there.
  function lastEnd(box) {
    if (box.querySelector(".row-running, .row-paused, .row-breached")) {
      return null;
    }
    return Array.from(box.querySelectorAll(".end-mark"), function (one) {
      return one.getBoundingClientRect().right;
    }).reduce(function (last, one) {
      return last === null ? one : Math.max(last, one);
    }, null);
  }

  document.addEventListener("htmx:afterSettle", function (event) {
    prepare(event.target);
  });
  new MutationObserver(function () {
    drawAll(document);
  }).observe(document.documentElement, { attributes: true, attributeFilter: ["data-bs-theme"] });
  prepare(document);
})();
