// Replace an avatar
// Run: FILES_API_KEY=... node put-binary.mjs

import { once } from "node:events";
import { readFile } from "node:fs/promises";
import https from "node:https";
import { text } from "node:stream/consumers";

if (!process.env.FILES_API_KEY) throw new Error("FILES_API_KEY is not set");

const body = await readFile("avatar.png");
const request = https.request("https://files.example.org/avatars/ada", {
  method: "PUT",
  headers: {
    "X-Api-Key": process.env.FILES_API_KEY,
    "Content-Type": "image/png",
  },
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
console.log(JSON.stringify(answer.bytes));
