// Upload a photo
// Install: npm install playwright
// Run: PHOTOS_TOKEN=... node upload.mjs

import { readFile } from "node:fs/promises";
import { request } from "playwright";

if (!process.env.PHOTOS_TOKEN) throw new Error("PHOTOS_TOKEN is not set");

const url = "https://photos.example.org/albums/summer-2025/photos";
const context = await request.newContext();
try {
  const response = await context.post(url, {
    headers: { Authorization: `Bearer ${process.env.PHOTOS_TOKEN}` },
    multipart: {
      caption: 'Sunset at the "Blue Lagoon"',
      visibility: "friends",
      photo: {
        name: "sunset.jpg",
        mimeType: "image/jpeg",
        buffer: await readFile("sunset.jpg"),
      },
    },
    timeout: 30000,
  });
  if (!response.ok()) {
    throw new Error(`HTTP ${response.status()}: ${await response.text()}`);
  }
  const answer = await response.json();
  console.log(answer.url);
} catch (error) {
  console.error(error.message.split("\nCall log:")[0]);
  process.exit(1);
}
