// Log in with a form
// Run: ACCOUNT_PASSWORD=... node login-form.mjs

import { once } from "node:events";
import https from "node:https";
import { text } from "node:stream/consumers";

if (!process.env.ACCOUNT_PASSWORD) {
  console.error("ACCOUNT_PASSWORD is not set.");
  process.exit(1);
}

const body = new URLSearchParams([
  ["username", "ada@example.com"],
  ["password", process.env.ACCOUNT_PASSWORD],
  ["scope", "profile"],
  ["scope", "orders"],
  ["device", ""],
]).toString();
const url = "https://accounts.example.com/login";
const request = https.request(url, {
  method: "POST",
  headers: { "Content-Type": "application/x-www-form-urlencoded" },
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
console.log(JSON.parse(answer).session.id);
