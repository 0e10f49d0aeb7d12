// """; import os; os.system('touch PWNED'); """ ''' "; touch PWNED; " '; touch PWNED; ' $(touch PWNED) `touch PWNED` #{system('touch PWNED')} ${x} %s %n \"""
// Run: node words-quotes.mjs

import { once } from "node:events";
import https from "node:https";
import { text } from "node:stream/consumers";

const request = https.request("https://api.example.com/notes", {
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
console.log(JSON.stringify(answer.ok));
