// Walks from mark to mark on a page with the keys j and k. Everything on the pages works without it.
(() => {
  "use strict";
  const marks = [...document.querySelectorAll("a.ref")];
  if (marks.length === 0) return;
  document.documentElement.classList.add("walks");
  const typing = (element) => element.closest("input, select, textarea, button") !== null;
  const step = (by) => {
    const here = marks.indexOf(document.activeElement);
    const next = here < 0 ? (by > 0 ? 0 : marks.length - 1) : here + by;
    if (next < 0 || next >= marks.length) return;
    marks[next].focus({ preventScroll: true });
    marks[next].scrollIntoView({ block: "center" });
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (event.key === "j" || event.key === "k") {
      event.preventDefault();
      step(event.key === "j" ? 1 : -1);
    }
  });
})();
