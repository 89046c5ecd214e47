// Keys of the grid of pairs: arrows move between rows, Space selects (with Shift up to here), Enter opens. The browser remembers the shown columns.
const kept = "synthdatagen:columns";

export function listen(scroll, begin) {
  const rows = () => [...scroll.querySelectorAll("tr[data-row]")];
  const at = number => scroll.querySelector(`tr[data-row="${number}"]`);

  // A row that isn't drawn yet is drawn once it is scrolled to.
  function go(number, tries = 20) {
    const row = at(number);
    if (!row) return tries > 0 && requestAnimationFrame(() => setTimeout(() => go(number, tries - 1), 30));
    row.focus({ preventScroll: true });
    const head = scroll.querySelector("thead").offsetHeight, box = row.getBoundingClientRect(), view = scroll.getBoundingClientRect();
    if (box.top < view.top + head) scroll.scrollTop -= view.top + head - box.top;
    if (box.bottom > view.bottom) scroll.scrollTop += box.bottom - view.bottom;
  }

  // People who come back find the row they left in sight, and continue from it with the keys. The position of a row that isn't drawn is
  // only approximate: it is measured again from the first drawn row, and once more when the row itself is drawn.
  function show(number, tries = 60) {
    const row = at(number), near = row ?? rows()[0];
    if (near) {
      const from = near.getBoundingClientRect().top - scroll.getBoundingClientRect().top;
      scroll.scrollTop += from + (number - Number(near.dataset.row)) * near.offsetHeight - scroll.clientHeight / 3;
    }
    row?.focus({ preventScroll: true, focusVisible: true });
    if (tries > 0) setTimeout(() => show(number, row ? 0 : tries - 1), 60);
  }

  function onKey(e) {
    const row = e.target.closest?.("tr[data-row]");
    if (!row || e.altKey || e.ctrlKey || e.metaKey) return;
    const here = Number(row.dataset.row), page = Math.max(1, Math.floor(scroll.clientHeight / row.offsetHeight) - 1);
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page }[e.key];
    if (step) {
      e.preventDefault();
      if (Math.abs(step) > 1) scroll.scrollTop += step * row.offsetHeight;
      return void go(Math.max(0, here + step));
    }
    if (e.target !== row) return;
    if (e.key === "Enter") row.querySelector(".words a").click();
    if (e.key === " ") row.querySelector("input").dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, shiftKey: e.shiftKey }));
    if (e.key === " ") e.preventDefault();
  }

  // The Tab key stops at one row: the one focused last, or the first one drawn.
  function onFocus(e) {
    const row = e.target.closest?.("tr[data-row]");
    if (!row) return;
    for (const other of rows()) other.tabIndex = other === row ? 0 : -1;
  }

  const watcher = new MutationObserver(() => {
    const all = rows();
    if (all.length && !all.some(row => row.tabIndex === 0)) all[0].tabIndex = 0;
  });
  watcher.observe(scroll, { childList: true, subtree: true });
  scroll.addEventListener("keydown", onKey);
  scroll.addEventListener("focusin", onFocus);
  if (begin) show(begin);
  return {
    close() {
      watcher.disconnect();
      scroll.removeEventListener("keydown", onKey);
      scroll.removeEventListener("focusin", onFocus);
    },
  };
}

export function columns() {
  try { return localStorage.getItem(kept); } catch { return null; /* storage is off */ }
}

export function keepColumns(keys) {
  try { localStorage.setItem(kept, keys); } catch { /* storage is full or off */ }
}
