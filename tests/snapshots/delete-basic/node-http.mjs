// Delete a user's key
// Run: ADMIN_USER=... ADMIN_PASSWORD=... node delete-basic.mjs

import { once } from "node:events";
import https from "node:https";
import { buffer } from "node:stream/consumers";

for (const name of ["ADMIN_USER", "ADMIN_PASSWORD"]) {
  if (!process.env[name]) {
    console.error(`${name} is not set.`);
    process.exit(1);
  }
}

const url = "https://api.example.net/v2/users/1042/keys/laptop%20%28old%29";
const request = https.request(url, {
  method: "DELETE",
  auth: `${process.env.ADMIN_USER}:${process.env.ADMIN_PASSWORD}`,
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
process.stdout.write(answer);
