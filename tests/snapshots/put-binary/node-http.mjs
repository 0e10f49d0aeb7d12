// Replace an avatar
// Run: FILES_API_KEY=... node put-binary.mjs

import { once } from "node:events";
import { readFile } from "node:fs/promises";
import https from "node:https";
import { text } from "node:stream/consumers";

if (!process.env.FILES_API_KEY) {
  console.error("FILES_API_KEY is not set.");
  process.exit(1);
}

const body = await readFile("avatar.png");
const url = "https://files.example.org/avatars/ada";
const request = https.request(url, {
  method: "PUT",
  headers: {
    "X-Api-Key": process.env.FILES_API_KEY,
    "Content-Type": "image/png",
  },
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
console.log(JSON.stringify(JSON.parse(answer).bytes));
