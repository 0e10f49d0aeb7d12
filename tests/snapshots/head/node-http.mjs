// Look at a download before fetching it
// Run: node head.mjs

import { once } from "node:events";
import https from "node:https";
import { buffer } from "node:stream/consumers";

const url = "https://downloads.example.net/releases/2.10/engine.tar.gz";
const request = https.request(url, {
  method: "HEAD",
  headers: { Accept: "application/gzip" },
  timeout: 30000,
});
request.on("timeout", () => request.destroy(new Error("Timed out.")));
request.end();
const [response] = await once(request, "response");
const answer = await buffer(response);
if (response.statusCode >= 300) {
  const reason = response.headers.location ?? String(answer);
  console.error(response.statusCode, response.statusMessage, reason);
  process.exit(1);
}
for (const [name, value] of Object.entries(response.headers)) {
  console.log(`${name}: ${value}`);
}
