// Upload a photo
// Install: npm install needle
// Run: PHOTOS_TOKEN=... node upload.mjs

import needle from "needle";

if (!process.env.PHOTOS_TOKEN) throw new Error("PHOTOS_TOKEN is not set");

const body = {
  caption: 'Sunset at the "Blue Lagoon"',
  visibility: "friends",
  photo: { file: "sunset.jpg", content_type: "image/jpeg" },
};
const options = {
  headers: { Authorization: `Bearer ${process.env.PHOTOS_TOKEN}` },
  multipart: true,
  response_timeout: 30000,
  read_timeout: 30000,
};
const response = await needle(
  "post",
  "https://photos.example.org/albums/summer-2025/photos",
  body,
  options,
);
if (response.statusCode >= 300) {
  const reason = response.headers.location ?? response.raw;
  throw new Error(`HTTP ${response.statusCode}: ${reason}`);
}
console.log(response.body.url);
