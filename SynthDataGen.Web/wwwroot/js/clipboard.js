// Copies text; false if the browser doesn't allow it (plain http on another machine).
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
