// Brings the reader's top into view when other text stands in it.
export function toTop(reader) {
  if (reader?.getBoundingClientRect().top < 0) reader.scrollIntoView({ block: "start" });
}
