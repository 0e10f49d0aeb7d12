// How many lines each program of the rivals has for one request: [language, client, lines], blank lines left out.
// Usage: node lengths.mjs < har.json   (run in a folder whose node_modules holds the rivals)
import { codegen, convert, har, require, snippetz } from "./rivals.mjs";

const { HTTPSnippet, availableTargets } = require("httpsnippet");

const found = [];
const add = (language, client, text) =>
  found.push([language.toLowerCase(), client.toLowerCase(), String(text).split("\n").filter((line) => line.trim()).length]);

for (const { key, clients } of availableTargets())
  for (const client of clients) add(key, client.key, new HTTPSnippet(har).convert(key, client.key));
for (const { key, clients } of snippetz().clients())
  for (const { client } of clients) add(key, client, snippetz().print(key, client, har));
for (const { key, variants } of codegen.getLanguageList())
  for (const variant of variants) add(key, variant.key, convert(key, variant.key));
console.log(JSON.stringify(found));
