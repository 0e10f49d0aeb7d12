// Search a catalogue
// Run: node search.mjs

import { once } from "node:events";
import https from "node:https";
import { text } from "node:stream/consumers";

const url = new URL("https://api.example.com/v1/catalogues/books/items");
url.search = new URLSearchParams([
  ["q", "café & crème"],
  ["tag", "cooking"],
  ["tag", "french"],
  ["limit", 10],
]);
const request = https.request(url, {
  headers: { "X-Request-Id": "docs-0001" },
  timeout: 30000,
});
request.on("timeout", () => request.destroy(new Error("ETIMEDOUT")));
request.end();
const [response] = await once(request, "response");
if (response.statusCode >= 300) {
  const reason = response.headers.location ?? (await text(response));
  throw new Error(`HTTP ${response.statusCode}: ${reason}`);
}
const answer = JSON.parse(await text(response));
console.log(answer.items[0].title);
