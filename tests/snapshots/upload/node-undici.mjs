// Upload a photo
// Install: npm install undici
// Run: PHOTOS_TOKEN=... node upload.mjs

import { readFile } from "node:fs/promises";
import { FormData, request } from "undici";

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
const response = await request(url, {
  method: "POST",
  headers: { Authorization: `Bearer ${process.env.PHOTOS_TOKEN}` },
  body: form,
  signal: AbortSignal.timeout(30000),
});
if (response.statusCode >= 300) {
  const reason = response.headers.location ?? (await response.body.text());
  throw new Error(`HTTP ${response.statusCode}: ${reason}`);
}
const answer = await response.body.json();
console.log(answer.url);
