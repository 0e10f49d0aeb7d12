// """; import os; os.system('touch PWNED'); """ ''' "; touch PWNED; " '; touch PWNED; ' $(touch PWNED) `touch PWNED` #{system('touch PWNED')} ${x} %s %n \"""
// Run: node words-quotes.mjs

import { once } from "node:events";
import https from "node:https";
import { text } from "node:stream/consumers";

const url = "https://api.example.com/notes";
const request = https.request(url, {
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
console.log(JSON.stringify(JSON.parse(answer).ok));
