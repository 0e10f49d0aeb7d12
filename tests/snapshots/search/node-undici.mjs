// Search a catalogue
// Install: npm install undici
// Run: node search.mjs

import { request } from "undici";

const url = new URL("https://api.example.com/v1/catalogues/books/items");
url.search = new URLSearchParams([
  ["q", "café & crème"],
  ["tag", "cooking"],
  ["tag", "french"],
  ["limit", 10],
]);
const response = await request(url, {
  headers: { "X-Request-Id": "docs-0001" },
  signal: AbortSignal.timeout(30000),
});
if (response.statusCode >= 300) {
  const reason = response.headers.location ?? (await response.body.text());
  throw new Error(`HTTP ${response.statusCode}: ${reason}`);
}
const answer = await response.body.json();
console.log(answer.items[0].title);
