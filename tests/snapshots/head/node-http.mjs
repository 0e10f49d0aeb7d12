// Look at a download before fetching it
// Run: node head.mjs

import { once } from "node:events";
import https from "node:https";
import { text } from "node:stream/consumers";

const url = "https://downloads.example.net/releases/2.10/engine.tar.gz";
const request = https.request(url, {
  method: "HEAD",
  headers: { Accept: "application/gzip" },
  timeout: 30000,
});
request.on("timeout", () => request.destroy(new Error("ETIMEDOUT")));
request.end();
const [response] = await once(request, "response");
if (response.statusCode >= 300) {
  const reason = response.headers.location ?? (await text(response));
  throw new Error(`HTTP ${response.statusCode}: ${reason}`);
}
for (const [name, value] of Object.entries(response.headers)) {
  console.log(`${name}: ${value}`);
}
