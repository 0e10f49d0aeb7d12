// */ ?> */ --> ??/ /// script # coding: utf-7 \u000a touch PWNED \u002a\u002f {{ 7*7 }} {% raw %} <?php touch('PWNED'); ?> <!-- \
// Run: node words-comments.mjs

import { once } from "node:events";
import https from "node:https";
import { text } from "node:stream/consumers";

const body = JSON.stringify({ a: 1 });
const request = https.request("https://api.example.com/notes", {
  method: "POST",
  headers: { "Content-Type": "application/json" },
  timeout: 30000,
});
request.on("timeout", () => request.destroy(new Error("ETIMEDOUT")));
request.end(body);
const [response] = await once(request, "response");
if (response.statusCode >= 300) {
  const reason = response.headers.location ?? (await text(response));
  throw new Error(`HTTP ${response.statusCode}: ${reason}`);
}
const answer = JSON.parse(await text(response));
console.log(JSON.stringify(answer.ok));
