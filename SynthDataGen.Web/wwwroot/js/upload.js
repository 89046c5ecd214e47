// Uploads files, a few at a time, and reports their progress. Files don't go through the circuit.
const atOnce = 3;

export function open(input, page) {
  const waiting = [];
  let running = 0, count = 0, depth = 0;

  const report = (id, name, percent, ended, failure) =>
    page.invokeMethodAsync("ReportAsync", id, name, percent, ended, failure).catch(() => { });

  function send({ id, file }) {
    const request = new XMLHttpRequest();
    let told = 0;
    request.open("POST", "/upload?name=" + encodeURIComponent(file.name));
    request.setRequestHeader("X-Requested-With", "XMLHttpRequest");
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.upload.onprogress = e => {
      if (performance.now() - told > 200) {
        told = performance.now();
        report(id, file.name, Math.min(99, Math.round(100 * e.loaded / e.total)), false, null);
      }
    };
    const end = failure => { running--; report(id, file.name, 100, true, failure); next(); };
    request.onerror = () => end("The upload was interrupted. Check that the file still exists and the server is reachable.");
    request.onload = () => end(failureOf(request));
    request.send(file);
  }

  function failureOf(request) {
    let failure = null;
    try { failure = JSON.parse(request.responseText).failure; } catch { /* not ours: the status speaks */ }
    if (failure) return failure.message;
    return request.status < 300 ? null : `The server refused the file (${request.status}).`;
  }

  function next() {
    while (running < atOnce && waiting.length > 0) { running++; send(waiting.shift()); }
  }

  function add(files) {
    for (const file of files) {
      const id = ++count;
      waiting.push({ id, file });
      report(id, file.name, 0, false, null);
    }
    next();
  }

  const hasFiles = e => e.dataTransfer && [...e.dataTransfer.types].includes("Files");
  const chosen = () => { add([...input.files]); input.value = ""; };
  const handlers = {
    dragenter: e => { if (hasFiles(e)) { depth++; document.body.classList.add("dropping"); } },
    dragleave: e => { if (hasFiles(e) && --depth <= 0) { depth = 0; document.body.classList.remove("dropping"); } },
    dragover: e => { if (hasFiles(e)) e.preventDefault(); },
    drop: e => {
      if (!hasFiles(e)) return;
      e.preventDefault();
      depth = 0;
      document.body.classList.remove("dropping");
      add([...e.dataTransfer.files]);
    },
  };

  input.addEventListener("change", chosen);
  for (const [name, handler] of Object.entries(handlers)) document.addEventListener(name, handler);
  if (input.files.length > 0) chosen(); // Chosen before the circuit was there.

  return {
    close() {
      for (const [name, handler] of Object.entries(handlers)) document.removeEventListener(name, handler);
      document.body.classList.remove("dropping");
    },
  };
}
