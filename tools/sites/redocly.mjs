// Redocly's pages are Markdoc with the tags tabs and tab (https://redocly.com/docs/realm/content/markdoc-tags/tabs).
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import Markdoc from "@markdoc/markdoc";

const tags = {
  tabs: { render: "tabs", attributes: { size: { type: String } } },
  tab: { render: "tab", attributes: { label: { type: String, required: true }, disable: { type: Boolean } } },
};
mkdirSync("out", { recursive: true });
for (const file of readdirSync("pages").filter((name) => name.endsWith(".md"))) {
  const tree = Markdoc.parse(readFileSync(`pages/${file}`, "utf8"));
  const faults = Markdoc.validate(tree, { tags });
  if (faults.length) throw new Error(`${file}: ${JSON.stringify(faults[0])}`);
  writeFileSync(`out/${file.replace(/\.md$/, ".html")}`, Markdoc.renderers.html(Markdoc.transform(tree, { tags })));
}
