// Log in with a form
// Run: ACCOUNT_PASSWORD=... node login-form.mjs

import { once } from "node:events";
import https from "node:https";
import { text } from "node:stream/consumers";

if (!process.env.ACCOUNT_PASSWORD)
  throw new Error("ACCOUNT_PASSWORD is not set");

const body = new URLSearchParams([
  ["username", "ada@example.com"],
  ["password", process.env.ACCOUNT_PASSWORD],
  ["scope", "profile"],
  ["scope", "orders"],
  ["device", ""],
]).toString();
const request = https.request("https://accounts.example.com/login", {
  method: "POST",
  headers: { "Content-Type": "application/x-www-form-urlencoded" },
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
console.log(answer.session.id);
