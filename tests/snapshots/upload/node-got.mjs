// Upload a photo
// Install: npm install got
// Run: PHOTOS_TOKEN=... node upload.mjs

import got from "got";
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
  const response = await got.post(url, {
    headers: { Authorization: `Bearer ${process.env.PHOTOS_TOKEN}` },
    body: form,
    maxRedirects: 0,
    responseType: "json",
    timeout: { request: 30000 },
  });
  console.log(response.body.url);
} catch (error) {
  const { statusCode = "", headers, body = "" } = error.response ?? {};
  console.error(error.message, statusCode, headers?.location ?? body);
  process.exit(1);
}
