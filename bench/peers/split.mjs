// Splits the text files named on standard input with @langchain/textsplitters; answers each with its seconds of processor time
// and of the clock, without the reading. The first argument is the clone, whose .tools/ holds the package.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { createInterface } from "node:readline";

const folder = join(process.argv[2], ".tools", "bench-peers", "node_modules", "@langchain", "textsplitters");
const { RecursiveCharacterTextSplitter } = createRequire(import.meta.url)(folder);
const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));

// About as many characters as 400 tokens, which is our default.
const splitter = new RecursiveCharacterTextSplitter({ chunkSize: 1600, chunkOverlap: 0 });
console.log(`${version} on node ${process.version}`);
for await (const path of createInterface({ input: process.stdin })) {
  const text = readFileSync(path, "utf8");
  const cpu = process.cpuUsage();
  const start = performance.now();
  await splitter.splitText(text);
  const used = process.cpuUsage(cpu);
  console.log(`${(used.user + used.system) / 1e6} ${(performance.now() - start) / 1e3}`);
}
