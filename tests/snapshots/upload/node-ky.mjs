// Upload a photo
// Install: npm install ky
// Run: PHOTOS_TOKEN=... node upload.mjs

import ky from "ky";
import { readFile } from "node:fs/promises";

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
try {
  const response = await ky.post(url, {
    headers: { Authorization: `Bearer ${process.env.PHOTOS_TOKEN}` },
    body: form,
    redirect: "manual",
    timeout: 30000,
    throwHttpErrors: false,
  });
  if (!response.ok) {
    const reason = response.headers.get("location") ?? (await response.text());
    throw new Error(`HTTP ${response.status}: ${reason}`);
  }
  const answer = await response.json();
  console.log(answer.url);
} catch (error) {
  console.error(error.message, error.cause?.message ?? "");
  process.exit(1);
}
