// The document's text: scrolls to a position, and reports what is in view and when more text is needed.
export function scrollTo(reader, start) {
  // The requested text may not be drawn yet.
  const go = tries => {
    const place = reader?.querySelector(`.heading[data-start="${start}"]`) ?? reader?.querySelector(`[data-start="${start}"]`);
    if (place) place.scrollIntoView({ block: "start" });
    else if (tries > 0) setTimeout(() => go(tries - 1), 30);
    else if (reader?.getBoundingClientRect().top < 0) reader.scrollIntoView({ block: "start" });
  };
  requestAnimationFrame(() => go(20));
}

export function watch(reader, page) {
  let end = 0, asked = -1, seen = -1, timer = 0;
  const call = (name, value) => page.invokeMethodAsync(name, value).catch(() => { });

  function look() {
    timer = 0;
    const more = reader.querySelector(".more");
    if (more && asked !== end && more.getBoundingClientRect().top < 2 * window.innerHeight) call("ShowMore", asked = end);
    const text = reader.querySelector(".text");
    if (!text || reader.getBoundingClientRect().top > 0 && seen < 0) return;
    let here = null;
    for (const place of text.querySelectorAll("[data-start]")) {
      if (place.getBoundingClientRect().top > 60) break;
      here = place;
    }
    here ??= text.querySelector("[data-start]");
    const start = Number(here?.dataset.start ?? 0);
    if (start !== seen) call("SeeFrom", seen = start);
  }

  const later = () => { timer ||= setTimeout(look, 150); };
  window.addEventListener("scroll", later, { passive: true });
  return {
    shown(to) {
      end = to;
      reader.querySelector(".outline [aria-current]")?.scrollIntoView({ block: "nearest" });
      later();
    },
    close() { clearTimeout(timer); window.removeEventListener("scroll", later); },
  };
}
