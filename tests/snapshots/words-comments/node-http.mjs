// */ ?> */ --> ??/ /// script # coding: utf-7 \u000a touch PWNED \u002a\u002f {{ 7*7 }} {% raw %} <?php touch('PWNED'); ?> <!-- \
// Run: node words-comments.mjs

import { once } from "node:events";
import https from "node:https";
import { text } from "node:stream/consumers";

const body = JSON.stringify({ a: 1 });
const url = "https://api.example.com/notes";
const request = https.request(url, {
  method: "POST",
  headers: { "Content-Type": "application/json" },
  timeout: 30000,
});
request.on("timeout", () => request.destroy(new Error("Timed out.")));
request.end(body);
const [response] = await once(request, "response");
const answer = await text(response);
if (response.statusCode >= 300) {
  const reason = response.headers.location ?? answer;
  console.error(response.statusCode, response.statusMessage, reason);
  process.exit(1);
}
console.log(JSON.stringify(JSON.parse(answer).ok));
