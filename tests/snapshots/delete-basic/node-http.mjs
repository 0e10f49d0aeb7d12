// Delete a user's key
// Run: ADMIN_USER=... ADMIN_PASSWORD=... node delete-basic.mjs

import { once } from "node:events";
import https from "node:https";
import { text } from "node:stream/consumers";

if (!process.env.ADMIN_USER) throw new Error("ADMIN_USER is not set");
if (!process.env.ADMIN_PASSWORD) throw new Error("ADMIN_PASSWORD is not set");

const url = "https://api.example.net/v2/users/1042/keys/laptop%20%28old%29";
const request = https.request(url, {
  method: "DELETE",
  auth: `${process.env.ADMIN_USER}:${process.env.ADMIN_PASSWORD}`,
  timeout: 30000,
});
request.on("timeout", () => request.destroy(new Error("ETIMEDOUT")));
request.end();
const [response] = await once(request, "response");
if (response.statusCode >= 300) {
  const reason = response.headers.location ?? (await text(response));
  throw new Error(`HTTP ${response.statusCode}: ${reason}`);
}
console.log(await text(response));
