// Upload a photo
// Install: npm install ofetch
// Run: PHOTOS_TOKEN=... node upload.mjs

import { readFile } from "node:fs/promises";
import { ofetch } from "ofetch";

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
  const response = await ofetch.raw(url, {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.PHOTOS_TOKEN}` },
    body: form,
    redirect: "manual",
    timeout: 30000,
  });
  if (!response.ok) {
    const reason = response.headers.get("location") ?? response._data;
    throw new Error(`HTTP ${response.status}: ${reason}`);
  }
  console.log(response._data.url);
} catch (error) {
  console.error(error.message, error.data ?? "");
  process.exit(1);
}
