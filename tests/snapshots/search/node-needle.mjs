// Search a catalogue
// Install: npm install needle
// Run: node search.mjs

import needle from "needle";

const url = new URL("https://api.example.com/v1/catalogues/books/items");
url.search = new URLSearchParams([
  ["q", "café & crème"],
  ["tag", "cooking"],
  ["tag", "french"],
  ["limit", 10],
]);
const options = {
  headers: { "X-Request-Id": "docs-0001" },
  response_timeout: 30000,
  read_timeout: 30000,
};
const response = await needle("get", url.href, options);
if (response.statusCode >= 300) {
  const reason = response.headers.location ?? response.raw;
  throw new Error(`HTTP ${response.statusCode}: ${reason}`);
}
console.log(response.body.items[0].title);
