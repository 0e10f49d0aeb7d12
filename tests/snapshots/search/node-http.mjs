// Search a catalogue
// Run: node search.mjs

import { once } from "node:events";
import https from "node:https";
import { text } from "node:stream/consumers";

const url =
  "https://api.example.com/v1/catalogues/books/items?q=caf%C3%A9%20%26%20cr%C3%A8me&tag=cooking&tag=french&limit=10";
const request = https.request(url, {
  headers: { "X-Request-Id": "docs-0001" },
  timeout: 30000,
});
request.on("timeout", () => request.destroy(new Error("Timed out.")));
request.end();
const [response] = await once(request, "response");
const answer = await text(response);
if (response.statusCode >= 300) {
  const reason = response.headers.location ?? answer;
  console.error(response.statusCode, response.statusMessage, reason);
  process.exit(1);
}
console.log(JSON.parse(answer).items[0].title);
