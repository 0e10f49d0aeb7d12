import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import * as module from "asciidoctor";

const factory = module.default ?? module;
const asciidoctor = typeof factory === "function" ? factory() : factory;
mkdirSync("out", { recursive: true });
for (const file of readdirSync("pages").filter((name) => name.endsWith(".adoc"))) {
  const options = { safe: "safe", standalone: false, base_dir: "pages" };
  const html = await asciidoctor.convert(readFileSync(`pages/${file}`, "utf8"), options);
  writeFileSync(`out/${file.replace(/\.adoc$/, ".html")}`, html);
}
