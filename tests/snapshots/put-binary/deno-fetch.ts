// Replace an avatar
// Run: FILES_API_KEY=... deno run --allow-net --allow-env --allow-read put-binary.ts

import { readFile } from "node:fs/promises";

interface Answer {
  bytes: unknown;
}

if (!process.env.FILES_API_KEY) throw new Error("FILES_API_KEY is not set");

const response = await fetch("https://files.example.org/avatars/ada", {
  method: "PUT",
  headers: {
    "X-Api-Key": process.env.FILES_API_KEY,
    "Content-Type": "image/png",
  },
  body: new Blob([await readFile("avatar.png")]),
  redirect: "manual",
  signal: AbortSignal.timeout(30000),
});
if (!response.ok) {
  const reason = response.headers.get("location") ?? (await response.text());
  throw new Error(`HTTP ${response.status}: ${reason}`);
}
const answer = (await response.json()) as Answer;
console.log(JSON.stringify(answer.bytes));
