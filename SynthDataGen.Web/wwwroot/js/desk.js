// The review desk's keys, its unsaved edits, and selections in the source.
// Fields keep their keys, except Esc and Ctrl+Enter. Calls arrive in the order of the keys.
const known = new Set(["a", "e", "r", "u", "s", "g", "j", "k", "p", "f", "?", "ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Escape", "Enter", "1", "2", "3", "4", "5", "6", "7", "8", "9"]);
const fields = "input, textarea, select, [contenteditable], .own-keys";
const focusFor = { "/": "desk-search", o: "reject-note", g: "regenerate-remark" };
const lost = () => /components-reconnect-(show|retrying|failed|rejected|paused)/.test(document.getElementById("components-reconnect-modal")?.className ?? "");

export function listen(page, scope) {
  const valueOf = id => document.getElementById(id)?.value ?? "";
  const call = async (name, ...values) => { try { await page.invokeMethodAsync(name, ...values); } catch { /* the banner shows that the connection is lost */ } };

  function onKey(e) {
    if (e.isComposing || e.altKey || e.defaultPrevented || document.querySelector(".rz-dialog") || lost()) return;
    const field = e.target.closest?.(fields);
    if (e.ctrlKey || e.metaKey) return save(e);
    if (field && e.key !== "Escape") return;
    if (e.key === "Enter" && e.target.closest?.("a, button, summary")) return;
    const key = e.key.length === 1 ? e.key.toLowerCase() : e.key;
    const wanted = document.getElementById(focusFor[key]);
    if (wanted) {
      e.preventDefault();
      wanted.focus();
      return;
    }
    const scrolls = key === "ArrowUp" || key === "ArrowDown";
    if (!known.has(key) || scrolls && !document.querySelector(".desk [role=listbox]")) return;
    e.preventDefault();
    if (field) field.blur();
    call("OnKeyAsync", key);
  }

  function save(e) {
    if (e.key !== "Enter" || !document.getElementById("edit-question")) return;
    e.preventDefault();
    call("OnSaveAsync", valueOf("edit-question"), valueOf("edit-answer"));
    document.activeElement?.blur(); // The next key is already a command, even while the editor is still shown.
  }

  // Edits are kept while they are typed, so neither a lost connection nor an expired session loses them.
  function keepWords() {
    const editor = document.querySelector(".desk .editor");
    if (!editor) return;
    const { pair, version, evidence } = editor.dataset;
    const words = { version: Number(version), question: valueOf("edit-question"), answer: valueOf("edit-answer"), evidence: evidence ? JSON.parse(evidence) : null, at: Date.now() };
    try { localStorage.setItem(wordsOf(scope, pair), JSON.stringify(words)); } catch { /* the browser's storage is full or off */ }
  }

  function onInput(e) {
    if (e.target.closest?.(".editor")) keepWords();
  }

  // Evidence is set by selecting words of the source. Offsets count UTF-16 units, as they do in the text.
  function onSelected() {
    const words = document.querySelector(".desk .words.selectable"), selection = getSelection();
    if (!words || !selection.rangeCount || selection.isCollapsed) return;
    const range = selection.getRangeAt(0);
    if (!words.contains(range.startContainer) && !words.contains(range.endContainer)) return;
    const whole = document.createRange();
    whole.selectNodeContents(words);
    if (range.compareBoundaryPoints(Range.START_TO_START, whole) < 0) range.setStart(words, 0);
    if (range.compareBoundaryPoints(Range.END_TO_END, whole) > 0) range.setEnd(words, words.childNodes.length);
    const before = document.createRange();
    before.setStart(words, 0);
    before.setEnd(range.startContainer, range.startOffset);
    const start = Number(words.dataset.start) + before.toString().length;
    const end = start + range.toString().length;
    selection.removeAllRanges();
    call("OnSelected", start, end);
  }

  // Elements that ask for focus get it when they appear; changed evidence is kept with the edit.
  const watcher = new MutationObserver(changes => {
    for (const { attributeName, target } of changes) {
      if (attributeName === "data-evidence") keepWords();
      if (attributeName === "aria-activedescendant") document.getElementById(target.getAttribute(attributeName))?.scrollIntoView({ block: "nearest" });
    }
    const wants = document.querySelector(".desk [data-takes-focus]:not([data-met])");
    if (wants) {
      wants.dataset.met = "yes";
      wants.focus();
    }
  });
  watcher.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ["data-evidence", "aria-activedescendant"] });

  const reconnect = watchConnection(scope, () => call("OnBackAsync"));
  const mouse = () => setTimeout(onSelected);
  const handlers = { keydown: onKey, input: onInput, mouseup: mouse, touchend: mouse };
  for (const [name, handler] of Object.entries(handlers)) document.addEventListener(name, handler);
  document.querySelector(".desk")?.setAttribute("data-keys", "on");
  return {
    close() {
      watcher.disconnect();
      reconnect.close();
      for (const [name, handler] of Object.entries(handlers)) document.removeEventListener(name, handler);
    },
  };
}

// A restarted server no longer knows this page: the page reloads as soon as the server answers, and finds what it kept.
// A server that still knows it hears that the connection is back, before any key.
function watchConnection(scope, back) {
  let loading = false, away = false, timer = 0;
  const reload = () => { loading = true; location.reload(); };
  const look = () => fetch("/alive", { cache: "no-store" }).then(answer => { if (answer.ok) reload(); }, () => { });
  const modal = document.getElementById("components-reconnect-modal");
  const watcher = new MutationObserver(() => {
    clearInterval(timer);
    if (/-(rejected|failed)/.test(modal.className) && !loading) timer = setInterval(look, 1000);
    if (away && !lost()) back();
    away = lost();
  });
  if (modal) watcher.observe(modal, { attributes: true, attributeFilter: ["class"] });
  const onLeave = e => { if (!loading && lost() && unsent(scope)) e.preventDefault(); };
  window.addEventListener("beforeunload", onLeave);
  return {
    close() {
      clearInterval(timer);
      watcher.disconnect();
      window.removeEventListener("beforeunload", onLeave);
    },
  };
}

const wordsOf = (scope, pair) => `synthdatagen:words:${scope}:${pair}`;
const unsentOf = scope => `synthdatagen:unsent:${scope}`;

// Ids of the pairs whose words are kept, the newest first, as JSON.
export function kept(scope) {
  try {
    const start = wordsOf(scope, "");
    const at = key => JSON.parse(localStorage.getItem(key)).at;
    return JSON.stringify(Object.keys(localStorage).filter(key => key.startsWith(start)).sort((a, b) => at(b) - at(a)).map(key => key.slice(start.length)));
  } catch { return null; }
}

export function recall(scope, pair) {
  try { return localStorage.getItem(wordsOf(scope, pair)); } catch { return null; }
}

export function forget(scope, pair) {
  try { localStorage.removeItem(wordsOf(scope, pair)); } catch { return false; }
  return true;
}

// Decisions that are on their way, of this tab alone.
export function unsent(scope) {
  try { return sessionStorage.getItem(unsentOf(scope)); } catch { return null; }
}

export function keepUnsent(scope, json) {
  try {
    if (json) sessionStorage.setItem(unsentOf(scope), json);
    else sessionStorage.removeItem(unsentOf(scope));
  } catch { return false; }
  return true;
}

// Recent remarks, newest first, as JSON.
const remarksOf = scope => `synthdatagen:remarks:${scope}`;

export function remarks(scope) {
  try { return localStorage.getItem(remarksOf(scope)); } catch { return null; }
}

export function keepRemark(scope, remark) {
  try {
    const before = JSON.parse(remarks(scope) ?? "[]").filter(one => one !== remark);
    localStorage.setItem(remarksOf(scope), JSON.stringify([remark, ...before].slice(0, 6)));
  } catch { return false; }
  return true;
}

// Brings the first evidence into view, with some text before it.
export function showEvidence(scroll) {
  const mark = scroll?.querySelector?.("mark");
  if (scroll) scroll.scrollTop = mark ? Math.max(0, mark.offsetTop - scroll.offsetTop - scroll.clientHeight / 4) : 0;
}
