// The rivals, and one request (a HAR request object on standard input) as each of them takes it.
// Run what imports this in a folder whose node_modules holds the rivals.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

export const require = createRequire(pathToFileURL(`${process.cwd()}/`));
export const { snippetz } = await import(pathToFileURL(`${process.cwd()}/node_modules/@scalar/snippetz/dist/index.js`));
export const codegen = require("postman-code-generators");
export const har = JSON.parse(readFileSync(0, "utf8"));

const { Request } = require("postman-collection");

const item = new Request({
  method: har.method,
  url: har.url,
  header: har.headers.map(({ name, value }) => ({ key: name, value })),
  body: { mode: "raw", raw: har.postData.text, options: { raw: { language: "json" } } },
});

// The program of postman-code-generators in one of its languages and variants.
export const convert = (language, variant) => {
  let text;
  codegen.convert(language, variant, item, {}, (error, result) => {
    if (error) throw error;
    text = result;
  });
  return text;
};
