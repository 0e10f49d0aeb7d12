// Mintlify's pages are MDX with components of its own; those are stubs here, and a block's title is kept.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { evaluate } from "@mdx-js/mdx";
import { createElement } from "react";
import * as runtime from "react/jsx-runtime";
import { renderToStaticMarkup } from "react-dom/server";

const titles = () => function visit(node) {
  if (node.tagName === "code" && node.data?.meta) node.properties.title = node.data.meta;
  node.children?.forEach(visit);
};
const matter = (text) => text.replace(/^---\n.*?\n---\n/s, "");
const CodeGroup = ({ children }) => createElement("div", { className: "code-group" }, children);

mkdirSync("out", { recursive: true });
for (const file of readdirSync("pages").filter((name) => name.endsWith(".mdx"))) {
  const text = matter(readFileSync(`pages/${file}`, "utf8"));
  const { default: Page } = await evaluate(text, { ...runtime, rehypePlugins: [titles] });
  writeFileSync(`out/${file.replace(/\.mdx$/, ".html")}`, renderToStaticMarkup(createElement(Page, { components: { CodeGroup } })));
}
