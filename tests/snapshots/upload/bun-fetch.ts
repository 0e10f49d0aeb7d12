// Upload a photo
// Run: PHOTOS_TOKEN=... bun upload.ts

import { readFile } from "node:fs/promises";

interface Answer {
  url: string;
}

if (!process.env.PHOTOS_TOKEN) throw new Error("PHOTOS_TOKEN is not set");

const form = new FormData();
form.append("caption", 'Sunset at the "Blue Lagoon"');
form.append("visibility", "friends");
form.append(
  "photo",
  new Blob([await readFile("sunset.jpg")], { type: "image/jpeg" }),
  "sunset.jpg",
);

const url = "https://photos.example.org/albums/summer-2025/photos";
const response = await fetch(url, {
  method: "POST",
  headers: { Authorization: `Bearer ${process.env.PHOTOS_TOKEN}` },
  body: form,
  redirect: "manual",
  signal: AbortSignal.timeout(30000),
});
if (!response.ok) {
  const reason = response.headers.get("location") ?? (await response.text());
  throw new Error(`HTTP ${response.status}: ${reason}`);
}
const answer = (await response.json()) as Answer;
console.log(answer.url);
