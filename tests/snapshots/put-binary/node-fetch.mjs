// Replace an avatar
// Run: FILES_API_KEY=... node put-binary.mjs

import { readFile } from "node:fs/promises";

if (!process.env.FILES_API_KEY) {
  console.error("FILES_API_KEY is not set.");
  process.exit(1);
}

const url = "https://files.example.org/avatars/ada";
const response = await fetch(url, {
  method: "PUT",
  headers: {
    "X-Api-Key": process.env.FILES_API_KEY,
    "Content-Type": "image/png",
  },
  body: await readFile("avatar.png"),
  redirect: "manual",
  signal: AbortSignal.timeout(30000),
});
if (!response.ok) {
  const reason = response.headers.get("location") ?? (await response.text());
  console.error(response.status, response.statusText, reason);
  process.exit(1);
}
const answer = await response.json();
console.log(JSON.stringify(answer.bytes));
