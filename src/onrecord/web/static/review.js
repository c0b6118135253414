// One-key decisions at the review desk, and words of a page taken by selecting them. Everything works without it.
(() => {
  "use strict";
  const root = document.documentElement;
  const off = document.getElementById("keys-off");
  const KEYS_OFF = "onrecord-keys-off";
  root.classList.add("has-script");
  const on = () => localStorage.getItem(KEYS_OFF) === null;
  const show = () => {
    root.classList.toggle("has-keys", on() || off !== null);
    if (off === null) return;
    off.setAttribute("aria-pressed", String(!on()));
    off.textContent = on() ? "Turn keys off" : "Turn keys on";
  };
  const typing = (element) => element.closest("input, select, textarea") !== null;

  const open = (details, field) => {
    details.open = true;
    const first = field ?? details.querySelector("input:not([type=hidden]), select, textarea");
    if (first !== null) first.focus();
  };

  // The selected words, with where they stand: code points from the beginning of the text.
  const selected = () => {
    const selection = document.getSelection();
    const reading = document.getElementById("reading");
    if (reading === null || selection === null || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    const element = range.startContainer.nodeType === Node.TEXT_NODE ? range.startContainer.parentElement : range.startContainer;
    const block = element.closest("p.text[data-start]");
    if (block === null) return null;
    const before = document.createRange();
    before.selectNodeContents(block);
    before.setEnd(range.startContainer, range.startOffset);
    return { words: selection.toString().trim(), at: Number(block.dataset.start) + [...before.toString()].length };
  };

  // A finger that touches a button may end the selection before the button hears of it.
  let last = null;
  document.addEventListener("selectionchange", () => { last = selected() ?? last; });

  const fill = (field, found) => {
    const near = field.form.elements["near-" + field.name];
    const several = ["source", "target"].includes(field.name) && field.value.trim() !== "";
    field.value = several ? `${field.value.trim()}; ${found.words}` : found.words;
    if (!several) near.value = String(found.at);
    document.getSelection().removeAllRanges();
    last = null;
  };
  const take = (number) => {
    const field = document.querySelector(`.adding details[open] [data-takes="${number}"]`);
    if (field === null) return false;
    const found = selected();
    if (found === null) field.focus();
    else fill(field, found);
    return true;
  };
  document.querySelectorAll("[data-take]").forEach((button) => button.addEventListener("click", () => {
    const field = document.getElementById(button.dataset.take);
    if (last === null) field.focus();
    else fill(field, last);
  }));

  // On a page that is read whole the keys r and w are those of the note that has the focus, or that the address names.
  const notes = [...document.querySelectorAll(".reading .notes li")];
  const current = () => {
    const focused = notes.findIndex((note) => note.contains(document.activeElement));
    return focused >= 0 ? focused : notes.findIndex((note) => `#${note.id}` === location.hash);
  };
  const walk = (by) => {
    const here = current();
    const next = here < 0 ? (by > 0 ? 0 : notes.length - 1) : here + by;
    const link = notes[next]?.querySelector("a");
    if (!link) return false;
    link.focus({ preventScroll: true });
    notes[next].scrollIntoView({ block: "center" });
    return true;
  };
  const judge = (verdict) => {
    const note = notes[current()];
    const button = note && note.querySelector(`button[value="${verdict}"]`);
    if (!button) return false;
    const next = notes[current() + 1] ?? note;
    const back = button.form.elements.back;
    back.value = `${back.value.split("#")[0]}#${next.id}`;
    button.click();
    return true;
  };

  const press = (key) => {
    if (notes.length > 0) {
      if (key === "j" || key === "k") return walk(key === "j" ? 1 : -1);
      if (key === "r" || key === "w") return judge(key === "r" ? "accept" : "reject");
    }
    if (/^[1-9]$/.test(key)) return take(key);
    const target = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
    if (target === null) return false;
    if (target.dataset.opens) open(document.getElementById(target.dataset.opens));
    // What is selected would be lost with the focus.
    else if (target.tagName === "SUMMARY" && selected() !== null) target.parentElement.open = true;
    else if (target.tagName === "SUMMARY") open(target.parentElement, document.getElementById(target.dataset.into ?? ""));
    else target.click();
    return true;
  };

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && typing(event.target)) event.target.blur();
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || !on() || typing(event.target)) return;
    if (press(event.key)) event.preventDefault();
  });
  document.querySelectorAll("[data-opens]").forEach((link) => link.addEventListener("click", (event) => {
    event.preventDefault();
    open(document.getElementById(link.dataset.opens));
  }));
  if (off !== null) off.addEventListener("click", () => {
    if (on()) localStorage.setItem(KEYS_OFF, "1");
    else localStorage.removeItem(KEYS_OFF);
    show();
  });
  // Twice the same decision is one too many.
  document.querySelectorAll("form[method=post]").forEach((form) => form.addEventListener("submit", (event) => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "1";
  }));
  window.addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent));
  show();
})();
