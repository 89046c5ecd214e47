// Keys of the review desk. Fields keep their keys, but for Esc and Ctrl+Enter. Calls arrive in the order of the keys.
const known = new Set(["a", "e", "r", "u", "s", "j", "k", "?", "ArrowLeft", "ArrowRight", "Escape", "Enter", "1", "2", "3", "4", "5", "6", "7", "8", "9"]);
const fields = "input, textarea, select, [contenteditable]";

export function listen(page) {
  const valueOf = id => document.getElementById(id)?.value ?? "";
  const call = (name, ...values) => page.invokeMethodAsync(name, ...values).catch(() => { });

  function onKey(e) {
    if (e.isComposing || e.altKey || e.defaultPrevented || document.querySelector(".rz-dialog")) return;
    const control = e.ctrlKey || e.metaKey;
    const field = e.target.closest?.(fields);
    if (control) {
      if (e.key !== "Enter" || !document.getElementById("edit-question")) return;
      e.preventDefault();
      call("OnSaveAsync", valueOf("edit-question"), valueOf("edit-answer"));
      document.activeElement?.blur(); // The next key is a command already, even while the editor still stands.
      return;
    }
    if (field && e.key !== "Escape") return;
    if (e.key === "Enter" && e.target.closest?.("a, button, summary")) return;
    const key = e.key.length === 1 ? e.key.toLowerCase() : e.key;
    if (!known.has(key)) return;
    e.preventDefault();
    if (field) field.blur();
    call("OnKeyAsync", key);
  }

  // The editor takes the focus when it opens.
  const watcher = new MutationObserver(() => {
    const editor = document.getElementById("edit-answer");
    if (editor && !editor.dataset.met) {
      editor.dataset.met = "yes";
      editor.focus();
    }
  });
  watcher.observe(document.body, { childList: true, subtree: true });
  document.addEventListener("keydown", onKey);
  document.querySelector(".desk")?.setAttribute("data-keys", "on");
  return {
    close() {
      watcher.disconnect();
      document.removeEventListener("keydown", onKey);
    },
  };
}

// Brings the first evidence into view, with some of what stands before it.
export function showEvidence(scroll) {
  const mark = scroll?.querySelector?.("mark");
  if (scroll) scroll.scrollTop = mark ? Math.max(0, mark.offsetTop - scroll.offsetTop - scroll.clientHeight / 4) : 0;
}
